import { createHash } from 'node:crypto';
import type { Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import type { BusinessTables } from '@ambit/core/business/tables';
import { packOf } from '@ambit/core/business/task-pack';
import { importAppointments } from '../db/import/import-appointments.ts';
import { keepBusinessFiles } from '../db/business-files.ts';
import { publishBusiness, readBusinessVersion } from '../db/business-versions.ts';
import { importCatalogue } from '../db/import/import-catalogue.ts';
import { importCustomers } from '../db/import/import-customers.ts';
import type { Database } from '../db/database.ts';
import { importOrders } from '../db/import/import-orders.ts';
import { importSubscriptions } from '../db/import/import-subscriptions.ts';

/** `differs`: the files are not what is published; the database counts, not the files. */
export type Imported =
  | { kind: 'imported'; version: number }
  | { kind: 'kept'; version: number; differs: boolean };

/** The business and its tables as its files say. Throws with every problem, by file, line and field. */
export function readBusiness(
  folder: string,
  files: ReadonlyMap<string, string>,
): { readonly business: Business; readonly tables: BusinessTables } {
  const parsed = parseBusinessFiles(files);
  if (parsed.kind === 'parsed') return parsed;
  const lines = parsed.problems.map((problem) => `  ${describeProblem(problem, folder)}`);
  throw new Error(`The business in ${folder} cannot be used:\n${lines.join('\n')}`);
}

/**
 * Imports a business's files into an empty database, once. Later starts keep the published version
 * and only say whether the files differ from it.
 * `files`: relative path → text; `own`: as they were written, to be had back. Throws with every problem of the files.
 */
export async function importBusiness(
  database: Database,
  folder: string,
  files: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Imported> {
  const { business, tables } = readBusiness(folder, files);
  const contentHash = hashOfFiles(files, business);
  return database.transaction(async (client) => {
    await client.query({ text: 'select only_row from schema_lock for update' });
    const published = await readBusinessVersion(client);
    if (published !== undefined) {
      return { kind: 'kept', version: published.version, differs: published.contentHash !== contentHash };
    }
    await importOrders(client, tables.orders);
    await importCatalogue(client, tables.catalogue);
    await importAppointments(client, tables);
    await importCustomers(client, tables.customers);
    await importSubscriptions(client, tables.subscriptions);
    const version = await publishBusiness(client, business, contentHash);
    await keepBusinessFiles(client, version, own);
    return { kind: 'imported', version };
  });
}

/** Tells whether two sets of files say the same. A task pack that no task names does not count. */
export function hashOfFiles(files: ReadonlyMap<string, string>, business: Business): string {
  const packs = business.agent.tasks.map(({ pack }) => pack);
  const used = [...files].filter(([path]) => {
    const pack = packOf(path);
    return pack === undefined || packs.includes(pack.name);
  });
  const hash = createHash('sha256');
  for (const [path, text] of used.toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}
