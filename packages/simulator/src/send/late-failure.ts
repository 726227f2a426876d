import { isMarketingBlocked } from '../limits/marketing-cap.ts';
import type { World } from '../world.ts';
import type { Content } from './content.ts';
import type { Recipient } from './recipient.ts';

/** Why an accepted message will not arrive. */
export type LateFailure = { readonly code: number; readonly details: string };

/** What Meta finds out only after it has accepted a message; it comes as a `failed` status. */
export function lateFailureOf(
  world: World,
  input: {
    phoneNumberId: string;
    recipient: Recipient;
    content: Content;
    windowOpen: boolean;
    reaction: { message_id: string } | undefined;
    nowMs: number;
  },
): LateFailure | undefined {
  const { recipient, content, nowMs } = input;
  const { customer } = recipient;
  if (customer === undefined) return { code: 131026, details: 'Message Undeliverable.' };
  if (recipient.group === undefined && customer.blocked.includes(input.phoneNumberId))
    return { code: 131026, details: 'Message Undeliverable.' };
  if (world.lines.get(input.phoneNumberId)?.blockedCustomers.has(customer.id) === true)
    return { code: 131026, details: 'The business has blocked this person.' };
  if (input.reaction !== undefined) return refuseReaction(world, input.reaction.message_id, nowMs);
  if (content.category !== 'marketing' && content.category !== 'marketing_lite') return undefined;
  if (customer.marketing === 'stopped')
    return { code: 131050, details: 'The recipient has stopped marketing messages from this business.' };
  if (isMarketingBlocked(recipient.market))
    return { code: 131049, details: 'Marketing templates are not delivered to people in the United States.' };
  if (customer.inExperiment)
    return { code: 130472, details: "The recipient's number is part of an experiment." };
  if (world.settings.limits === 'none' || input.windowOpen) return undefined;
  if (!world.limits.marketing.take(customer.id, recipient.market, world.settings.marketingPerDay, nowMs))
    return { code: 131049, details: 'The recipient has received enough marketing messages for now.' };
  return undefined;
}

const reactionMs = 30 * 24 * 3_600_000;

/** Reactions go to known messages of the last 30 days that are not deleted. Read 2026-11-21. */
function refuseReaction(world: World, messageId: string, nowMs: number): LateFailure | undefined {
  const target = world.threads.message(messageId)?.message;
  if (target === undefined) return { code: 131009, details: `No message has the id ${messageId}.` };
  if (target.revoked) return { code: 131009, details: 'The message was deleted.' };
  if (nowMs - target.atMs > reactionMs)
    return { code: 131009, details: 'The message is older than 30 days.' };
  return undefined;
}
