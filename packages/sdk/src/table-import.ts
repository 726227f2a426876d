import { z } from 'zod';

/** The built-in tables that files are read into. */
export const ImportTable = z.enum([
  'orders',
  'catalogue',
  'resources',
  'appointments',
  'customers',
  'subscriptions',
]);
export type ImportTable = z.infer<typeof ImportTable>;

/** Something wrong in a file: where (lines from 1), what, and how to mend it. */
export const FileProblem = z.object({
  file: z.string(),
  line: z.number().optional(),
  field: z.string().optional(),
  message: z.string(),
  fix: z.string(),
});

/**
 * What became of the rows of a table. `kept`: rows that lived on where the file says something else; `fields`: which
 * of theirs stayed, none when the file no longer has the row.
 */
export const TableChanges = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  kept: z.array(z.object({ row: z.string(), fields: z.array(z.string()) })),
});
export type TableChanges = z.infer<typeof TableChanges>;

/**
 * POST /api/tables/:table/import. `files`: by name, CSV or JSON in base64; one, or for orders also those of their
 * items and events. `replace`: what earlier files brought and these do not have is removed; `removeAll`: also when
 * they have no row at all. `skipBad`: bad lines are left out instead of stopping everything. `dryRun`: only says what
 * would happen.
 */
export const TableImportRequest = z.object({
  files: z.record(z.string().min(1).max(300), z.base64()),
  replace: z.boolean().default(false),
  removeAll: z.boolean().default(false),
  skipBad: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});
export type TableImportRequest = z.input<typeof TableImportRequest>;

/**
 * What came of it: all of the file, but for the lines that `problems` are about, or nothing. `would-empty`: nothing, as
 * files without a row would have removed all that earlier ones brought, so many rows.
 */
export const TableImportOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('imported'),
    rows: z.number(),
    changes: TableChanges,
    problems: z.array(FileProblem),
    encodings: z.array(z.string()),
  }),
  z.object({ kind: z.literal('refused'), problems: z.array(FileProblem) }),
  z.object({
    kind: z.literal('would-empty'),
    removed: z.number(),
    problems: z.array(FileProblem),
  }),
]);
export type TableImportOutcome = z.infer<typeof TableImportOutcome>;

/** The answer comes as lines of JSON: how far it is, as it goes, and at the end what came of it. */
export const TableImportLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), of: z.number() }),
  ...TableImportOutcome.options,
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type TableImportLine = z.infer<typeof TableImportLine>;
