import { Temporal } from 'temporal-polyfill';
import type { Plan } from './subscription-settings.ts';
import { stateOn, type SubscriptionRecord } from './subscription.ts';

/** The first and the last day (ISO dates) of a pause that a customer asked for. */
export type Pause = { readonly from: string; readonly until: string };

/** `days`: how many days the pause has; `renewsOn`: when it is charged next then. */
export type PauseVerdict =
  | {
      readonly kind: 'possible';
      readonly pause: Pause & { readonly days: number; readonly renewsOn?: string };
    }
  | { readonly kind: 'too-short'; readonly leastDays: number }
  | { readonly kind: 'too-long'; readonly mostDays: number }
  | { readonly kind: 'already-paused' | 'not-active' | 'passed' | 'after-end' | 'not-offered' };

/**
 * Whether somebody may pause their subscription by themselves. `lasting`: a number of days, or the last day.
 * `pauses`: those they had; only days of the year before the new pause count.
 */
export function judgePause(
  subscription: SubscriptionRecord,
  {
    from,
    lasting,
    plan,
    pauses,
    today,
  }: {
    readonly from: string;
    readonly lasting: number | string;
    readonly plan: Plan | undefined;
    readonly pauses: readonly Pause[];
    readonly today: string;
  },
): PauseVerdict {
  const state = stateOn(subscription, today);
  if (state === 'paused' || state === 'pause-to-come') return { kind: 'already-paused' };
  if (state !== 'active') return { kind: 'not-active' };
  const rules = plan?.pause;
  if (rules === undefined) return { kind: 'not-offered' };
  if (from < today) return { kind: 'passed' };
  const until = typeof lasting === 'number' ? addDays(from, lasting - 1) : lasting;
  const days = daysBetween(from, until) + 1;
  if (days < rules.leastDays) return { kind: 'too-short', leastDays: rules.leastDays };
  const before = addDays(from, -365);
  const taken = pauses.reduce((sum, pause) => sum + daysSince(pause, before), 0);
  const left = rules.mostDaysPerYear === undefined ? rules.mostDays : rules.mostDaysPerYear - taken;
  const mostDays = Math.min(rules.mostDays, left);
  if (mostDays < rules.leastDays) return { kind: 'not-offered' };
  if (days > mostDays) return { kind: 'too-long', mostDays };
  const { endsOn, renewsOn } = subscription;
  if (endsOn !== undefined && from > endsOn) return { kind: 'after-end' };
  return {
    kind: 'possible',
    pause: {
      from,
      until,
      days,
      ...(renewsOn === undefined ? {} : { renewsOn: renewalBeside(renewsOn, { from, until }) }),
    },
  };
}

/** The day of renewal beside a pause: one before it begins stays, any later one moves by its days. */
export function renewalBeside(renewsOn: string, { from, until }: Pause): string {
  return renewsOn < from ? renewsOn : addDays(renewsOn, daysBetween(from, until) + 1);
}

/** The subscription once the pause is settled. */
export function withPause(
  subscription: SubscriptionRecord,
  { from, until, renewsOn }: Extract<PauseVerdict, { kind: 'possible' }>['pause'],
): SubscriptionRecord {
  return {
    ...subscription,
    status: 'paused',
    pausedFrom: from,
    pausedUntil: until,
    ...(renewsOn === undefined ? {} : { renewsOn }),
  };
}

/**
 * The subscription without its pause from today on: days that were not used are given back, unless the renewal is one
 * that the pause did not move.
 */
export function withoutPause(subscription: SubscriptionRecord, today: string): SubscriptionRecord {
  const { pausedFrom, pausedUntil, renewsOn, ...rest } = subscription;
  const first = pausedFrom === undefined || pausedFrom < today ? today : pausedFrom;
  const moved = pausedUntil !== undefined && renewsOn !== undefined && renewsOn > pausedUntil;
  const unused = moved ? Math.max(0, daysBetween(first, pausedUntil) + 1) : 0;
  return {
    ...rest,
    status: 'active',
    ...(renewsOn === undefined ? {} : { renewsOn: addDays(renewsOn, -unused) }),
  };
}

/** `endsOn`: its last day, once it is cancelled. */
export type CancellationVerdict =
  | { readonly kind: 'possible'; readonly endsOn: string }
  | { readonly kind: 'already-cancelled' | 'not-active' | 'too-late' | 'not-offered' };

/** Whether somebody may cancel their subscription by themselves; what is paid is theirs until its end. */
export function judgeCancellation(
  subscription: SubscriptionRecord,
  { plan, today }: { readonly plan: Plan | undefined; readonly today: string },
): CancellationVerdict {
  const state = stateOn(subscription, today);
  if (state === 'ending' || state === 'cancelled') return { kind: 'already-cancelled' };
  if (state === 'expired') return { kind: 'not-active' };
  const { renewsOn, endsOn } = subscription;
  const last = renewsOn === undefined ? endsOn : addDays(renewsOn, -1);
  // Nobody but people can tell what a subscription is worth of which no day is known, or whose day has passed.
  if (plan?.cancel === undefined || last === undefined || last < today) return { kind: 'not-offered' };
  if (renewsOn !== undefined && daysBetween(today, renewsOn) < plan.cancel.noticeDays)
    return { kind: 'too-late' };
  return { kind: 'possible', endsOn: last };
}

/** The day so many days later, as an ISO date. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** How many days of a pause are not before this day. */
function daysSince({ from, until }: Pause, day: string): number {
  return Math.max(0, daysBetween(from < day ? day : from, until) + 1);
}
