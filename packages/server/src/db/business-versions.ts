import { z } from 'zod';
import { Business } from '@ambit/core/business/business';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const Published = z
  .object({ version: z.number(), content: Business, content_hash: z.string() })
  .transform((row) => ({ version: row.version, business: row.content, contentHash: row.content_hash }));

/** A version of the business as published; the newest one counts for new turns. */
export type PublishedBusiness = z.output<typeof Published>;

/** The newest published version, or one by number. */
export async function readBusinessVersion(
  client: Queryable,
  version?: number,
): Promise<PublishedBusiness | undefined> {
  const found = await client.query({
    text: `select version, content, content_hash from business_versions
            where $1::int is null or version = $1 order by version desc limit 1`,
    values: [version ?? null],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : Published.parse(row);
}

/** Publishes a version. `note`: why, for people. Returns its number. */
export async function publishBusiness(
  client: Queryable,
  business: Business,
  contentHash: string,
  note = '',
): Promise<number> {
  const made = await client.query({
    text: 'insert into business_versions (content, content_hash, note) values ($1, $2, $3) returning version',
    values: [jsonText(business), contentHash, note],
  });
  return z.object({ version: z.number() }).parse(made.rows[0]).version;
}
