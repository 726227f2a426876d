import type { FileProblem } from '@ambit/core/business/file-problem';
import type { ImportTable } from '@ambit/core/business/read-import';
import { readAllResources } from '../db/appointments.ts';
import { keepBusinessFiles, readBusinessFiles } from '../db/business-files.ts';
import { publishBusiness, readBusinessVersion } from '../db/business-versions.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { TableChanges } from '../db/import/table-changes.ts';
import type { DecodedTable } from './decode-table.ts';
import { knowingCatalogue, mergeTable, type MergeNeeds } from './merge-tables.ts';
import { readInThread } from './read-in-thread.ts';
import { tryTransaction } from './try-transaction.ts';

/**
 * `problems`: of lines that were left out because it was asked for. `rows`: how many the files have. `would-empty`:
 * files without a row would have removed so many, which nobody asked for.
 */
export type FilesImported =
  | {
      readonly kind: 'imported';
      readonly rows: number;
      readonly changes: TableChanges;
      readonly problems: readonly FileProblem[];
      readonly encodings: readonly DecodedTable['encoding'][];
    }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
  | {
      readonly kind: 'would-empty';
      readonly removed: number;
      readonly problems: readonly FileProblem[];
    };

/** `files`: as they were written; `removeAll`: even if they have no row; `dryRun`: everything is done, and undone again. */
export type FilesToImport = {
  readonly table: ImportTable;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly replace: boolean;
  readonly removeAll: boolean;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
  readonly onRows: (done: number, of: number) => Promise<void>;
};

/**
 * Reads files into one table of a running business, all of their lines or none. One import at a time, and none while
 * a version is published. When the catalogue changes, the scope guard gets to know it by a version of its own.
 */
export function importFiles(
  database: Database,
  asked: FilesToImport,
  needs: MergeNeeds,
): Promise<FilesImported> {
  return tryTransaction(database, async (client) => {
    const outcome = await importInto(client, asked, needs);
    return { lasts: outcome.kind === 'imported' && !asked.dryRun, outcome };
  });
}

async function importInto(
  client: Queryable,
  { table, files, replace, removeAll, skipBad, dryRun, onRows }: FilesToImport,
  needs: MergeNeeds,
): Promise<FilesImported> {
  await client.query({ text: 'select only_row from schema_lock for update' });
  const published = await readBusinessVersion(client);
  if (published === undefined) throw new Error('No business is published yet; start the server once first');
  const { business, version, contentHash } = published;
  const resources = table === 'appointments' ? await readAllResources(client) : [];
  const written = [...files].map(([name, bytes]) => ({ name, bytes }));
  const reading = await readInThread({ table, files: written, business, resources, skipBad });
  if (reading.kind === 'problems') return { kind: 'refused', problems: reading.problems };
  const rows = reading.rows.rows.length;
  const merged = await mergeTable(
    client,
    reading.rows,
    { replace, onRows: (done) => onRows(done, rows) },
    needs,
  );
  const { removed } = merged.changes;
  if (rows === 0 && removed > 0 && !removeAll && !dryRun)
    return { kind: 'would-empty', removed, problems: reading.problems };
  const [name = ''] = files.keys();
  // Of the tables that lines may not fit into, each is one file.
  const taken = merged.problems.map((problem) => ({ ...problem, file: name }));
  if (taken.length > 0 && !skipBad) return { kind: 'refused', problems: taken };
  if (table === 'catalogue') {
    const knowing = await knowingCatalogue(client, business);
    if (JSON.stringify(knowing) !== JSON.stringify(business)) {
      const next = await publishBusiness(client, knowing, contentHash, 'catalogue imported');
      await keepBusinessFiles(client, next, await readBusinessFiles(client, version));
    }
  }
  return {
    kind: 'imported',
    rows,
    changes: merged.changes,
    problems: [...reading.problems, ...taken],
    encodings: reading.encodings,
  };
}
