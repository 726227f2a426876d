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

/** All that is sold, in the order of the business's files. */
export async function readCatalogue(client: Queryable): Promise<readonly Product[]> {
  const found = await client.query({
    name: 'read-catalogue',
    text: `select ${productColumns} from catalogue order by place, sku`,
  });
  return found.rows.map((row) => ProductRow.parse(row));
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
