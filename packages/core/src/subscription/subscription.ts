import { z } from 'zod';
import { CustomFields } from '../business/custom-fields.ts';

export const subscriptionStatuses = ['active', 'paused', 'cancelled', 'expired'] as const;

/**
 * What a customer is subscribed to, as the business's tables hold it. Days are ISO dates; `price` is in the
 * business's currency. `renewsOn`: when it is charged next. `endsOn`: its last day. `pausedFrom`, `pausedUntil`: the
 * first and the last day of a pause; a pause without an end lasts until somebody ends it.
 */
export const SubscriptionRecord = z.object({
  subscriptionId: z.string(),
  contactPhone: z.string(),
  plan: z.string(),
  status: z.enum(subscriptionStatuses),
  price: z.number().optional(),
  renewsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  pausedFrom: z.iso.date().optional(),
  pausedUntil: z.iso.date().optional(),
  fields: CustomFields,
});
export type SubscriptionRecord = z.infer<typeof SubscriptionRecord>;

/** What names a subscription: people write numbers in capitals or not. */
export function subscriptionKey(subscriptionId: string): string {
  return subscriptionId.toUpperCase();
}

/**
 * How a subscription stands on a day. `pause-to-come`: it is active, and a pause is settled; `ending`: it is cancelled,
 * and runs until its last day.
 */
export const SubscriptionState = z.enum([
  'active',
  'pause-to-come',
  'paused',
  'ending',
  'cancelled',
  'expired',
]);
export type SubscriptionState = z.infer<typeof SubscriptionState>;

/** A subscription as its owner sees it. */
export const Subscription = SubscriptionRecord.omit({ contactPhone: true, status: true }).extend({
  state: SubscriptionState,
});
export type Subscription = z.infer<typeof Subscription>;

/** How a subscription stands. `today`: the business's, an ISO date. */
export function stateOn(
  { status, endsOn, pausedFrom, pausedUntil }: SubscriptionRecord,
  today: string,
): SubscriptionState {
  const over = endsOn !== undefined && endsOn < today;
  switch (status) {
    case 'cancelled':
      return endsOn === undefined || over ? 'cancelled' : 'ending';
    case 'expired':
      return 'expired';
    case 'active':
    case 'paused': {
      if (over) return 'expired';
      if (status === 'active' && pausedFrom === undefined) return 'active';
      if (pausedFrom !== undefined && pausedFrom > today) return 'pause-to-come';
      return pausedUntil !== undefined && pausedUntil < today ? 'active' : 'paused';
    }
  }
}

/** What its owner sees of it today: a pause that is over is left out. */
export function shownOn(record: SubscriptionRecord, state: SubscriptionState): Subscription {
  const { subscriptionId, plan, price, renewsOn, endsOn, pausedFrom, pausedUntil, fields } = record;
  const isPaused = state === 'paused' || state === 'pause-to-come';
  return {
    subscriptionId,
    plan,
    state,
    fields,
    ...(price === undefined ? {} : { price }),
    ...(renewsOn === undefined ? {} : { renewsOn }),
    ...(endsOn === undefined ? {} : { endsOn }),
    ...(isPaused && pausedFrom !== undefined ? { pausedFrom } : {}),
    ...(isPaused && pausedUntil !== undefined ? { pausedUntil } : {}),
  };
}
