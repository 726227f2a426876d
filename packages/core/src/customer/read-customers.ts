import { z } from 'zod';
import { readCustomFields, type FieldKinds } from '../business/custom-fields.ts';
import type { FileProblem } from '../business/file-problem.ts';
import { optionalValue, requiredText, type RowReader } from '../business/read-columns.ts';
import { noteRepeat, optionalPhone, readRows } from '../business/read-rows.ts';
import type { TableFiles } from '../business/table-files.ts';
import type { CustomerRecord } from './customer.ts';

export const customersFile = 'data/customers.csv';

/** The columns of every business; what it declares under `customers.fields` comes on top. */
export const customerColumns: readonly string[] = ['phone', 'name', 'email', 'language', 'tags', 'notes'];

const Tag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/);
const longest = { name: 80, tag: 40, notes: 2_000 };

/** Reads the customers of a business. `fields`: what it declares beside the usual columns. */
export function readCustomers(
  files: TableFiles,
  { defaultCountry, fields }: { readonly defaultCountry: string | undefined; readonly fields: FieldKinds },
  problems: FileProblem[],
): readonly CustomerRecord[] {
  const columns = { required: ['phone'], optional: [...customerColumns.slice(1), ...Object.keys(fields)] };
  const seen = new Map<string, number>();
  return readRows(files, customersFile, columns, problems, (reader) => {
    requiredText(reader, 'phone');
    const phone = optionalPhone(reader, defaultCountry) ?? '';
    noteRepeat(reader, 'phone', phone, seen);
    return {
      phone,
      name: shortText(reader, 'name', longest.name),
      email: optionalValue(reader, 'email', z.email(), 'write an e-mail address such as ana@example.com'),
      language: optionalValue(reader, 'language', Tag, 'write the tag of a language, such as en or pt-BR'),
      tags: readTags(reader),
      notes: shortText(reader, 'notes', longest.notes),
      fields: readCustomFields(reader, fields),
    };
  });
}

function shortText({ row, note }: RowReader, column: string, most: number): string | undefined {
  const value = row.values.get(column);
  if (value === undefined || value.length <= most) return value;
  note(column, `this text is longer than ${most} characters`, 'shorten it');
  return undefined;
}

/** "vip; wholesale": each once, in the order they are written. */
function readTags({ row, note }: RowReader): string[] {
  const tags = (row.values.get('tags') ?? '')
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const long = tags.find((tag) => tag.length > longest.tag);
  if (long !== undefined)
    note('tags', `"${long}" is longer than ${longest.tag} characters`, 'write tags with ";" between them');
  return [...new Set(tags)];
}
