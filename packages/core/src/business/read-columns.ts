import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { CsvRow, CsvTable } from './csv.ts';
import { didYouMean, suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';

/** The columns a table must and may have. */
export type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** Reads one line's values, noting a problem for each that cannot be read. */
export type RowReader = {
  readonly row: CsvRow;
  readonly note: (column: string, message: string, fix: string) => void;
};

/** What is wrong with a table's header line. */
export function headerProblems(file: string, table: CsvTable, columns: Columns): readonly FileProblem[] {
  const known = [...columns.required, ...columns.optional];
  const missing = columns.required
    .filter((column) => !table.columns.includes(column))
    .map((column) => {
      const written = didYouMean(column, table.columns);
      const fix =
        written === undefined ? `add "${column}" to the header` : `rename "${written}" to "${column}"`;
      return { file, line: 1, field: column, message: 'this column is missing', fix };
    });
  const unknown = table.columns
    .filter((column) => !known.includes(column))
    .map((column) => ({
      file,
      line: 1,
      field: column,
      message: 'there is no such column',
      fix: suggestion(column, known),
    }));
  const twice = table.columns
    .filter((column, index) => known.includes(column) && table.columns.indexOf(column) !== index)
    .map((column) => ({
      file,
      line: 1,
      field: column,
      message: 'this column is there twice',
      fix: 'delete one of them',
    }));
  return table.columns.length === 0 ? [] : [...missing, ...unknown, ...twice];
}

export function requiredText({ row, note }: RowReader, column: string): string {
  const value = row.values.get(column);
  if (value === undefined) note(column, 'the value is missing', 'fill it in, or delete the line');
  return value ?? '';
}

/** A value that a schema accepts; `form` says what it should look like. */
export function optionalValue<T>(
  { row, note }: RowReader,
  column: string,
  schema: z.ZodType<T>,
  form: string,
): T | undefined {
  const value = row.values.get(column);
  if (value === undefined) return undefined;
  const result = schema.safeParse(value);
  if (!result.success) note(column, `"${value}" cannot be used`, form);
  return result.data;
}

/** A calendar day that exists, as "2026-11-25". */
export function optionalDay({ row, note }: RowReader, column: string): string | undefined {
  const value = row.values.get(column);
  if (value === undefined) return undefined;
  if (isCalendarDay(value)) return value;
  note(column, `"${value}" is not a date`, 'write year-month-day such as 2026-11-25');
  return undefined;
}

/** An amount of money without a currency sign, such as 1234.50, or 1234,50 where no thousands can be meant. */
export function optionalAmount({ row, note }: RowReader, column: string): number | undefined {
  const value = row.values.get(column);
  if (value === undefined) return undefined;
  if (/^\d{1,12}(\.\d{1,3}|,\d{1,2})?$/.test(value)) return Number(value.replace(',', '.'));
  note(
    column,
    `"${value}" is not an amount`,
    'write digits with a decimal point such as 1234.50, no currency sign',
  );
  return undefined;
}

/** Whether the text is a day of the calendar: "2026-02-30" is not. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}
