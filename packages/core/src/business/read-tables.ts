import { z } from 'zod';
import { readAppointments } from '../appointment/read-appointments.ts';
import { appointmentFiles, readResources } from '../appointment/read-resources.ts';
import { catalogueFiles, readCatalogue } from '../catalogue/read-catalogue.ts';
import { Order } from '../tool/order-tools.ts';
import { suggestion } from './did-you-mean.ts';
import type { Business } from './business.ts';
import type { FileProblem } from './file-problem.ts';
import { optionalAmount, optionalDay, optionalValue, requiredText } from './read-columns.ts';
import { noteRepeat, optionalPhone, readRows, wholeNumber } from './read-rows.ts';
import type { BusinessTables, OrderRecord } from './tables.ts';

const ordersFile = 'data/orders.csv';
const itemsFile = 'data/order-items.csv';

/** The table files a business may have. */
export const tableFiles = [ordersFile, itemsFile, ...catalogueFiles, ...appointmentFiles] as const;

/** What its tables take over from a business: the country of phone numbers without a country code, and so on. */
type TableDefaults = Pick<Business, 'defaultCountry' | 'hours' | 'currency' | 'languages'>;

/**
 * Reads the tables of a business. A file that is not there is an empty table.
 * `business`: undefined when its own file cannot be read; the tables are then only looked through for problems.
 */
export function readTables(
  files: ReadonlyMap<string, string>,
  business: TableDefaults | undefined,
): { readonly tables: BusinessTables; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const defaultCountry = business?.defaultCountry;
  const orders = readOrders(files, defaultCountry, problems);
  const itemsOf = readItems(
    files,
    new Set(orders.map(({ orderNumber }) => sameNumber(orderNumber))),
    problems,
  );
  const catalogue = readCatalogue(
    files,
    { currency: business?.currency ?? 'USD', language: business?.languages[0] ?? 'en' },
    problems,
  );
  const complete = orders.map((order) => ({
    ...order,
    items: [...(itemsOf.get(sameNumber(order.orderNumber)) ?? [])],
  }));
  const resources = readResources(files, business?.hours, problems);
  const appointments = readAppointments(files, resources, defaultCountry, problems);
  return { tables: { orders: complete, catalogue, resources, appointments }, problems };
}

type Item = Order['items'][number];

function readOrders(
  files: ReadonlyMap<string, string>,
  defaultCountry: string | undefined,
  problems: FileProblem[],
): readonly OrderRecord[] {
  const columns = {
    required: ['order_number', 'placed_at', 'status'],
    optional: ['expected_delivery', 'carrier', 'tracking_url', 'total', 'phone', 'email', 'postcode'],
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
      carrier: row.values.get('carrier'),
      trackingUrl: optionalValue(
        reader,
        'tracking_url',
        url,
        'write a web address such as https://example.com/t/1',
      ),
      total: optionalAmount(reader, 'total'),
      contactPhone: optionalPhone(reader, defaultCountry),
      email: optionalValue(reader, 'email', z.email(), 'write an e-mail address such as ana@example.com'),
      postcode: row.values.get('postcode'),
    };
  });
}

function readItems(
  files: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  problems: FileProblem[],
): ReadonlyMap<string, readonly Item[]> {
  const columns = { required: ['order_number', 'sku', 'name', 'quantity'], optional: [] };
  const rows = readRows(files, itemsFile, columns, problems, (reader) => {
    const orderNumber = requiredText(reader, 'order_number');
    if (orderNumber !== '' && !known.has(sameNumber(orderNumber))) {
      reader.note(
        'order_number',
        `there is no order "${orderNumber}" in ${ordersFile}`,
        'correct the number or add the order',
      );
    }
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

/** Order numbers are told apart without regard to case. */
function sameNumber(orderNumber: string): string {
  return orderNumber.toUpperCase();
}
