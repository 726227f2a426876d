import { z } from 'zod';
import { mergeRow, type Row } from '@ambit/core/business/merge-row';
import { Product } from '@ambit/core/catalogue/product';
import { productColumns, ProductRow } from './catalogue.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';
import { givenFields, rowsAtOnce, type ImportOptions, type TableChanges } from './table-changes.ts';

const Imported = z.record(z.string(), z.unknown());
const fieldOfColumn: Readonly<Record<string, readonly string[]>> = {
  price: ['priceMinor', 'currency'],
  currency: ['priceMinor', 'currency'],
  weight_grams: ['weightGrams'],
  image_url: ['imageUrl'],
  page_url: ['pageUrl'],
  retailer_id: ['retailerId'],
  colours: ['attributes'],
  sizes: ['attributes'],
};

/** Fills the catalogue from a business's files. */
export async function importCatalogue(client: Queryable, catalogue: readonly Product[]): Promise<void> {
  const options = { replace: false, onRows: () => Promise.resolve() };
  await mergeCatalogue(client, { rows: catalogue, columns: undefined }, options);
}

/**
 * Reads products into a catalogue that is in use. Stock that was sold meanwhile stays sold: what the file's number
 * rose or fell by is added to what is there. `columns`: which the file has, or undefined when it says all.
 */
export async function mergeCatalogue(
  client: Queryable,
  { rows, columns }: { readonly rows: readonly Product[]; readonly columns: readonly string[] | undefined },
  { replace, formerly, onRows }: ImportOptions,
): Promise<TableChanges> {
  const wanted = rows.map(({ sku }) => sku.toUpperCase());
  const stored = await lockCatalogue(client, wanted, replace);
  const known = new Map(stored.map((each) => [each.product.sku.toUpperCase(), each]));
  const named = new Set(wanted);
  const removed = stored
    .map(({ product }) => product.sku)
    .filter((sku) => !named.has(sku.toUpperCase()) && formerly?.has(sku.toUpperCase()) !== false);
  await client.query({ text: 'delete from catalogue where sku = any ($1)', values: [removed] });
  // An id at Meta may go from one product to another.
  await client.query({
    text: 'update catalogue set retailer_id = null where upper(sku) = any ($1)',
    values: [wanted],
  });
  const last = await client.query({ text: 'select coalesce(max(place), 0) as place from catalogue' });
  const lastPlace = z.number().parse(last.rows[0]?.['place']);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  let writes: { product: Product; base: Row; place: number }[] = [];
  for (const [index, record] of rows.entries()) {
    const file = givenFields(record, columns, fieldsOf);
    const there = known.get(record.sku.toUpperCase());
    const place = replace || there === undefined ? lastPlace + index + 1 : there.place;
    if (there === undefined) {
      counts.added += 1;
      writes.push({ product: record, base: file, place });
    } else {
      const given = { ...file, sku: there.product.sku };
      const base = there.base ?? there.product;
      const merged = mergeRow({ base, stored: there.product, file: given }, rules);
      if (merged.changed.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      writes.push({ product: Product.parse(merged.row), base: { ...there.base, ...given }, place });
    }
    if (writes.length < rowsAtOnce && index + 1 < rows.length) continue;
    await writeProducts(client, writes);
    writes = [];
    await onRows(index + 1);
  }
  return { ...counts, removed: removed.length, kept: [] };
}

/** Nothing but stock changes in chats. */
const rules = {
  counted: ['stock'],
  businessOnly: Object.keys(Product.shape),
};

function fieldsOf(column: string): readonly string[] {
  const text = /^(name|description|keywords)(_|$)/.exec(column)?.[1];
  if (text !== undefined) return [text === 'keywords' ? text : `${text}s`];
  return column.startsWith('attribute_') ? ['attributes'] : (fieldOfColumn[column] ?? [column]);
}

type Stored = { readonly product: Product; readonly base: Row | undefined; readonly place: number };

/** Holds products against changes until commit, in the order in which carts do. */
async function lockCatalogue(
  client: Queryable,
  skus: readonly string[],
  all: boolean,
): Promise<readonly Stored[]> {
  const found = await client.query({
    text: `select ${productColumns}, imported, place from catalogue
            where upper(sku) = any ($1) or $2 order by sku for update`,
    values: [skus, all],
  });
  return found.rows.map((row) => ({
    product: ProductRow.parse(row),
    base: row['imported'] === null ? undefined : Imported.parse(row['imported']),
    place: z.number().parse(row['place']),
  }));
}

async function writeProducts(
  client: Queryable,
  products: readonly { readonly product: Product; readonly base: Row; readonly place: number }[],
): Promise<void> {
  const written = products.map(({ product, base, place }) => {
    const { sku, priceMinor, currency, stock, retailerId, ...record } = product;
    return { sku, place, priceMinor, currency, stock, retailerId, record, imported: base };
  });
  await client.query({
    name: 'write-products',
    text: `insert into catalogue (sku, place, price_minor, currency, stock, retailer_id, record, imported)
           select sku, place, "priceMinor", currency, stock, "retailerId", record, imported
             from jsonb_to_recordset($1::jsonb) as r(sku text, place integer, "priceMinor" bigint, currency text,
                    stock integer, "retailerId" text, record jsonb, imported jsonb)
           on conflict (sku) do update
              set (place, price_minor, currency, stock, retailer_id, record, imported)
                = (excluded.place, excluded.price_minor, excluded.currency, excluded.stock, excluded.retailer_id,
                   excluded.record, excluded.imported)`,
    values: [jsonText(written)],
  });
}
