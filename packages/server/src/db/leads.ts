import { z } from 'zod';
import type { StoreLeadInput } from '@ambit/core/lead/lead-tools';
import { countColumn, instantColumn, optionalColumn } from './columns.ts';
import type { Queryable } from './database.ts';

const LeadRow = z
  .object({
    lead_id: countColumn,
    need: z.string(),
    name: optionalColumn(z.string()),
    email: optionalColumn(z.string()),
    wanted: optionalColumn(z.string()),
    task: optionalColumn(z.string()),
    ad: optionalColumn(z.string()),
    team: z.string(),
    created_at: instantColumn,
    phone: optionalColumn(z.string()),
    username: optionalColumn(z.string()),
    profile_name: optionalColumn(z.string()),
  })
  .transform((row) => ({
    leadId: row.lead_id,
    need: row.need,
    team: row.team,
    createdAt: row.created_at,
    ...(row.name === undefined ? {} : { name: row.name }),
    ...(row.email === undefined ? {} : { email: row.email }),
    ...(row.wanted === undefined ? {} : { wanted: row.wanted }),
    ...(row.task === undefined ? {} : { task: row.task }),
    ...(row.ad === undefined ? {} : { ad: row.ad }),
    ...(row.phone === undefined ? {} : { phone: row.phone }),
    ...(row.username === undefined ? {} : { username: row.username }),
    ...(row.profile_name === undefined ? {} : { profileName: row.profile_name }),
  }));

/** Somebody who is interested, with how to reach them. */
export type StoredLead = z.output<typeof LeadRow>;

/** Keeps a lead. */
export async function insertLead(
  client: Queryable,
  lead: Omit<StoreLeadInput, 'language'> & { readonly contactId: string; readonly team: string },
): Promise<void> {
  await client.query({
    text: `insert into leads (contact_id, need, name, email, wanted, task, ad, team)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      lead.contactId,
      lead.need,
      lead.name ?? null,
      lead.email ?? null,
      lead.wanted ?? null,
      lead.task ?? null,
      lead.ad ?? null,
      lead.team,
    ],
  });
}

/** Leads, the newest first. `before`: the number of the last one of the page before. */
export async function listLeads(
  client: Queryable,
  { team, before, limit }: { team: string | undefined; before: number | undefined; limit: number },
): Promise<readonly StoredLead[]> {
  const found = await client.query({
    text: `select l.lead_id, l.need, l.name, l.email, l.wanted, l.task, l.ad, l.team, l.created_at,
                  c.username, c.profile_name, v.phone
             from leads l join contacts c using (contact_id)
             left join lateral (select o.phone from conversations o where o.contact_id = l.contact_id
                                 order by o.last_activity_at desc limit 1) v on true
            where ($1::text is null or l.team = $1) and ($2::bigint is null or l.lead_id < $2)
            order by l.lead_id desc limit $3`,
    values: [team ?? null, before ?? null, limit],
  });
  return found.rows.map((row) => LeadRow.parse(row));
}
