import { z } from 'zod';
import { Order } from '../tool/order-tools.ts';
import { readCsv } from './csv.ts';
import type { CsvRow } from './csv.ts';
import { suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';
import { phoneDigits } from './phone-number.ts';
import { headerProblems, optionalAmount, optionalDay, optionalValue, requiredText } from './read-columns.ts';
import type { Columns, RowReader } from './read-columns.ts';
import type { BusinessTables, CatalogueItem, OrderRecord } from './tables.ts';

const ordersFile = 'data/orders.csv';
const itemsFile = 'data/order-items.csv';
const catalogueFile = 'data/catalogue.csv';

/** The table files a business may have. */
export const tableFiles = [ordersFile, itemsFile, catalogueFile] as const;

/**
 * Reads the tables of a business. A file that is not there is an empty table.
 * `defaultCountry`: ISO code, for phone numbers written without a country code.
 */
export function readTables(
  files: ReadonlyMap<string, string>,
  defaultCountry: string | undefined,
): { readonly tables: BusinessTables; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const orders = readOrders(files, defaultCountry, problems);
  const itemsOf = readItems(
    files,
    new Set(orders.map(({ orderNumber }) => sameNumber(orderNumber))),
    problems,
  );
  const catalogue = readCatalogue(files, problems);
  const complete = orders.map((order) => ({
    ...order,
    items: [...(itemsOf.get(sameNumber(order.orderNumber)) ?? [])],
  }));
  return { tables: { orders: complete, catalogue }, problems };
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

function readCatalogue(
  files: ReadonlyMap<string, string>,
  problems: FileProblem[],
): readonly CatalogueItem[] {
  const columns = { required: ['sku', 'name', 'price'], optional: ['description', 'sizes', 'stock'] };
  const seen = new Map<string, number>();
  return readRows(files, catalogueFile, columns, problems, (reader) => {
    const sku = requiredText(reader, 'sku');
    noteRepeat(reader, 'sku', sku.toUpperCase(), seen);
    requiredText(reader, 'price');
    return {
      sku,
      name: requiredText(reader, 'name'),
      description: reader.row.values.get('description'),
      price: optionalAmount(reader, 'price') ?? 0,
      sizes: (reader.row.values.get('sizes') ?? '').split(/[\s/;|]+/).filter((size) => size !== ''),
      stock: wholeNumber(reader, 'stock', 0),
    };
  });
}

function readRows<T>(
  files: ReadonlyMap<string, string>,
  file: string,
  columns: Columns,
  problems: FileProblem[],
  read: (reader: RowReader) => T,
): readonly T[] {
  const text = files.get(file);
  if (text === undefined) return [];
  const table = readCsv(file, text);
  const header = headerProblems(file, table, columns);
  problems.push(...header, ...table.problems);
  // Without the columns it needs, every line would repeat what the header's problem already says.
  if (columns.required.some((column) => !table.columns.includes(column))) return [];
  return table.rows.map((row: CsvRow) =>
    read({
      row,
      note: (field, message, fix) => problems.push({ file, line: row.line, field, message, fix }),
    }),
  );
}

function noteRepeat(
  { row, note }: RowReader,
  column: string,
  value: string,
  seen: Map<string, number>,
): void {
  const first = seen.get(value);
  if (value === '') return;
  if (first === undefined) seen.set(value, row.line);
  else note(column, `"${value}" is already on line ${first}`, 'give each line its own, or delete one');
}

function wholeNumber({ row, note }: RowReader, column: string, least: number): number | undefined {
  const value = row.values.get(column);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  note(
    column,
    `"${value}" is not a whole number from ${least} on`,
    `write digits only, such as ${least + 1}`,
  );
  return undefined;
}

function optionalPhone({ row, note }: RowReader, defaultCountry: string | undefined): string | undefined {
  const value = row.values.get('phone');
  if (value === undefined) return undefined;
  const digits = phoneDigits(value, defaultCountry);
  if (digits !== undefined) return digits;
  note(
    'phone',
    `"${value}" is not a phone number`,
    'write it with "+" and the country code, such as +1 415 555 0142',
  );
  return undefined;
}

/** Order numbers are told apart without regard to case. */
function sameNumber(orderNumber: string): string {
  return orderNumber.toUpperCase();
}
