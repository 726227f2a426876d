import { z } from 'zod';
import { mergeRow, saysTheSame, type Row } from '@ambit/core/business/merge-row';
import { Product } from '@ambit/core/catalogue/product';
import { productColumns, ProductRow } from '../catalogue.ts';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
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

/** A product whose id at Meta is another's, `other`, and that was left as it is. */
export type ClashingProduct = { readonly sku: string; readonly retailerId: string; readonly other: string };

/**
 * Reads products into a catalogue that is in use. Stock that was sold meanwhile stays sold: what the file's number
 * rose or fell by is added to what is there. `columns`: which the file has, or undefined when it says all. What is as
 * it was is not written.
 */
export async function mergeCatalogue(
  client: Queryable,
  { rows, columns }: { readonly rows: readonly Product[]; readonly columns: readonly string[] | undefined },
  { replace, formerly, onRows }: ImportOptions,
): Promise<TableChanges & { readonly clashing: readonly ClashingProduct[] }> {
  const wanted = rows.map(({ sku }) => sku.toUpperCase());
  const stored = await lockCatalogue(client, wanted, replace);
  const known = new Map(stored.map((each) => [each.product.sku.toUpperCase(), each]));
  const named = new Set(wanted);
  const removed = stored
    .map(({ product }) => product.sku)
    .filter((sku) => !named.has(sku.toUpperCase()) && formerly?.has(sku.toUpperCase()) !== false);
  await client.query({ text: 'delete from catalogue where sku = any ($1)', values: [removed] });
  const last = await client.query({ text: 'select coalesce(max(place), 0) as place from catalogue' });
  const lastPlace = z.number().parse(last.rows[0]?.['place']);
  const placesStay = !replace || inOrder(wanted.map((sku) => known.get(sku)?.place));
  const planned = rows.map((record, index): PlannedProduct => {
    const file = givenFields(record, columns, fieldsOf);
    const there = known.get(record.sku.toUpperCase());
    const place = there !== undefined && placesStay ? there.place : lastPlace + index + 1;
    if (there === undefined) return { product: record, base: file, place, there, change: 'added' };
    const given = { ...file, sku: there.product.sku };
    const merged = mergeRow({ base: there.base ?? there.product, stored: there.product, file: given }, rules);
    const base = { ...there.base, ...given };
    const change = merged.changed.length > 0 ? 'changed' : 'unchanged';
    return { product: Product.parse(merged.row), base, place, there, change };
  });
  const clashing = await clashesIn(client, planned, wanted);
  const refused = new Set(clashing.map(({ sku }) => sku));
  const taken = planned.filter(({ product }) => !refused.has(product.sku));
  const writes = taken.filter(isToWrite);
  // An id at Meta may go from one product to another.
  await client.query({
    text: 'update catalogue set retailer_id = null where sku = any ($1) and retailer_id is not null',
    values: [writes.flatMap(({ there }) => there?.product.sku ?? [])],
  });
  for (let at = 0; at < writes.length; at += rowsAtOnce) {
    await writeProducts(client, writes.slice(at, at + rowsAtOnce));
    await onRows(Math.min(rows.length, at + rowsAtOnce));
  }
  await onRows(rows.length);
  const count = (change: PlannedProduct['change']): number =>
    taken.filter((each) => each.change === change).length;
  return {
    added: count('added'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    removed: removed.length,
    kept: [],
    clashing,
  };
}

/** What a line comes to beside what is there of its product. */
type PlannedProduct = {
  readonly product: Product;
  readonly base: Row;
  readonly place: number;
  readonly there: Stored | undefined;
  readonly change: 'added' | 'changed' | 'unchanged';
};

function isToWrite({ change, base, place, there }: PlannedProduct): boolean {
  return change !== 'unchanged' || place !== there?.place || !saysTheSame(base, there.base);
}

/** Whether what is there already stands in this order, and all that is new after it. */
function inOrder(places: readonly (number | undefined)[]): boolean {
  let last = 0;
  return places.every((place) => {
    const follows = place === undefined || place > last;
    last = place ?? Infinity;
    return follows;
  });
}

/** Products that want an id at Meta of one that keeps it, because no line says otherwise or its own line cannot be. */
async function clashesIn(
  client: Queryable,
  planned: readonly PlannedProduct[],
  wanted: readonly string[],
): Promise<readonly ClashingProduct[]> {
  const ids = planned.flatMap(({ product }) => product.retailerId ?? []);
  const found = await client.query({
    text: 'select sku, retailer_id from catalogue where retailer_id = any ($1) and upper(sku) <> all ($2)',
    values: [ids, wanted],
  });
  const holders = new Map(found.rows.map((row) => [String(row['retailer_id']), String(row['sku'])]));
  const clashing = new Map<string, ClashingProduct>();
  for (;;) {
    const before = clashing.size;
    for (const { product, there } of planned) {
      const { sku, retailerId } = product;
      const other = retailerId === undefined ? undefined : holders.get(retailerId);
      if (retailerId === undefined || other === undefined || other === sku || clashing.has(sku)) continue;
      clashing.set(sku, { sku, retailerId, other });
      const own = there?.product.retailerId;
      if (own !== undefined) holders.set(own, sku);
    }
    if (clashing.size === before) return [...clashing.values()];
  }
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
