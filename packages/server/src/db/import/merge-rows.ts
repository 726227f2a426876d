import type { z } from 'zod';
import type { CustomFields } from '@ambit/core/business/custom-fields';
import { mergeRow, saysTheSame, type MergedRow, type Row } from '@ambit/core/business/merge-row';
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

/** A row to be written. `before`: what was there of it. */
export type WrittenRow<T> = { readonly row: T; readonly base: Row; readonly before: Row | undefined };

/**
 * A table that files are read into again while customers change its rows. `key`: what names a row, in the one form that
 * `ImportedRow` has as well; `keyField`: where it stands as it was first written; `fieldOf`: the usual field that a
 * column fills. `lock` holds the rows of these keys, and with `brought` all that files brought, against changes until
 * commit. `settled`: what a file's line comes to beside what customers settled, where the two do not speak of the same.
 */
export type MergedTableOf<T extends WithFields> = {
  key(record: T): string;
  readonly keyField: string;
  readonly fieldOf: Readonly<{ [column: string]: string }>;
  readonly schema: z.ZodType<T>;
  settled?(merged: MergedRow, before: ImportedRow, file: Row): MergedRow;
  lock(keys: readonly string[], brought: boolean): Promise<readonly ImportedRow[]>;
  write(rows: readonly WrittenRow<T>[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
};

/**
 * Reads rows into a table that is in use: what the file changed is taken over, unless the row has changed as well.
 * `columns`: which the file has. Rows that the file no longer has go when it says so; what is as it was is not written.
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
  let writes: WrittenRow<T>[] = [];
  for (const [index, record] of rows.entries()) {
    const whole = withOpenFields(flatRow(record), columns, table.fieldOf);
    const file = givenFields(whole, columns, (column) => [table.fieldOf[column] ?? `${ownField}${column}`]);
    const there = known.get(table.key(record));
    if (there === undefined) {
      counts.added += 1;
      writes.push({ row: record, base: file, before: undefined });
    } else {
      // A name stays as it was first written.
      const name = there.row[table.keyField];
      const given = { ...file, [table.keyField]: name };
      const plain = mergeRow({ base: there.base ?? there.row, stored: there.row, file: given });
      const merged = table.settled?.(plain, there, given) ?? plain;
      if (merged.kept.length > 0) kept.push({ row: String(name), fields: merged.kept });
      if (merged.changed.length > 0) counts.changed += 1;
      else counts.unchanged += 1;
      const base = { ...there.base, ...given };
      if (merged.changed.length > 0 || !saysTheSame(base, there.base))
        writes.push({ row: table.schema.parse(deepRow(merged.row)), base, before: there.row });
    }
    if ((index + 1) % rowsAtOnce !== 0 && index + 1 < rows.length) continue;
    if (writes.length > 0) await table.write(writes);
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
