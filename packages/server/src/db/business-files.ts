import { createHash } from 'node:crypto';
import { z } from 'zod';
import { countColumn, instantColumn } from './columns.ts';
import type { Queryable } from './database.ts';

const FileRow = z.object({ path: z.string(), content: z.instanceof(Uint8Array) });

const SummaryRow = z
  .object({ version: z.number(), note: z.string(), published_at: instantColumn, files: countColumn })
  .transform(({ published_at: publishedAt, ...row }) => ({ ...row, publishedAt }));

/** A version as a list shows it. `publishedAt`: ms since 1970, of the database. */
export type VersionSummary = z.output<typeof SummaryRow>;

/** Keeps the files that a version was made of: relative path → bytes. */
export async function keepBusinessFiles(
  client: Queryable,
  version: number,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const kept = [...files].map(([path, bytes]) => ({ path, bytes, hash: hashOf(bytes) }));
  await client.query({
    text: `insert into business_file_contents (content_hash, content)
           select distinct on (h) h, c from unnest($1::text[], $2::bytea[]) as given (h, c)
               on conflict do nothing`,
    values: [kept.map(({ hash }) => hash), kept.map(({ bytes }) => Buffer.from(bytes))],
  });
  await client.query({
    text: `insert into business_files (version, path, content_hash)
           select $1, p, h from unnest($2::text[], $3::text[]) as given (p, h)`,
    values: [version, kept.map(({ path }) => path), kept.map(({ hash }) => hash)],
  });
}

/** The files of a version: relative path → bytes. Empty for a version that was published without them. */
export async function readBusinessFiles(
  client: Queryable,
  version: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await client.query({
    text: `select path, content from business_files join business_file_contents using (content_hash)
            where version = $1 order by path`,
    values: [version],
  });
  return new Map(
    found.rows.map((row) => {
      const { path, content } = FileRow.parse(row);
      return [path, content];
    }),
  );
}

/** The newest versions, the newest first. */
export async function listBusinessVersions(
  client: Queryable,
  most: number,
): Promise<readonly VersionSummary[]> {
  const found = await client.query({
    text: `select version, note, published_at,
                  (select count(*) from business_files f where f.version = v.version) as files
             from business_versions v order by version desc limit $1`,
    values: [most],
  });
  return found.rows.map((row) => SummaryRow.parse(row));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
