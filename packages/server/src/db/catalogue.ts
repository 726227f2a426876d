import { z } from 'zod';
import { Product } from '@ambit/core/catalogue/product';
import { countColumn } from './columns.ts';
import type { Queryable } from './database.ts';

/** What `ProductRow` reads. */
export const productColumns = 'sku, price_minor, currency, stock, retailer_id, record';

/** A row of the catalogue. */
export const ProductRow = z
  .object({
    sku: z.string(),
    price_minor: countColumn,
    currency: z.string(),
    stock: z.number().nullable(),
    retailer_id: z.string().nullable(),
    record: z.record(z.string(), z.unknown()),
  })
  .transform((row) =>
    Product.parse({
      ...row.record,
      sku: row.sku,
      priceMinor: row.price_minor,
      currency: row.currency,
      ...(row.stock === null ? {} : { stock: row.stock }),
      ...(row.retailer_id === null ? {} : { retailerId: row.retailer_id }),
    }),
  );

/** What changes of a product while it is sold, and which record it has. */
const SoldRow = z.object({
  sku: z.string(),
  price_minor: countColumn,
  currency: z.string(),
  stock: z.number().nullable(),
  retailer_id: z.string().nullable(),
  record_hash: z.string(),
});
const RecordRow = z.object({
  sku: z.string(),
  record: z.record(z.string(), z.unknown()),
  record_hash: z.string(),
});

/** Records read before, by number and hash: a big catalogue is not taken apart anew for each message. */
const records = new Map<string, Product>();
const mostRecords = 20_000;

/**
 * All that is sold, in the order of the business's files, with the prices and the stock of now. Products whose record
 * has not changed since the last time share the texts of that time.
 */
export async function readCatalogue(client: Queryable): Promise<readonly Product[]> {
  const found = await client.query({
    name: 'read-catalogue',
    text: `select sku, price_minor, currency, stock, retailer_id, md5(record::text) as record_hash
             from catalogue order by place, sku`,
  });
  const rows = z.array(SoldRow).parse(found.rows);
  const unknown = rows.filter((row) => !records.has(keyOf(row)));
  // A catalogue that is larger than that is kept whole, and no other beside it.
  const isFull = unknown.length > 0 && records.size + unknown.length > Math.max(mostRecords, rows.length);
  if (isFull) records.clear();
  const read = await readRecords(client, isFull ? rows : unknown);
  return rows.flatMap((row) => {
    // One that was changed between the two looks is told as the second found it; one that was taken out is not there.
    const record = records.get(keyOf(row)) ?? read.get(row.sku);
    if (record === undefined) return [];
    const { stock: _stock, retailerId: _retailerId, ...texts } = record;
    return [
      {
        ...texts,
        priceMinor: row.price_minor,
        currency: row.currency,
        ...(row.stock === null ? {} : { stock: row.stock }),
        ...(row.retailer_id === null ? {} : { retailerId: row.retailer_id }),
      },
    ];
  });
}

async function readRecords(
  client: Queryable,
  rows: readonly { readonly sku: string }[],
): Promise<ReadonlyMap<string, Product>> {
  const read = new Map<string, Product>();
  if (rows.length === 0) return read;
  const found = await client.query({
    name: 'read-catalogue-records',
    text: `select ${productColumns}, md5(record::text) as record_hash from catalogue where sku = any ($1)`,
    values: [rows.map(({ sku }) => sku)],
  });
  for (const row of found.rows) {
    const product = ProductRow.parse(row);
    records.set(keyOf(RecordRow.parse(row)), product);
    read.set(product.sku, product);
  }
  return read;
}

function keyOf(row: { readonly sku: string; readonly record_hash: string }): string {
  return `${row.sku} ${row.record_hash}`;
}

/** The products with these numbers, the business's own in any case, or Meta's, in catalogue order. */
export async function findProducts(
  client: Queryable,
  numbers: readonly string[],
): Promise<readonly Product[]> {
  const found = await client.query({
    name: 'find-products',
    text: `select ${productColumns} from catalogue
            where upper(sku) = any ($1) or retailer_id = any ($2) order by place, sku`,
    values: [numbers.map((number) => number.toUpperCase()), numbers],
  });
  return found.rows.map((row) => ProductRow.parse(row));
}

/** Products held against a change until commit, in one order for everybody so that nobody waits in a circle. */
export async function lockProducts(client: Queryable, skus: readonly string[]): Promise<readonly Product[]> {
  const found = await client.query({
    name: 'lock-products',
    text: `select ${productColumns} from catalogue where sku = any ($1) order by sku for update`,
    values: [skus],
  });
  return found.rows.map((row) => ProductRow.parse(row));
}

/** Takes so many of a product that is counted; the row must be held and have them. */
export async function takeStock(client: Queryable, sku: string, quantity: number): Promise<void> {
  await client.query({
    name: 'take-stock',
    text: 'update catalogue set stock = stock - $2 where sku = $1 and stock is not null',
    values: [sku, quantity],
  });
}
