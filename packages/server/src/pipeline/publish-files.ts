import type { FileProblem } from '@ambit/core/business/file-problem';
import { keepFormerFlows } from '@ambit/core/business/keep-former-flows';
import { keepBusinessFiles, readBusinessFiles } from '../db/business-files.ts';
import { publishBusiness, readBusinessVersion } from '../db/business-versions.ts';
import type { Database, Queryable } from '../db/database.ts';
import { bookedResources } from '../db/import/import-resources.ts';
import { knowingCatalogue, mergeTable, type MergedTable, type MergeNeeds } from './merge-tables.ts';
import { readFolderInThread } from './read-in-thread.ts';
import { tryTransaction } from './try-transaction.ts';

/**
 * What came of publishing. `same`: the files say what is published already. `moved-on`: somebody published since;
 * `version` is the newest. `refused`: nothing was published.
 */
export type FilesPublished =
  | { readonly kind: 'published'; readonly version: number; readonly tables: readonly MergedTable[] }
  | { readonly kind: 'same'; readonly version: number }
  | { readonly kind: 'moved-on'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** `own`: as they were written; `files`: as they are understood; `onTopOf`: the version the publisher looked at. */
export type FilesToPublish = {
  readonly own: ReadonlyMap<string, Uint8Array>;
  readonly files: ReadonlyMap<string, string>;
  readonly onTopOf: number;
  readonly note: string;
};

/**
 * Publishes what files say as the next version, which new turns get. Conversations that are in the middle of a flow
 * keep the version of it they are in. Tables whose files have changed since the version before are read again, as
 * `mergeTable` does: what customers did meanwhile stays.
 */
export async function publishFiles(
  database: Database,
  { own, files, onTopOf, note }: FilesToPublish,
  needs: MergeNeeds,
): Promise<FilesPublished> {
  const former = await readBusinessFiles(database, onTopOf);
  const read = await readFolderInThread({ own, former, files });
  if (read.kind === 'problems') return { kind: 'refused', problems: read.problems };
  const { business, contentHash } = read;
  const stay = (outcome: FilesPublished) => ({ lasts: false, outcome });
  return tryTransaction(database, async (client) => {
    await client.query({ text: 'select only_row from schema_lock for update' });
    const before = await readBusinessVersion(client);
    if (before === undefined) throw new Error('No business is published yet; start the server once first');
    if (before.version !== onTopOf) return stay({ kind: 'moved-on', version: before.version });
    if (before.contentHash === contentHash) return stay({ kind: 'same', version: before.version });
    const kept = keepFormerFlows(business, before.business);
    if (kept.kind === 'changed') return stay({ kind: 'refused', problems: kept.flows.map(needsVersion) });
    const merged: MergedTable[] = [];
    for (const { rows, formerly } of read.tables)
      merged.push(await mergeTable(client, rows, { replace: true, formerly, onRows }, needs));
    const tables = await Promise.all(merged.map((each) => stillBooked(client, each, needs)));
    const problems = tables.flatMap((table) => table.problems);
    if (problems.length > 0) return stay({ kind: 'refused', problems });
    const knowing = await knowingCatalogue(client, kept.business);
    const version = await publishBusiness(client, knowing, contentHash, note);
    await keepBusinessFiles(client, version, own);
    return { lasts: true, outcome: { kind: 'published', version, tables } };
  });
}

const onRows = (): Promise<void> => Promise.resolve();

/** Whose last bookings the same files cancelled is gone, not kept. */
async function stillBooked(
  client: Queryable,
  merged: MergedTable,
  { clock }: MergeNeeds,
): Promise<MergedTable> {
  if (merged.table !== 'resources') return merged;
  const { kept, removed } = merged.changes;
  const booked = await bookedResources(
    client,
    kept.map(({ row }) => row),
    clock.now(),
  );
  const stay = kept.filter(({ row }) => booked.includes(row));
  return {
    ...merged,
    changes: { ...merged.changes, kept: stay, removed: removed + kept.length - stay.length },
  };
}

function needsVersion(flow: string): FileProblem {
  return {
    file: 'flows',
    field: 'version',
    message: `the flow "${flow}" has changed, and its version has not: conversations may be in the middle of it`,
    fix: `give "${flow}" the next version number`,
  };
}
