import { tellStart } from '@ambit/core/appointment/local-start';
import type { Business } from '@ambit/core/business/business';
import { judgeReturn } from '@ambit/core/order/judge-return';
import { maySeeOrder } from '@ambit/core/order/may-see-order';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import type { Order, RequestReturnInput, RequestReturnOutput } from '@ambit/core/tool/order-tools';
import type { Queryable } from '../db/database.ts';
import { withNewNumber } from '../db/new-number.ts';
import { insertReturn, returnsOf } from '../db/order-changes.ts';
import { findOrder } from '../db/orders.ts';

const returnPrefix = 'RT';

/**
 * Writes down that somebody wants to send something back, within the business's days and conditions. It
 * says nothing of money: what a return is worth is policy text, or a person.
 */
export async function requestReturn(
  client: Queryable,
  {
    business,
    asked,
    asker,
    now,
  }: {
    readonly business: Business;
    readonly asked: RequestReturnInput;
    readonly asker: Asker;
    readonly now: Instant;
  },
): Promise<RequestReturnOutput> {
  const stored = await findOrder(client, asked.orderNumber, true);
  if (stored === undefined || !maySeeOrder(stored.owner, asker, asked.proof)) return { kind: 'not-shown' };
  const { order, placedAt } = stored;
  const items = itemsMeant(order, asked.items);
  if (items === undefined) return { kind: 'unknown-item' };
  const { orderNumber } = order;
  const before = await returnsOf(client, orderNumber);
  const same = before.find((each) => items.some(({ sku }) => each.items.some((item) => item.sku === sku)));
  if (same !== undefined)
    return { kind: 'already-requested', returnNumber: same.returnNumber, orderNumber, items: same.items };
  const { timeZone } = business.hours;
  const today = tellStart(now, timeZone).day;
  const verdict = judgeReturn({ ...order, placedAt }, asked.condition, today, business.orders?.returns);
  if (verdict.kind === 'too-late') return { kind: 'too-late', until: verdict.until };
  if (verdict.kind !== 'allowed') return { kind: verdict.kind };
  const returnNumber = await withNewNumber(returnPrefix, async (number) => {
    const written = await insertReturn(client, {
      returnNumber: number,
      orderNumber,
      items,
      reason: asked.reason,
      condition: asked.condition,
      contactId: asker.contactId,
      requestedAt: now,
    });
    return written ? number : undefined;
  });
  return { kind: 'requested', returnNumber, orderNumber, items };
}

/** The order's items that "all" or a list of SKUs means; undefined when one of them is not in it. */
function itemsMeant(order: Order, asked: string): Order['items'] | undefined {
  if (asked.toLowerCase() === 'all') return order.items.length === 0 ? undefined : order.items;
  const skus = asked
    .split(/[,\s]+/u)
    .filter((sku) => sku !== '')
    .map((sku) => sku.toUpperCase());
  const items = order.items.filter(({ sku }) => skus.includes(sku.toUpperCase()));
  const known = new Set(items.map(({ sku }) => sku.toUpperCase()));
  return skus.length > 0 && skus.every((sku) => known.has(sku)) ? items : undefined;
}
