import { appointmentsFile, resourcesFile } from '@ambit/core/appointment/read-resources';
import type { Business } from '@ambit/core/business/business';
import { catalogueRows, type ImportRows, type ImportTable } from '@ambit/core/business/read-import';
import { readTables } from '@ambit/core/business/read-tables';
import { tableFilesOf, type TableFiles } from '@ambit/core/business/table-files';
import type { BusinessTables } from '@ambit/core/business/tables';
import { catalogueFiles } from '@ambit/core/catalogue/read-catalogue';
import { customersFile } from '@ambit/core/customer/read-customers';
import { orderFiles, ordersFile } from '@ambit/core/order/read-orders';
import { subscriptionKey } from '@ambit/core/subscription/subscription';
import { subscriptionsFile } from '@ambit/core/subscription/read-subscriptions';
import { appointmentKey } from '../db/import/plan-appointments.ts';

/** A folder's files: as they are written, and as they are understood. `former`: those of the version before. */
export type FolderFiles = {
  readonly own: ReadonlyMap<string, Uint8Array>;
  readonly former: ReadonlyMap<string, Uint8Array>;
  readonly files: ReadonlyMap<string, string>;
};

/**
 * A table whose files say something else than before. `formerly`: what names the rows that its former files had; rows
 * that were imported beside them are not theirs.
 */
export type ChangedTable = { readonly rows: ImportRows; readonly formerly: ReadonlySet<string> };

/** The tables of a folder that changed since the version before, in the order in which they are read. */
export function readChangedTables(
  { own, former, files }: FolderFiles,
  parsed: { readonly business: Business; readonly tables: BusinessTables },
): readonly ChangedTable[] {
  const changed = changedTables(former, own);
  if (changed.length === 0) return [];
  const texts = new Map([...former].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  const before = readTables(texts, parsed.business).tables;
  const now = tableFilesOf(files);
  return changed.map((table) => ({ rows: rowsOf(table, parsed, now), formerly: keysOf(table, before) }));
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

function keysOf(table: ImportTable, tables: BusinessTables): ReadonlySet<string> {
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
      return new Set(tables.subscriptions.map(({ subscriptionId }) => subscriptionKey(subscriptionId)));
  }
}

function rowsOf(
  table: ImportTable,
  { business, tables }: { readonly business: Business; readonly tables: BusinessTables },
  files: TableFiles,
): ImportRows {
  const columns = filesOfTables[table].flatMap((file) => files.csv(file)?.columns ?? []);
  switch (table) {
    case 'orders': {
      const lists = orderFiles.filter((file) => file !== ordersFile && files.csv(file) !== undefined);
      return { table, rows: tables.orders, columns: [...columns, ...lists] };
    }
    case 'catalogue':
      return catalogueRows(files, business, undefined, []);
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
