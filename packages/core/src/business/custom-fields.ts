import { z } from 'zod';
import { optionalDay, type RowReader } from './read-columns.ts';

/** What a field that a business declares may hold. */
const FieldKind = z.enum(['text', 'number', 'date']);

/** The fields that a business keeps beside the usual ones of a table, by the name of their column. */
export const FieldKinds = z
  .record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'lower-case words joined by "_"'), FieldKind)
  .default({});
export type FieldKinds = z.infer<typeof FieldKinds>;

/** What a row has in the fields that its business declares. A date is an ISO date. */
export const CustomFields = z.record(z.string(), z.union([z.string(), z.number()]));
export type CustomFields = z.infer<typeof CustomFields>;

const longestText = 500;

/** Reads the declared fields of one line, noting a problem for each that is not of its kind. */
export function readCustomFields(reader: RowReader, kinds: FieldKinds): CustomFields {
  const read = Object.entries(kinds).map(([name, kind]) => [name, readField(reader, name, kind)] as const);
  return Object.fromEntries(
    read.flatMap(([name, value]): readonly (readonly [string, string | number])[] =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

function readField(
  reader: RowReader,
  name: string,
  kind: z.infer<typeof FieldKind>,
): string | number | undefined {
  const { row, note } = reader;
  const value = row.values.get(name);
  if (value === undefined) return undefined;
  switch (kind) {
    case 'date':
      return optionalDay(reader, name);
    case 'number':
      if (/^-?\d{1,12}(\.\d{1,6})?$/.test(value)) return Number(value);
      note(name, `"${value}" is not a number`, 'write digits, with a decimal point where there is one');
      return undefined;
    case 'text':
      if (value.length <= longestText) return value;
      note(name, `this text is longer than ${longestText} characters`, 'shorten it');
      return undefined;
  }
}
