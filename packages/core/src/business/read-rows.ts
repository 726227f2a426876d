import type { CsvRow } from './csv.ts';
import type { FileProblem } from './file-problem.ts';
import { phoneDigits } from './phone-number.ts';
import { headerProblems } from './read-columns.ts';
import type { Columns, RowReader } from './read-columns.ts';
import type { TableFiles } from './table-files.ts';

/** Reads a table line by line; a file that is not there has no lines. */
export function readRows<T>(
  files: TableFiles,
  file: string,
  columns: Columns,
  problems: FileProblem[],
  read: (reader: RowReader) => T,
): readonly T[] {
  const table = files.csv(file);
  if (table === undefined) return [];
  const header = headerProblems(file, table, columns);
  problems.push(...header, ...table.problems, ...table.broken);
  // Without the columns it needs, every line would repeat what the header's problem already says.
  if (columns.required.some((column) => !table.columns.includes(column))) return [];
  return table.rows.map((row: CsvRow) =>
    read({
      row,
      note: (field, message, fix) => problems.push({ file, line: row.line, field, message, fix }),
    }),
  );
}

/** Notes a value that an earlier line has too. */
export function noteRepeat(
  { row, note }: RowReader,
  column: string,
  value: string,
  seen: Map<string, number>,
): void {
  const first = seen.get(value);
  if (value === '') return;
  if (first === undefined) seen.set(value, row.line);
  else note(column, `"${value}" is already on line ${first}`, 'give each line its own, or delete one');
}

/** A whole number from `least` on. */
export function wholeNumber({ row, note }: RowReader, column: string, least: number): number | undefined {
  const value = row.values.get(column);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  note(
    column,
    `"${value}" is not a whole number from ${least} on`,
    `write digits only, such as ${least + 1}`,
  );
  return undefined;
}

/** The column "phone" as digits with country code. */
export function optionalPhone(
  { row, note }: RowReader,
  defaultCountry: string | undefined,
): string | undefined {
  const value = row.values.get('phone');
  if (value === undefined) return undefined;
  const digits = phoneDigits(value, defaultCountry);
  if (digits !== undefined) return digits;
  note(
    'phone',
    `"${value}" is not a phone number`,
    'write it with "+" and the country code, such as +1 415 555 0142',
  );
  return undefined;
}
