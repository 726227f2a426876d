import { z } from 'zod';
import { MetaProduct } from '@ambit/core/catalogue/meta-product';
import { instantColumn, optionalColumn } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const CatalogueRow = z
  .object({
    catalogue_id: z.string(),
    read_at: optionalColumn(instantColumn),
    trouble: optionalColumn(z.string()),
  })
  .transform((row) => ({ catalogueId: row.catalogue_id, readAt: row.read_at, trouble: row.trouble }));

/** A catalogue at Meta. `readAt`: when it was last read to its end; `trouble`: why the last try came to nothing. */
export type KnownCatalogue = z.output<typeof CatalogueRow>;

/** The catalogues of these ids that somebody has tried to read. */
export async function readMetaCatalogues(
  client: Queryable,
  ids: readonly string[],
): Promise<readonly KnownCatalogue[]> {
  const found = await client.query({
    name: 'read-meta-catalogues',
    text: 'select catalogue_id, read_at, trouble from meta_catalogues where catalogue_id = any ($1) order by 1',
    values: [ids],
  });
  return found.rows.map((row) => CatalogueRow.parse(row));
}

/** Which of these catalogues nobody has tried to read for so long. */
export async function staleCatalogues(
  client: Queryable,
  ids: readonly string[],
  afterMs: number,
): Promise<readonly string[]> {
  const found = await client.query({
    text: `select id from unnest($1::text[]) as given (id)
            where not exists (select 1 from meta_catalogues m
                               where m.catalogue_id = id
                                 and m.tried_at > now() - $2 * interval '1 ms'
                                     * case when m.trouble is null then 1 else 0.1 end)`,
    values: [ids, afterMs],
  });
  return found.rows.map((row) => String(row['id']));
}

/** Keeps a catalogue as it was just read, in place of what was known of it. */
export async function saveMetaCatalogue(
  client: Queryable,
  catalogueId: string,
  products: readonly MetaProduct[],
): Promise<void> {
  await client.query({
    text: `insert into meta_catalogues (catalogue_id, read_at, tried_at) values ($1, now(), now())
           on conflict (catalogue_id) do update set read_at = now(), tried_at = now(), trouble = null`,
    values: [catalogueId],
  });
  await client.query({ text: 'delete from meta_products where catalogue_id = $1', values: [catalogueId] });
  const byId = [...new Map(products.map((product) => [product.retailerId, product])).values()];
  await client.query({
    text: `insert into meta_products (catalogue_id, retailer_id, record)
           select $1, r ->> 'retailerId', r from jsonb_array_elements($2::jsonb) as given (r)`,
    values: [catalogueId, jsonText(byId)],
  });
}

/** Notes why a catalogue could not be read; what was known of it stays. */
export async function noteCatalogueTrouble(
  client: Queryable,
  catalogueId: string,
  trouble: string,
): Promise<void> {
  await client.query({
    text: `insert into meta_catalogues (catalogue_id, tried_at, trouble) values ($1, now(), $2)
           on conflict (catalogue_id) do update set tried_at = now(), trouble = excluded.trouble`,
    values: [catalogueId, trouble],
  });
}

/** The products of a catalogue at Meta as it was last read. */
export async function readMetaProducts(
  client: Queryable,
  catalogueId: string,
): Promise<readonly MetaProduct[]> {
  const found = await client.query({
    name: 'read-meta-products',
    text: 'select record from meta_products where catalogue_id = $1 order by retailer_id',
    values: [catalogueId],
  });
  return found.rows.map((row) => MetaProduct.parse(row['record']));
}

/** Which of these products can be bought in some catalogue at Meta, by their ids there. */
export async function idsAtMeta(
  client: Queryable,
  retailerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (retailerIds.length === 0) return new Set();
  const found = await client.query({
    name: 'ids-at-meta',
    text: 'select distinct retailer_id from meta_products where retailer_id = any ($1)',
    values: [retailerIds],
  });
  return new Set(found.rows.map((row) => String(row['retailer_id'])));
}
