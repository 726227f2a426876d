import { z } from 'zod';
import { mergeRow, saysTheSame, type Row } from '@ambit/core/business/merge-row';
import { OrderRecord } from '@ambit/core/business/tables';
import type { PaymentStatus } from '@ambit/core/tool/order-tools';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
import { orderColumns, OrderRow } from '../orders.ts';
import {
  givenFields,
  rowsAtOnce,
  type ImportOptions,
  type KeptRow,
  type TableChanges,
} from './table-changes.ts';

const Imported = z.record(z.string(), z.unknown());
const fieldOfColumn: Readonly<Record<string, string>> = {
  order_number: 'orderNumber',
  status: 'status',
  placed_at: 'placedAt',
  expected_delivery: 'expectedDelivery',
  delivered_at: 'deliveredAt',
  carrier: 'carrier',
  tracking_number: 'trackingNumber',
  tracking_url: 'trackingUrl',
  address: 'deliveryAddress',
  total: 'total',
  phone: 'contactPhone',
  email: 'email',
  postcode: 'postcode',
  payment_status: 'paymentStatus',
  'data/order-items.csv': 'items',
  'data/order-events.csv': 'trackingEvents',
};
/** What a system of the business says of an order that was placed in a chat, before it says anything. */
const asPlaced: Row = { status: 'processing' };

/** An order whose payment a file changed. */
export type PaymentChange = { readonly orderNumber: string; readonly to: PaymentStatus | undefined };

type Stored = {
  readonly orderNumber: string;
  readonly row: Row;
  readonly base: Row | undefined;
  /** Customers have done something with it that a file cannot know. */
  readonly hasLife: boolean;
};

/** Fills the table of orders from a business's files. */
export async function importOrders(client: Queryable, orders: readonly OrderRecord[]): Promise<void> {
  for (let at = 0; at < orders.length; at += rowsAtOnce)
    await writeOrders(
      client,
      orders.slice(at, at + rowsAtOnce).map((row) => ({ row, base: row })),
    );
}

/**
 * Reads orders into a table that is in use. `columns`: which the files have. An order that was placed in a chat is
 * never removed, and what its customer settled there stays. What is as it was is not written.
 */
