import { graphError, type GraphError } from '../graph/graph-error.ts';
import { peopleOfTier } from '../limits/messaging-tier.ts';
import type { World } from '../world.ts';
import type { Line } from '../account/line.ts';

/** Why this account or number may not send at all just now. */
export function refuseNumber(world: World, line: Line, nowMs: number): GraphError | undefined {
  const { standing } = world.account;
  switch (standing.kind) {
    case 'banned':
      return graphError(368, 'The business account is disabled for policy violations.');
    case 'locked':
      return graphError(131031, 'The business account has been locked.');
    case 'restricted':
      if (standing.what === 'all' && nowMs < standing.untilMs)
        return graphError(131031, 'The business account is restricted from sending messages.');
      break;
    case 'good':
      break;
  }
  if (!line.registered) return graphError(133010, 'The number is not registered on the Cloud API.');
  if (line.nameStatus === 'DECLINED') return graphError(131037, 'The display name was declined.');
  if (nowMs < line.maintenanceUntilMs) return graphError(131057, 'The number is being upgraded.');
  return undefined;
}

/** Why the account may not write first just now. */
export function refuseBusinessInitiated(world: World, nowMs: number): GraphError | undefined {
  const { standing } = world.account;
  if (standing.kind !== 'restricted' || nowMs >= standing.untilMs) return undefined;
  return graphError(368, 'The business account may only answer customers at present.');
}

/** Takes a place in the number's second and in the pair's pace. */
export function refuseSpeed(world: World, line: Line, person: string, nowMs: number): GraphError | undefined {
  if (world.settings.limits === 'none') return undefined;
  if (!world.limits.throughput.take(line.phoneNumberId, line.throughput, nowMs))
    return graphError(130429, 'Cloud API message throughput has been reached.');
  if (!world.limits.pairRate.take(`${line.phoneNumberId}|${person}`, nowMs))
    return graphError(131056, 'Too many messages were sent to this person in a short time.');
  return undefined;
}

/**
 * Counts a person written to outside the window. Meta documents no code for the limit; 131048 is what its error page
 * gives for "restrictions on how many messages can be sent from this phone number".
 */
export function refuseTier(world: World, person: string, nowMs: number): GraphError | undefined {
  if (world.settings.limits === 'none') return undefined;
  const limit = peopleOfTier[world.account.tier];
  if (world.limits.tier.take(person, limit, nowMs)) return undefined;
  return graphError(131048, `The messaging limit of ${limit} people in 24 hours has been reached.`);
}
