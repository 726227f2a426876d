import { readAppointments } from '../appointment/read-appointments.ts';
import { appointmentsFile, readResources, resourcesFile } from '../appointment/read-resources.ts';
import type { Resource } from '../appointment/resource.ts';
import type { ProductPlace, SeenProducts } from '../catalogue/note-repeats.ts';
import type { Product } from '../catalogue/product.ts';
import { catalogueCsv } from '../catalogue/read-catalogue-csv.ts';
import { catalogueJson } from '../catalogue/read-catalogue-json.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';
import type { AppointmentRecord } from '../appointment/appointment.ts';
import type { CustomerRecord } from '../customer/customer.ts';
import { customersFile, readCustomers } from '../customer/read-customers.ts';
import { linkHosts } from '../order/link-hosts.ts';
import { eventsFile, itemsFile, ordersFile, readOrders } from '../order/read-orders.ts';
import { readSubscriptions, subscriptionsFile } from '../subscription/read-subscriptions.ts';
import type { SubscriptionRecord } from '../subscription/subscription.ts';
import type { Business } from './business.ts';
import { readCsv, type CsvTable } from './csv.ts';
import type { FileProblem } from './file-problem.ts';
import { readJsonTable } from './json-table.ts';
import type { TableFiles } from './table-files.ts';
import type { OrderRecord } from './tables.ts';

/** The built-in tables that files are read into. */
export const importTables = [
  'orders',
  'catalogue',
  'resources',
  'appointments',
  'customers',
  'subscriptions',
] as const;
export type ImportTable = (typeof importTables)[number];

/** A file as it came: its name and its text. */
export type ImportFile = { readonly name: string; readonly text: string };

/** The rows of one table. `columns`: which ones the files have, or undefined where each row says all of itself. */
export type ImportRows =
  | { readonly table: 'orders'; readonly rows: readonly OrderRecord[]; readonly columns: readonly string[] }
  | {
      readonly table: 'catalogue';
      readonly rows: readonly Product[];
      readonly columns: readonly string[] | undefined;
      /** Where the files have each of the rows. */
      readonly places: readonly (ProductPlace | undefined)[];
    }
  | { readonly table: 'resources'; readonly rows: readonly Resource[] }
  | {
      readonly table: 'customers';
      readonly rows: readonly CustomerRecord[];
      readonly columns: readonly string[];
    }
  | {
      readonly table: 'subscriptions';
      readonly rows: readonly SubscriptionRecord[];
      readonly columns: readonly string[];
    }
  | {
      readonly table: 'appointments';
      readonly rows: readonly AppointmentRecord[];
      readonly columns: readonly string[];
    };

