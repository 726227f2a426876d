import { z } from 'zod';
import { CustomerRecord } from '@ambit/core/customer/customer';
import { isSamePerson } from '@ambit/core/customer/same-person';
import type { Row } from '@ambit/core/business/merge-row';
import { customerColumns, CustomerRow } from '../customers.ts';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
import { flatRow, mergeRows, type ImportedRow, type WrittenRow } from './merge-rows.ts';
import { rowsAtOnce, type ImportOptions, type TableChanges } from './table-changes.ts';

const usual: Readonly<Record<string, string>> = {
  phone: 'phone',
  name: 'name',
  email: 'email',
  language: 'language',
  tags: 'tags',
  notes: 'notes',
};

/** Fills the table of customers from a business's files. */
export async function importCustomers(
  client: Queryable,
  customers: readonly CustomerRecord[],
): Promise<void> {
  for (let at = 0; at < customers.length; at += rowsAtOnce)
    await writeCustomers(
      client,
      customers.slice(at, at + rowsAtOnce).map((row) => ({ row, base: flatRow(row), before: undefined })),
    );
}

/** Reads customers into a table that is in use. */
export function mergeCustomers(
  client: Queryable,
  { rows, columns }: { readonly rows: readonly CustomerRecord[]; readonly columns: readonly string[] },
  options: ImportOptions,
): Promise<TableChanges> {
  return mergeRows(
    {
      key: ({ phone }) => phone,
      keyField: 'phone',
      fieldOf: usual,
      schema: CustomerRecord,
      lock: (keys, brought) => lockCustomers(client, keys, brought),
      write: (written) => writeCustomers(client, written),
      remove: async (keys) => {
        await client.query({ text: 'delete from customers where phone = any ($1)', values: [keys] });
      },
    },
    { rows, columns },
    options,
  );
}

async function lockCustomers(
  client: Queryable,
  phones: readonly string[],
  brought: boolean,
): Promise<readonly ImportedRow[]> {
  const found = await client.query({
    text: `select ${customerColumns}, imported from customers
            where phone = any ($1) or ($2 and imported is not null) order by phone for update`,
    values: [phones, brought],
  });
  return found.rows.map((each) => {
    const row = CustomerRow.parse(each);
    return { key: row.phone, row: flatRow(row), base: Imported.parse(each['imported']) ?? undefined };
  });
}

const Imported = z.record(z.string(), z.unknown()).nullable();

/** A number that stands under somebody else's name than before was given away: who wrote from it is not they. */
async function writeCustomers(
  client: Queryable,
  customers: readonly WrittenRow<CustomerRecord>[],
): Promise<void> {
  const givenAway = customers.filter(({ row, before }) => !isSamePerson(nameIn(before), row.name));
  await client.query({
    name: 'write-customers',
    text: `insert into customers (phone, name, email, language, tags, notes, fields, imported)
           select phone, name, email, language, tags, notes, fields, imported
             from jsonb_to_recordset($1::jsonb) as r(
                    phone text, name text, email text, language text, tags jsonb, notes text, fields jsonb,
                    imported jsonb)
           on conflict (phone) do update
              set name = excluded.name, email = excluded.email, language = excluded.language, tags = excluded.tags,
                  notes = excluded.notes, fields = excluded.fields, imported = excluded.imported, changed_at = now()`,
    values: [jsonText(customers.map(({ row, base }) => ({ ...row, imported: base })))],
  });
  if (givenAway.length > 0)
    await client.query({
      text: 'update customers set contact_id = null where phone = any ($1)',
      values: [givenAway.map(({ row }) => row.phone)],
    });
}

function nameIn(row: Row | undefined): string | undefined {
  const name = row?.['name'];
  return typeof name === 'string' ? name : undefined;
}