export async function mergeOrders(
  client: Queryable,
  { rows, columns }: { readonly rows: readonly OrderRecord[]; readonly columns: readonly string[] },
  { replace, formerly, onRows }: ImportOptions,
): Promise<TableChanges & { readonly payments: readonly PaymentChange[] }> {
  const wanted = rows.map(({ orderNumber }) => orderNumber.toUpperCase());
  const stored = await lockOrders(client, wanted, replace);
  const known = new Map(stored.map((each) => [each.orderNumber.toUpperCase(), each]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const kept: KeptRow[] = [];
  const payments: PaymentChange[] = [];
  let writes: { row: OrderRecord; base: Row }[] = [];
  for (const [index, record] of rows.entries()) {
    // An order that the file of events does not have has none.
    const whole = { ...record, trackingEvents: record.trackingEvents };
    const file = givenFields(whole, columns, (column) => [fieldOfColumn[column] ?? column]);
    const there = known.get(record.orderNumber.toUpperCase());
    if (there === undefined) {
      counts.added += 1;
      writes.push({ row: record, base: file });
    } else {
      const given = { ...file, orderNumber: there.orderNumber };
      const base = there.base ?? (there.hasLife ? asPlaced : there.row);
      const merged = mergeRow({ base, stored: there.row, file: given }, { businessOnly: ['paymentStatus'] });
      if (merged.kept.length > 0) kept.push({ row: there.orderNumber, fields: merged.kept });
      if (merged.changed.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      const row = OrderRecord.parse(merged.row);
      const imported = { ...there.base, ...given };
      if (merged.changed.length > 0 || !saysTheSame(imported, there.base))
        writes.push({ row, base: imported });
      if (merged.changed.includes('paymentStatus'))
        payments.push({ orderNumber: there.orderNumber, to: row.paymentStatus });
    }
    if ((index + 1) % rowsAtOnce !== 0 && index + 1 < rows.length) continue;
    if (writes.length > 0) await writeOrders(client, writes);
    writes = [];
    await onRows(index + 1);
  }
  const named = new Set(wanted);
  const gone = stored.filter(
    ({ orderNumber }) =>
      !named.has(orderNumber.toUpperCase()) && formerly?.has(orderNumber.toUpperCase()) !== false,
  );
  const staying = gone.filter(({ hasLife }) => hasLife);
  kept.push(...staying.map(({ orderNumber }) => ({ row: orderNumber, fields: [] })));
  const removed = gone.filter(({ hasLife }) => !hasLife).map(({ orderNumber }) => orderNumber);
  await client.query({ text: 'delete from orders where order_number = any ($1)', values: [removed] });
  return { ...counts, removed: removed.length, kept, payments };
}

/** Holds the orders of these numbers, and with `brought` all that files brought, against changes until commit. */
async function lockOrders(
  client: Queryable,
  numbers: readonly string[],
  brought: boolean,
): Promise<readonly Stored[]> {
  const found = await client.query({
    text: `select ${orderColumns}, imported,
                  cart_id is not null or exists (select 1 from order_returns r where r.order_number = o.order_number)
                    as has_life
             from orders o where upper(order_number) = any ($1) or ($2 and imported is not null)
            order by order_number for update`,
    values: [numbers, brought],
  });
  return found.rows.map((each) => {
    const { order, owner, placedAt } = OrderRow.parse(each);
    const { contactPhone, email, postcode } = owner;
    return {
      orderNumber: order.orderNumber,
      row: { ...order, contactPhone, email, postcode, placedAt },
      base: each['imported'] === null ? undefined : Imported.parse(each['imported']),
      hasLife: each['has_life'] === true,
    };
  });
}

async function writeOrders(
  client: Queryable,
  orders: readonly { readonly row: OrderRecord; readonly base: Row }[],
): Promise<void> {
  const written = orders.map(({ row, base }) => ({
    ...row,
    trackingEvents: row.trackingEvents ?? [],
    imported: base,
  }));
  await client.query({
    name: 'write-orders',
    text: `insert into orders (order_number, status, contact_phone, email, postcode, placed_at, expected_delivery,
                               delivered_at, carrier, tracking_number, tracking_url, tracking_events,
                               delivery_address, total, payment_status, items, imported)
           select "orderNumber", status, "contactPhone", email, postcode, "placedAt", "expectedDelivery",
                  "deliveredAt", carrier, "trackingNumber", "trackingUrl", "trackingEvents", "deliveryAddress",
                  total, "paymentStatus", items, imported
             from jsonb_to_recordset($1::jsonb) as r(
                    "orderNumber" text, status text, "contactPhone" text, email text, postcode text, "placedAt" date,
                    "expectedDelivery" date, "deliveredAt" date, carrier text, "trackingNumber" text,
                    "trackingUrl" text, "trackingEvents" jsonb, "deliveryAddress" text, total numeric,
                    "paymentStatus" text, items jsonb, imported jsonb)
           on conflict (order_number) do update
              set (status, contact_phone, email, postcode, placed_at, expected_delivery, delivered_at, carrier,
                   tracking_number, tracking_url, tracking_events, delivery_address, total, payment_status, items,
                   imported)
                = (excluded.status, excluded.contact_phone, excluded.email, excluded.postcode, excluded.placed_at,
                   excluded.expected_delivery, excluded.delivered_at, excluded.carrier, excluded.tracking_number,
                   excluded.tracking_url, excluded.tracking_events, excluded.delivery_address, excluded.total,
                   excluded.payment_status, excluded.items, excluded.imported)`,
    values: [jsonText(written)],
  });
}
