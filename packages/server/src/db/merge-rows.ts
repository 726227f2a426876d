import type { z } from 'zod';
import type { CustomFields } from '@ambit/core/business/custom-fields';
import { mergeRow, type Row } from '@ambit/core/business/merge-row';
import {
  givenFields,
  rowsAtOnce,
  type ImportOptions,
  type KeptRow,
  type TableChanges,
} from './table-changes.ts';

/** A record of a table, with the fields that its business declares. */
type WithFields = { readonly fields: CustomFields };

const ownField = 'fields.';

/** A record with each of its own fields as a field of the row, so that each is compared by itself. */
export function flatRow({ fields, ...rest }: WithFields): Row {
  const own = Object.entries(fields).map(([name, value]) => [`${ownField}${name}`, value] as const);
  return { ...rest, ...Object.fromEntries(own) };
}

function deepRow(row: Row): Row {
  const entries = Object.entries(row);
  const own = entries.filter(([name, value]) => name.startsWith(ownField) && value !== undefined);
  const rest = entries.filter(([name]) => !name.startsWith(ownField));
  return {
    ...Object.fromEntries(rest),
    fields: Object.fromEntries(own.map(([name, value]) => [name.slice(ownField.length), value])),
  };
}

/** A row of a table as it is there, flat. `base`: what its file said when it was last read. */
export type ImportedRow = { readonly key: string; readonly row: Row; readonly base: Row | undefined };

/**
 * A table that files are read into again while customers change its rows. `key`: what names a row, compared as it
 * is; `fieldOf`: the usual field that a column fills. `lock` holds the rows of these keys, and with `brought` all that
 * files brought, against changes until commit.
 */
export type MergedTableOf<T extends WithFields> = {
  key(record: T): string;
  readonly fieldOf: Readonly<{ [column: string]: string }>;
  readonly schema: z.ZodType<T>;
  lock(keys: readonly string[], brought: boolean): Promise<readonly ImportedRow[]>;
  write(rows: readonly { readonly row: T; readonly base: Row }[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
};

/**
 * Reads rows into a table that is in use: what the file changed is taken over, unless the row has changed as well.
 * `columns`: which the file has. Rows that the file no longer has go when it says so.
 */
export async function mergeRows<T extends WithFields>(
  table: MergedTableOf<T>,
  { rows, columns }: { readonly rows: readonly T[]; readonly columns: readonly string[] },
  { replace, formerly, onRows }: ImportOptions,
): Promise<TableChanges> {
  const wanted = rows.map((row) => table.key(row));
  const stored = await table.lock(wanted, replace);
  const known = new Map(stored.map((each) => [each.key, each]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const kept: KeptRow[] = [];
  let writes: { row: T; base: Row }[] = [];
  for (const [index, record] of rows.entries()) {
    const whole = withOpenFields(flatRow(record), columns, table.fieldOf);
    const file = givenFields(whole, columns, (column) => [table.fieldOf[column] ?? `${ownField}${column}`]);
    const there = known.get(table.key(record));
    if (there === undefined) {
      counts.added += 1;
      writes.push({ row: record, base: file });
    } else {
      const merged = mergeRow({ base: there.base ?? there.row, stored: there.row, file });
      if (merged.kept.length > 0) kept.push({ row: there.key, fields: merged.kept });
      if (merged.changed.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      writes.push({ row: table.schema.parse(deepRow(merged.row)), base: { ...there.base, ...file } });
    }
    if (writes.length < rowsAtOnce && index + 1 < rows.length) continue;
    await table.write(writes);
    writes = [];
    await onRows(index + 1);
  }
  const named = new Set(wanted);
  const gone = stored.map(({ key }) => key).filter((key) => !named.has(key) && formerly?.has(key) !== false);
  if (gone.length > 0) await table.remove(gone);
  return { ...counts, removed: gone.length, kept };
}

/** A field of the business's own that a line leaves empty is emptied, not left as it was. */
function withOpenFields(
  row: Row,
  columns: readonly string[],
  usual: Readonly<{ [column: string]: string }>,
): Row {
  const own = columns.filter((column) => usual[column] === undefined).map((column) => `${ownField}${column}`);
  return { ...Object.fromEntries(own.map((name) => [name, undefined])), ...row };
}
