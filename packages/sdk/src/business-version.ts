import { z } from 'zod';
import { FileProblem, ImportTable, TableChanges } from './table-import.ts';

/** GET /api/business/versions: the newest first. `publishedAt`: ms since 1970; `files`: how many it was made of. */
export const BusinessVersionList = z.object({
  versions: z.array(
    z.object({ version: z.number(), note: z.string(), publishedAt: z.number(), files: z.number() }),
  ),
});
export type BusinessVersionList = z.infer<typeof BusinessVersionList>;

/** By relative path with "/", what is in a file, in base64. */
const Files = z.record(z.string().max(300), z.base64());

/** GET /api/business/files: what a version was made of, as it was written; `?version=` an older one. */
export const BusinessFiles = z.object({ version: z.number(), files: Files });
export type BusinessFiles = z.infer<typeof BusinessFiles>;

/**
 * POST /api/business/versions: all files of the business. `onTopOf`: the newest version the sender has seen; when
 * another was published since, nothing happens. `note`: why, for people.
 */
export const PublishRequest = z.object({
  files: Files,
  onTopOf: z.number().int().positive(),
  note: z.string().max(500).default(''),
});
export type PublishRequest = z.input<typeof PublishRequest>;

/** What became of a table whose files have changed. */
const PublishedTable = z.object({ table: ImportTable, changes: TableChanges });
export type PublishedTable = z.infer<typeof PublishedTable>;

/**
 * What came of it. `same`: the files say what is published already; `moved-on`: somebody published `version` since;
 * `refused`: by file, line (from 1) and field, what to mend.
 */
export const PublishOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published'), version: z.number(), tables: z.array(PublishedTable) }),
  z.object({ kind: z.literal('same'), version: z.number() }),
  z.object({ kind: z.literal('moved-on'), version: z.number() }),
  z.object({
    kind: z.literal('refused'),
    problems: z.array(FileProblem),
  }),
]);
export type PublishOutcome = z.infer<typeof PublishOutcome>;
