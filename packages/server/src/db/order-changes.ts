import { z } from 'zod';
import { Order } from '@ambit/core/tool/order-tools';
import type { Destination } from '@ambit/core/order/find-zone';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** Sends an order somewhere else. What stays undefined of the place is forgotten. */
export async function setOrderDestination(
  client: Queryable,
  orderNumber: string,
  to: Destination & { readonly shown: string },
): Promise<void> {
  await client.query({
    text: `update orders set delivery_address = $2, latitude = $3, longitude = $4 where order_number = $1`,
    values: [orderNumber, to.shown, to.latitude ?? null, to.longitude ?? null],
  });
}

/** Gives back what an order took from the catalogue, once. */
export async function giveStockBack(client: Queryable, orderNumber: string): Promise<void> {
  await client.query({
    text: `with given as (
             update orders o set stock_taken = '{}' from (
               select order_number, stock_taken from orders where order_number = $1 for update) before
              where o.order_number = before.order_number
             returning before.stock_taken)
           update catalogue c set stock = c.stock + taken.value::int
             from given, jsonb_each_text(given.stock_taken) as taken
            where c.sku = taken.key and c.stock is not null`,
    values: [orderNumber],
  });
}

/** A request to send something back, as people find it. */
export type OrderReturn = {
  readonly returnNumber: string;
  readonly orderNumber: string;
  readonly items: Order['items'];
  readonly reason: string;
  readonly condition: string;
  readonly contactId: string;
  readonly requestedAt: number;
};

const ReturnRow = z
  .object({ return_number: z.string(), items: Order.shape.items })
  .transform((row) => ({ returnNumber: row.return_number, items: row.items }));

/** What was asked to be sent back of an order so far, the newest first. */
export async function returnsOf(
  client: Queryable,
  orderNumber: string,
): Promise<readonly z.output<typeof ReturnRow>[]> {
  const found = await client.query({
    text: 'select return_number, items from order_returns where order_number = $1 order by requested_at desc',
    values: [orderNumber],
  });
  return found.rows.map((row) => ReturnRow.parse(row));
}

/** Writes a request down. False when its number is another's already. */
export async function insertReturn(client: Queryable, made: OrderReturn): Promise<boolean> {
  const written = await client.query({
    text: `insert into order_returns (return_number, order_number, requested_at, items, reason, condition, contact_id)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (return_number) do nothing returning 1`,
    values: [
      made.returnNumber,
      made.orderNumber,
      timestamp(made.requestedAt),
      jsonText(made.items),
      made.reason,
      made.condition,
      made.contactId,
    ],
  });
  return written.rows.length === 1;
}
