import { Temporal } from 'temporal-polyfill';
import type { Order } from '../tool/order-tools.ts';
import type { OrderSettings, returnConditions } from './order-settings.ts';

export type ReturnCondition = (typeof returnConditions)[number];

/**
 * Whether something of an order may come back. `until`: the last day (ISO date) on which it may be asked
 * for. `not-accepted`: in a state that only a person may say yes to.
 */
export type ReturnVerdict =
  | { readonly kind: 'allowed'; readonly until: string }
  | { readonly kind: 'too-late'; readonly until: string }
  | { readonly kind: 'not-delivered' | 'not-accepted' | 'no-returns' };

/** Judges a request to return. `today`: an ISO date at the business; `placedAt`: when it was ordered. */
export function judgeReturn(
  order: Pick<Order, 'status' | 'deliveredAt' | 'expectedDelivery'> & {
    readonly placedAt?: string | undefined;
  },
  condition: ReturnCondition,
  today: string,
  settings: OrderSettings['returns'],
): ReturnVerdict {
  if (settings === undefined) return { kind: 'no-returns' };
  if (order.status !== 'delivered') return { kind: 'not-delivered' };
  // The days count from delivery; where nobody wrote that down, from the day it was to come.
  const from = order.deliveredAt ?? order.expectedDelivery ?? order.placedAt ?? today;
  const until = Temporal.PlainDate.from(from).add({ days: settings.days }).toString();
  if (today > until) return { kind: 'too-late', until };
  return settings.conditions.includes(condition) ? { kind: 'allowed', until } : { kind: 'not-accepted' };
}
