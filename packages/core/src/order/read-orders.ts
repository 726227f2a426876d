import { z } from 'zod';
import { suggestion } from '../business/did-you-mean.ts';
import type { FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import { optionalAmount, optionalDay, optionalValue, requiredText } from '../business/read-columns.ts';
import { noteRepeat, optionalPhone, readRows, wholeNumber } from '../business/read-rows.ts';
import type { OrderRecord } from '../business/tables.ts';
import { Order, PaymentStatus, type TrackingEvent } from '../tool/order-tools.ts';

export const ordersFile = 'data/orders.csv';
export const itemsFile = 'data/order-items.csv';
export const eventsFile = 'data/order-events.csv';

/** The table files that orders are read from. */
export const orderFiles = [ordersFile, itemsFile, eventsFile] as const;

/** Reads the orders of a business, with what is in them and what became of their parcels. */
export function readOrders(
  files: TableFiles,
  defaultCountry: string | undefined,
  problems: FileProblem[],
): readonly OrderRecord[] {
  const orders = readOrderRows(files, defaultCountry, problems);
  const known = new Set(orders.map(({ orderNumber }) => sameNumber(orderNumber)));
  const itemsOf = readItems(files, known, problems);
  const eventsOf = readEvents(files, known, problems);
  return orders.map((order) => {
    const events = eventsOf.get(sameNumber(order.orderNumber)) ?? [];
    return {
      ...order,
      items: [...(itemsOf.get(sameNumber(order.orderNumber)) ?? [])],
      ...(events.length === 0
        ? {}
        : { trackingEvents: events.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) }),
    };
  });
}

type Item = Order['items'][number];

function readOrderRows(
  files: TableFiles,
  defaultCountry: string | undefined,
  problems: FileProblem[],
): readonly OrderRecord[] {
  const columns = {
    required: ['order_number', 'placed_at', 'status'],
    optional: [
      'expected_delivery',
      'delivered_at',
      'carrier',
      'tracking_number',
      'tracking_url',
      'address',
      'total',
      'phone',
      'email',
      'postcode',
      'payment_status',
    ],
  };
  const seen = new Map<string, number>();
  return readRows(files, ordersFile, columns, problems, (reader) => {
    const { row, note } = reader;
    const orderNumber = requiredText(reader, 'order_number');
    noteRepeat(reader, 'order_number', sameNumber(orderNumber), seen);
    const written = requiredText(reader, 'status');
    const status = Order.shape.status.safeParse(written.toLowerCase());
    if (!status.success && written !== '') {
      note('status', `"${written}" is not a status`, suggestion(written, Order.shape.status.options));
    }
    requiredText(reader, 'placed_at');
    const placedAt = optionalDay(reader, 'placed_at') ?? '';
    const expectedDelivery = optionalDay(reader, 'expected_delivery');
    if (expectedDelivery !== undefined && expectedDelivery < placedAt) {
      note(
        'expected_delivery',
        `${expectedDelivery} is before the order was placed`,
        'correct one of the two dates',
      );
    }
    const url = z.url({ protocol: /^https?$/ });
    return {
      orderNumber,
      status: status.data ?? 'processing',
      placedAt,
      items: [],
      expectedDelivery,
      deliveredAt: optionalDay(reader, 'delivered_at'),
      deliveryAddress: row.values.get('address'),
      carrier: row.values.get('carrier'),
      trackingNumber: row.values.get('tracking_number'),
      trackingUrl: optionalValue(
        reader,
        'tracking_url',
        url,
        'write a web address such as https://example.com/t/1',
      ),
      total: optionalAmount(reader, 'total'),
      paymentStatus: optionalValue(reader, 'payment_status', PaymentStatus, 'write unpaid, paid or refunded'),
      contactPhone: optionalPhone(reader, defaultCountry),
      email: optionalValue(reader, 'email', z.email(), 'write an e-mail address such as ana@example.com'),
      postcode: row.values.get('postcode'),
    };
  });
}

function readItems(
  files: TableFiles,
  known: ReadonlySet<string>,
  problems: FileProblem[],
): ReadonlyMap<string, readonly Item[]> {
  const columns = { required: ['order_number', 'sku', 'name', 'quantity'], optional: [] };
  const rows = readRows(files, itemsFile, columns, problems, (reader) => {
    const orderNumber = requiredText(reader, 'order_number');
    noteUnknownOrder(reader, orderNumber, known);
    const item = {
      sku: requiredText(reader, 'sku'),
      name: requiredText(reader, 'name'),
      quantity: wholeNumber(reader, 'quantity', 1) ?? 1,
    };
    requiredText(reader, 'quantity');
    return { order: sameNumber(orderNumber), item };
  });
  const itemsOf = new Map<string, Item[]>();
  for (const { order, item } of rows) itemsOf.set(order, [...(itemsOf.get(order) ?? []), item]);
  return itemsOf;
}

function readEvents(
  files: TableFiles,
  known: ReadonlySet<string>,
  problems: FileProblem[],
): ReadonlyMap<string, readonly TrackingEvent[]> {
  const columns = { required: ['order_number', 'at', 'what'], optional: ['where'] };
  const rows = readRows(files, eventsFile, columns, problems, (reader) => {
    const orderNumber = requiredText(reader, 'order_number');
    noteUnknownOrder(reader, orderNumber, known);
    requiredText(reader, 'at');
    const form = 'write a day, or a day and a time, such as 2026-11-25 or 2026-11-25T09:30';
    const at = optionalValue(reader, 'at', EventTime, form) ?? '';
    const where = reader.row.values.get('where');
    const event = { at, what: requiredText(reader, 'what'), ...(where === undefined ? {} : { where }) };
    return { order: sameNumber(orderNumber), event };
  });
  const eventsOf = new Map<string, TrackingEvent[]>();
  for (const { order, event } of rows) eventsOf.set(order, [...(eventsOf.get(order) ?? []), event]);
  return eventsOf;
}

const EventTime = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

function noteUnknownOrder(
  { note }: { readonly note: (column: string, message: string, fix: string) => void },
  orderNumber: string,
  known: ReadonlySet<string>,
): void {
  if (orderNumber === '' || known.has(sameNumber(orderNumber))) return;
  note(
    'order_number',
    `there is no order "${orderNumber}" in ${ordersFile}`,
    'correct the number or add the order',
  );
}

/** Order numbers are told apart without regard to case. */
function sameNumber(orderNumber: string): string {
  return orderNumber.toUpperCase();
}
