import { z } from 'zod';
import type { Asker } from '@ambit/core/tool/asker';
import { Order, PaymentStatus, TrackingEvent } from '@ambit/core/tool/order-tools';
import { optionalColumn } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** A row of the table of orders. */
export const OrderRow = z
  .object({
    order_number: z.string(),
    status: Order.shape.status,
    contact_id: optionalColumn(z.string()),
    contact_phone: optionalColumn(z.string()),
    contact_bsuid: optionalColumn(z.string()),
    email: optionalColumn(z.string()),
    postcode: optionalColumn(z.string()),
    placed_at: optionalColumn(z.string()),
    expected_delivery: z.string().nullable(),
    delivered_at: z.string().nullable(),
    carrier: z.string().nullable(),
    tracking_number: z.string().nullable(),
    tracking_url: z.string().nullable(),
    tracking_events: z.array(TrackingEvent),
    delivery_address: z.string().nullable(),
    total: z.coerce.number().nullable(),
    payment_status: optionalColumn(PaymentStatus),
    items: Order.shape.items,
  })
  .transform((row) => ({
    owner: {
      contactId: row.contact_id,
      contactPhone: row.contact_phone,
      bsuid: row.contact_bsuid,
      email: row.email,
      postcode: row.postcode,
    },
    placedAt: row.placed_at,
    order: Order.parse({
      orderNumber: row.order_number,
      status: row.status,
      items: row.items,
      ...(row.expected_delivery === null ? {} : { expectedDelivery: row.expected_delivery }),
      ...(row.delivered_at === null ? {} : { deliveredAt: row.delivered_at }),
      ...(row.carrier === null ? {} : { carrier: row.carrier }),
      ...(row.tracking_number === null ? {} : { trackingNumber: row.tracking_number }),
      ...(row.tracking_url === null ? {} : { trackingUrl: row.tracking_url }),
      ...(row.tracking_events.length === 0 ? {} : { trackingEvents: row.tracking_events }),
      ...(row.delivery_address === null ? {} : { deliveryAddress: row.delivery_address }),
      ...(row.total === null ? {} : { total: row.total }),
      ...(row.payment_status === undefined ? {} : { paymentStatus: row.payment_status }),
    }),
  }));

/** What `OrderRow` reads. */
export const orderColumns = `order_number, status, contact_id, contact_phone, contact_bsuid, email, postcode,
                      placed_at::text, expected_delivery::text, delivered_at::text, carrier, tracking_number,
                      tracking_url, tracking_events, delivery_address, total, payment_status, items`;

/** An order with what proves that somebody is its owner. */
export type StoredOrder = z.output<typeof OrderRow>;

/**
 * The order a customer means by what they wrote: letters and digits count, case and punctuation do
 * not; digits alone mean the order of just these, else the one order that has them. `lock` holds it against a change
 * until commit.
 */
export async function findOrder(
  client: Queryable,
  orderNumber: string,
  lock: boolean,
): Promise<StoredOrder | undefined> {
  const found = await client.query({
    name: lock ? 'find-order-to-change' : 'find-order',
    text: `select ${orderColumns}
             from orders
            where order_number in (
              select order_number from orders where plain_number = $1
              union select order_number from orders where digits = $2)
            order by plain_number = $1 desc
            limit 2 ${lock ? 'for update' : ''}`,
    values: [plainNumber(orderNumber), onlyDigits(orderNumber)],
  });
  return theOneMeant(found.rows, orderNumber);
}

/** Rows whose number is just what was written come first; of others, several mean none. */
function theOneMeant(
  rows: readonly Readonly<Record<string, unknown>>[],
  orderNumber: string,
): StoredOrder | undefined {
  const [row, another] = rows.map((each) => OrderRow.parse(each));
  if (row === undefined || another === undefined) return row;
  const wanted = plainNumber(orderNumber);
  const isExact = ({ order }: StoredOrder): boolean => plainNumber(order.orderNumber) === wanted;
  return isExact(row) && !isExact(another) ? row : undefined;
}

/** The same for many at once, without a lock: what each of them means, in the order given. */
export async function findOrders(
  client: Queryable,
  orderNumbers: readonly string[],
): Promise<readonly (StoredOrder | undefined)[]> {
  const found = await client.query({
    name: 'find-orders',
    text: `select a.n::int as n, o.*
             from unnest($1::text[], $2::text[]) with ordinality as a (plain, number, n)
            cross join lateral (
              select ${orderColumns}
                from orders
               where order_number in (
                 select order_number from orders where plain_number = a.plain
                 union select order_number from orders where digits = a.number)
               order by plain_number = a.plain desc
               limit 2) o`,
    arrays: ['text', 'text'],
    values: [orderNumbers.map(plainNumber), orderNumbers.map(onlyDigits)],
  });
  const rows = Map.groupBy(found.rows, (row) => Number(row['n']));
  return orderNumbers.map((orderNumber, index) => theOneMeant(rows.get(index + 1) ?? [], orderNumber));
}

/** How many of somebody's orders are looked at: the newest. */
const mostOwn = 30;

/** The orders that may be somebody's by what the channel says of them, the newest first. */
export async function findOwnOrders(
  client: Queryable,
  { contactId, phone, bsuid }: Asker,
): Promise<readonly StoredOrder[]> {
  const found = await client.query({
    name: 'find-own-orders',
    text: `select ${orderColumns}
             from orders
            where order_number in (
              select order_number from orders where contact_id = $1
              union select order_number from orders where contact_phone = $2
              union select order_number from orders where contact_bsuid = $3)
            order by orders.placed_at desc nulls last, order_number desc
            limit ${mostOwn}`,
    values: [contactId, phone?.replaceAll(/\D/g, '') ?? null, bsuid ?? null],
  });
  return found.rows.map((row) => OrderRow.parse(row));
}

function onlyDigits(orderNumber: string): string | null {
  return /^\d+$/.test(orderNumber) ? orderNumber : null;
}

function plainNumber(orderNumber: string): string {
  return orderNumber.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** Sets an order's status. */
export async function setOrderStatus(
  client: Queryable,
  orderNumber: string,
  status: Order['status'],
): Promise<void> {
  await client.query({
    text: 'update orders set status = $2 where order_number = $1',
    values: [orderNumber, status],
  });
}

/** Says how an order is paid, as the business does. */
export async function setPaymentStatus(
  client: Queryable,
  orderNumber: string,
  status: PaymentStatus,
): Promise<void> {
  await client.query({
    text: 'update orders set payment_status = $2 where order_number = $1',
    values: [orderNumber, status],
  });
}

/** What was done under this key before, if anything. Whoever asks for the same key meanwhile waits for the commit. */
export async function readToolEffect(client: Queryable, idempotencyKey: string): Promise<unknown> {
  await client.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 1))',
    values: [idempotencyKey],
  });
  const found = await client.query({
    text: 'select output from tool_effects where idempotency_key = $1',
    values: [idempotencyKey],
  });
  return found.rows[0]?.['output'];
}

/** Records what was done under this key, in the transaction that did it. */
export async function saveToolEffect(
  client: Queryable,
  idempotencyKey: string,
  tool: string,
  output: unknown,
): Promise<void> {
  await client.query({
    text: 'insert into tool_effects (idempotency_key, tool, output) values ($1, $2, $3)',
    values: [idempotencyKey, tool, jsonText(output)],
  });
}
