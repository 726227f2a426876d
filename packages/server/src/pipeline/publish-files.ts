import { appointmentsFile, resourcesFile } from '@ambit/core/appointment/read-resources';
import type { Business } from '@ambit/core/business/business';
import type { FileProblem } from '@ambit/core/business/file-problem';
import { keepFormerFlows } from '@ambit/core/business/keep-former-flows';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import type { ImportRows, ImportTable } from '@ambit/core/business/read-import';
import { tableFilesOf, type TableFiles } from '@ambit/core/business/table-files';
import { readTables } from '@ambit/core/business/read-tables';
import type { BusinessTables } from '@ambit/core/business/tables';
import { catalogueFiles } from '@ambit/core/catalogue/read-catalogue';
import { customersFile } from '@ambit/core/customer/read-customers';
import { orderFiles, ordersFile } from '@ambit/core/order/read-orders';
import { subscriptionsFile } from '@ambit/core/subscription/read-subscriptions';
import { appointmentKey } from '../db/appointments-import-plan.ts';
import { keepBusinessFiles, readBusinessFiles } from '../db/business-files.ts';
import { publishBusiness, readBusinessVersion } from '../db/business-versions.ts';
import type { Database } from '../db/database.ts';
import { hashOfFiles } from './import-business.ts';
import { knowingCatalogue, mergeTable, type MergedTable, type MergeNeeds } from './merge-tables.ts';
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
export function publishFiles(
  database: Database,
  { own, files, onTopOf, note }: FilesToPublish,
  needs: MergeNeeds,
): Promise<FilesPublished> {
  const parsed = parseBusinessFiles(files);
  if (parsed.kind === 'problems') return Promise.resolve({ kind: 'refused', problems: parsed.problems });
  const contentHash = hashOfFiles(files, parsed.business);
  const stay = (outcome: FilesPublished) => ({ lasts: false, outcome });
  return tryTransaction(database, async (client) => {
    await client.query({ text: 'select only_row from schema_lock for update' });
    const before = await readBusinessVersion(client);
    if (before === undefined) throw new Error('No business is published yet; start the server once first');
    if (before.version !== onTopOf) return stay({ kind: 'moved-on', version: before.version });
    if (before.contentHash === contentHash) return stay({ kind: 'same', version: before.version });
    const kept = keepFormerFlows(parsed.business, before.business);
    if (kept.kind === 'changed') return stay({ kind: 'refused', problems: kept.flows.map(needsVersion) });
    const former = await readBusinessFiles(client, before.version);
    const tables: MergedTable[] = [];
    for (const table of changedTables(former, own)) {
      const rows = rowsOf(table, parsed.tables, tableFilesOf(files));
      const options = { replace: true, formerly: keysOf(table, former, parsed.business), onRows };
      tables.push(await mergeTable(client, rows, options, needs));
    }
    const problems = tables.flatMap((table) => table.problems);
    if (problems.length > 0) return stay({ kind: 'refused', problems });
    const business = await knowingCatalogue(client, kept.business);
    const version = await publishBusiness(client, business, contentHash, note);
    await keepBusinessFiles(client, version, own);
    return { lasts: true, outcome: { kind: 'published', version, tables } };
  });
}

const filesOfTables = {
  orders: orderFiles,
  catalogue: catalogueFiles,
  resources: [resourcesFile],
  appointments: [appointmentsFile],
  customers: [customersFile],
  subscriptions: [subscriptionsFile],
} as const;

/** Tables that files have and say something else of than before. Where nobody kept the files of before, none. */
function changedTables(
  before: ReadonlyMap<string, Uint8Array>,
  now: ReadonlyMap<string, Uint8Array>,
): readonly ImportTable[] {
  if (before.size === 0) return [];
  const inOrder = ['resources', 'appointments', 'orders', 'catalogue', 'customers', 'subscriptions'] as const;
  return inOrder.filter((table) => {
    const files = filesOfTables[table];
    return (
      files.some((file) => now.has(file)) &&
      files.some((file) => Buffer.compare(before.get(file) ?? nothing, now.get(file) ?? nothing) !== 0)
    );
  });
}

const nothing = new Uint8Array();
const onRows = (): Promise<void> => Promise.resolve();

/** What names the rows that the files of the version before had; a table that was imported beside them is not theirs. */
function keysOf(
  table: ImportTable,
  former: ReadonlyMap<string, Uint8Array>,
  business: Business,
): ReadonlySet<string> {
  const texts = new Map([...former].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  const { tables } = readTables(texts, business);
  switch (table) {
    case 'orders':
      return new Set(tables.orders.map(({ orderNumber }) => orderNumber.toUpperCase()));
    case 'catalogue':
      return new Set(tables.catalogue.map(({ sku }) => sku.toUpperCase()));
    case 'resources':
      return new Set(tables.resources.map(({ resourceId }) => resourceId));
    case 'appointments':
      return new Set(tables.appointments.map(appointmentKey));
    case 'customers':
      return new Set(tables.customers.map(({ phone }) => phone));
    case 'subscriptions':
      return new Set(tables.subscriptions.map(({ subscriptionId }) => subscriptionId));
  }
}

function rowsOf(table: ImportTable, tables: BusinessTables, files: TableFiles): ImportRows {
  const columns = filesOfTables[table].flatMap((file) => files.csv(file)?.columns ?? []);
  switch (table) {
    case 'orders': {
      const lists = orderFiles.filter((file) => file !== ordersFile && files.csv(file) !== undefined);
      return { table, rows: tables.orders, columns: [...columns, ...lists] };
    }
    case 'catalogue':
      return { table, rows: tables.catalogue, columns: undefined };
    case 'resources':
      return { table, rows: tables.resources };
    case 'appointments':
      return { table, rows: tables.appointments, columns };
    case 'customers':
      return { table, rows: tables.customers, columns };
    case 'subscriptions':
      return { table, rows: tables.subscriptions, columns };
  }
}

function needsVersion(flow: string): FileProblem {
  return {
    file: 'flows',
    field: 'version',
    message: `the flow "${flow}" has changed, and its version has not: conversations may be in the middle of it`,
    fix: `give "${flow}" the next version number`,
  };
}