/** `problems`: what is wrong with lines that were left out. */
export type ImportReading =
  | { readonly kind: 'read'; readonly rows: ImportRows; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/**
 * Reads files for one table, CSV or JSON. Any problem spoils all of them, unless `skipBad`: then lines with problems
 * are left out, and with them what belongs to them, such as the items of an order; only what spoils a whole file
 * stops.
 * `resources`: what appointments may be of.
 */
export function readImport(
  table: ImportTable,
  files: readonly ImportFile[],
  business: Business,
  { resources, skipBad }: { readonly resources: readonly Resource[]; readonly skipBad: boolean },
): ImportReading {
  const sources = sourcesOf(table, files);
  if (sources.surplus.length > 0) return { kind: 'problems', problems: sources.surplus };
  const bad = new Set<string>();
  const told: FileProblem[] = [];
  for (;;) {
    const problems: FileProblem[] = [];
    const rows = readTable(table, sources.files(bad), business, resources, problems);
    const named = sources.named(problems);
    if (named.length === 0) return { kind: 'read', rows, problems: told };
    const before = bad.size;
    for (const problem of problems) bad.add(placeOf(problem));
    // The entries of a JSON list count anew once some of them are left out.
    const mayGoOn = skipBad && (before === 0 || table !== 'catalogue');
    if (!mayGoOn || bad.size === before) return { kind: 'problems', problems: named };
    told.push(...named);
  }
}

function readTable(
  table: ImportTable,
  files: TableFiles,
  business: Business,
  resources: readonly Resource[],
  problems: FileProblem[],
): ImportRows {
  const columnsOf = (file: string): readonly string[] => files.csv(file)?.columns ?? [];
  switch (table) {
    case 'orders': {
      const rows = readOrders(files, business.defaultCountry, problems);
      const lists = [itemsFile, eventsFile].filter((file) => files.csv(file) !== undefined);
      return { table, rows, columns: [...columnsOf(ordersFile), ...lists] };
    }
    case 'catalogue': {
      const whole = files.text(catalogueJson) !== undefined;
      return catalogueRows(files, business, whole ? undefined : columnsOf(catalogueCsv), problems);
    }
    case 'resources':
      return { table, rows: readResources(files, business.hours, problems) };
    case 'appointments':
      return {
        table,
        rows: readAppointments(files, resources, business.defaultCountry, problems),
        columns: columnsOf(appointmentsFile),
      };
    case 'customers': {
      const kept = { defaultCountry: business.defaultCountry, fields: business.customers?.fields ?? {} };
      return { table, rows: readCustomers(files, kept, problems), columns: columnsOf(customersFile) };
    }
    case 'subscriptions': {
      const kept = { defaultCountry: business.defaultCountry, fields: business.subscriptions?.fields ?? {} };
      return { table, rows: readSubscriptions(files, kept, problems), columns: columnsOf(subscriptionsFile) };
    }
  }
}

/** The products of files, with where each is. */
export function catalogueRows(
  files: TableFiles,
  business: Business,
  columns: readonly string[] | undefined,
  problems: FileProblem[],
): Extract<ImportRows, { table: 'catalogue' }> {
  const defaults = {
    currency: business.currency,
    language: business.languages[0] ?? 'en',
    linkHosts: linkHosts(business),
  };
  const seen: SeenProducts = { skus: new Map(), retailerIds: new Map() };
  const rows = readCatalogue(files, defaults, problems, seen);
  const places = rows.map(({ sku }) => seen.skus.get(sku.toUpperCase()));
  return { table: 'catalogue', rows, columns, places };
}

/** Where a problem is: its line, or the entry of a JSON list. */
function placeOf({ file, line, field }: FileProblem): string {
  const entry = file === catalogueJson ? /^\[\d+\]/.exec(field ?? '')?.[0] : undefined;
  return `${file} ${entry ?? line ?? ''}`;
}

type Sources = {
  /** The tables by the paths of a business's folder, without the lines that are bad. */
  files(bad: ReadonlySet<string>): TableFiles;
  /** Problems by the names of the files as they came. */
  named(problems: readonly FileProblem[]): readonly FileProblem[];
  /** Of files that hold what another of them holds already; only one of the two would be read. */
  readonly surplus: readonly FileProblem[];
};

const mainFiles = {
  orders: ordersFile,
  resources: resourcesFile,
  appointments: appointmentsFile,
  customers: customersFile,
  subscriptions: subscriptionsFile,
} as const;

function sourcesOf(table: ImportTable, files: readonly ImportFile[]): Sources {
  const csv = new Map<string, CsvTable>();
  const texts = new Map<string, string>();
  const names = new Map<string, string>();
  const surplus: FileProblem[] = [];
  const name = (path: string, file: string): void => {
    const other = names.get(path);
    if (other !== undefined && other !== file && surplus.every((each) => each.file !== file))
      surplus.push({
        file,
        message: `this holds the same table as ${other}`,
        fix: 'put both into one file, or import them one after the other',
      });
    names.set(path, file);
  };
  for (const file of files) {
    const json = /^[\uFEFF\s]*[[{]/.test(file.text);
    if (table === 'catalogue') {
      const path = json ? catalogueJson : catalogueCsv;
      for (const each of [catalogueJson, catalogueCsv]) name(each, file.name);
      if (json) texts.set(path, file.text);
      else csv.set(path, readCsv(path, file.text));
    } else if (json) {
      const { table: main, lists } = readJsonTable(
        mainFiles[table],
        file.text,
        table === 'orders' ? 'order_number' : '',
      );
      const inLists = (column: string): boolean => [...lists.keys()].includes(column) && table === 'orders';
      const own = {
        ...main,
        columns: main.columns.filter((column) => !inLists(column) && !isListColumn(table, column)),
      };
      for (const [path, each] of [[mainFiles[table], own] as const, ...orderLists(table, main, lists)]) {
        csv.set(path, each);
        name(path, file.name);
      }
    } else {
      const read = readCsv(file.name, file.text);
      const path = table === 'orders' ? orderFileOf(read.columns) : mainFiles[table];
      csv.set(path, readCsv(path, file.text));
      name(path, file.name);
    }
  }
  return {
    surplus,
    files: (bad) => ({
      csv(path) {
        const known = csv.get(path);
        const isBad = ({ line }: { readonly line?: number }): boolean => bad.has(`${path} ${line ?? ''}`);
        return known === undefined || bad.size === 0
          ? known
          : {
              ...known,
              rows: known.rows.filter((row) => !isBad(row)),
              problems: known.problems.filter((problem) => !isBad(problem)),
            };
      },
      text(path) {
        const known = texts.get(path);
        return known === undefined || bad.size === 0 ? known : withoutEntries(known, path, bad);
      },
    }),
    named: (problems) =>
      problems.map((problem) => ({ ...problem, file: names.get(problem.file) ?? problem.file })),
  };
}

const listColumns: Readonly<Record<string, string>> = {
  items: itemsFile,
  events: eventsFile,
  tracking_events: eventsFile,
};

function isListColumn(table: ImportTable, column: string): boolean {
  return table === 'orders' && listColumns[column] !== undefined;
}

/** What orders in JSON hold lists of, as the tables that a folder has for them. */
function orderLists(
  table: ImportTable,
  main: CsvTable,
  lists: ReadonlyMap<string, CsvTable>,
): readonly (readonly [string, CsvTable])[] {
  if (table !== 'orders') return [];
  return Object.entries(listColumns).flatMap(([column, path]): (readonly [string, CsvTable])[] => {
    const list = lists.get(column);
    if (list !== undefined) return [[path, list]];
    const columns =
      path === itemsFile ? ['order_number', 'sku', 'name', 'quantity'] : ['order_number', 'at', 'what'];
    return main.columns.includes(column) ? [[path, { columns, rows: [], problems: [], broken: [] }]] : [];
  });
}

/** Which of the three files of orders has these columns. */
function orderFileOf(columns: readonly string[]): string {
  if (columns.includes('placed_at') || columns.includes('status')) return ordersFile;
  return columns.includes('quantity') ? itemsFile : columns.includes('what') ? eventsFile : ordersFile;
}

function withoutEntries(text: string, path: string, bad: ReadonlySet<string>): string {
  let entries: unknown;
  try {
    entries = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return text;
  }
  if (!Array.isArray(entries)) return text;
  return JSON.stringify(entries.filter((_, index) => !bad.has(`${path} [${index}]`)));
}
