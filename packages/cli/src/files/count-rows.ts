import { readCsv } from '@ambit/core/business/csv';
import type { FileChange } from './compare-files.ts';

/** What names a row of a table; of a table of any other column, its first does. */
const keys: Readonly<Record<string, readonly string[]>> = {
  'data/order-items.csv': ['order_number', 'sku'],
  'data/order-events.csv': ['order_number', 'at'],
  'data/appointments.csv': ['resource', 'starts_at', 'name', 'phone'],
};

/** "+3 ~2 −1 rows": how the rows of a table changed from file to file; undefined for what is no table. */
export function countRowChanges({ path, before, after }: FileChange): string | undefined {
  if (!path.startsWith('data/') || !path.endsWith('.csv')) return undefined;
  const [was, is] = [rowsOf(path, before), rowsOf(path, after)];
  const added = [...is.keys()].filter((key) => !was.has(key)).length;
  const removed = [...was.keys()].filter((key) => !is.has(key)).length;
  const changed = [...is].filter(([key, text]) => was.has(key) && was.get(key) !== text).length;
  return `+${added} ~${changed} −${removed} rows`;
}

function rowsOf(path: string, bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const table = readCsv(path, bytes === undefined ? '' : new TextDecoder().decode(bytes));
  const [first = ''] = table.columns;
  const named = keys[path] ?? [first];
  return new Map(
    table.rows.map(({ values }) => [
      named.map((column) => values.get(column) ?? '').join('\0'),
      JSON.stringify([...values].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );
}
