import { z } from 'zod';
import { AppliedMigration } from '../db/migrate.ts';
import { TableShape } from '../db/table-shapes.ts';

/**
 * A backup is gzipped lines of JSON: a header, then for each table its name and its rows, each an array of texts, then
 * an end with the number of rows and the SHA-256 of all lines before it. A file without its end is cut short.
 */
export const Header = z.object({
  ambit: z.literal('backup'),
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(AppliedMigration),
  tables: z.array(TableShape),
});
export type Header = z.infer<typeof Header>;

export const TableBegins = z.object({ table: z.string() });
export const RowLine = z.array(z.union([z.string(), z.null()]));
export const End = z.object({ end: z.literal(true), rows: z.number(), sha256: z.string() });
