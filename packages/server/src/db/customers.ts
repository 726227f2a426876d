import { z } from 'zod';
import { CustomerRecord, type KnownCustomer } from '@ambit/core/customer/customer';
import { optionalColumn } from './columns.ts';
import type { Queryable } from './database.ts';

/** A row of the table of customers. */
export const CustomerRow = z
  .object({
    phone: z.string(),
    name: optionalColumn(z.string()),
    email: optionalColumn(z.string()),
    language: optionalColumn(z.string()),
    tags: CustomerRecord.shape.tags,
    notes: optionalColumn(z.string()),
    fields: CustomerRecord.shape.fields,
  })
  .transform(({ phone, tags, fields, ...row }): CustomerRecord => ({
    phone,
    tags,
    fields,
    ...(row.name === undefined ? {} : { name: row.name }),
    ...(row.email === undefined ? {} : { email: row.email }),
    ...(row.language === undefined ? {} : { language: row.language }),
    ...(row.notes === undefined ? {} : { notes: row.notes }),
  }));

/** What `CustomerRow` reads. */
export const customerColumns = 'phone, name, email, language, tags, notes, fields';

/** Somebody who writes: who they are, and the number that the channel knows of them. */
export type Writer = { readonly contactId: string; readonly phone?: string | undefined };

/**
 * What the business keeps of each of these people, in the order given. The first who writes from a number is its
 * customer from then on: whoever has the number later is somebody else, as numbers are given away.
 */
export async function knownCustomers(
  client: Queryable,
  writers: readonly Writer[],
): Promise<readonly (KnownCustomer | undefined)[]> {
  if (writers.length === 0) return [];
  const found = await client.query({
    name: 'known-customers',
    text: `with writers as (
             select * from unnest($1::text[], $2::text[]) with ordinality as w (contact, its_phone, n)),
           met as (
             update customers c set contact_id = w.contact
               from (select distinct on (its_phone) * from writers order by its_phone, n) w,
                    -- While a file is read into the table, nobody waits for it.
                    (select phone from customers
                      where phone in (select its_phone from writers) and contact_id is null
                        for update skip locked) free
              where c.phone = w.its_phone and free.phone = c.phone
             returning c.phone, c.contact_id)
           select w.n::int as n, k.*
             from writers w
            cross join lateral (
              select ${customerColumns} from customers c
               where c.contact_id = w.contact
                  or (c.phone = w.its_phone
                      and exists (select 1 from met where met.phone = c.phone and met.contact_id = w.contact))
               order by c.phone = w.its_phone desc nulls last, c.changed_at desc limit 1) k`,
    values: [
      writers.map(({ contactId }) => contactId),
      writers.map(({ phone }) => phone?.replaceAll(/\D/g, '') ?? null),
    ],
  });
  const known = new Map(
    found.rows.map((row) => {
      const { phone: _, notes: __, ...customer } = CustomerRow.parse(row);
      return [Number(row['n']), customer] as const;
    }),
  );
  return writers.map((__, index) => known.get(index + 1));
}
