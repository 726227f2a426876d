import { z } from 'zod';
import type { WaitingMatch, Waiting } from '@ambit/core/appointment/waiting-list';
import type { Occupancy } from '@ambit/core/appointment/occupancy';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

const WaitingRow = z
  .object({
    waiting_id: z.string(),
    joined_at: instantColumn,
    service: z.string(),
    resource_id: optionalColumn(z.string()),
    people: z.number(),
    from_day: z.string(),
    to_day: z.string(),
  })
  .transform((row): Waiting => ({
    waitingId: row.waiting_id,
    joinedAt: row.joined_at,
    service: row.service,
    resourceId: row.resource_id,
    people: row.people,
    fromDay: row.from_day,
    toDay: row.to_day,
  }));

/** Puts a person on the list. `already`: they wait for the very same; their place is kept. */
export async function joinWaiting(
  client: Queryable,
  asker: Asker,
  wish: Omit<Waiting, 'waitingId'>,
): Promise<{ already: boolean; position: number }> {
  await client.query({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 2))',
    values: [asker.contactId],
  });
  const same = await client.query({
    text: `select joined_at from waiting_list
            where contact_id = $1 and service = $2 and resource_id is not distinct from $3 and people = $4
              and from_day = $5 and to_day = $6 and status in ('waiting', 'offered')`,
    values: [asker.contactId, wish.service, wish.resourceId ?? null, wish.people, wish.fromDay, wish.toDay],
  });
  const before = same.rows[0];
  if (before === undefined) {
    await client.query({
      text: `insert into waiting_list (joined_at, service, resource_id, people, from_day, to_day, contact_id, contact_phone,
                                       contact_bsuid)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      values: [
        timestamp(wish.joinedAt),
        wish.service,
        wish.resourceId ?? null,
        wish.people,
        wish.fromDay,
        wish.toDay,
        asker.contactId,
        asker.phone?.replaceAll(/\D/g, '') ?? null,
        asker.bsuid ?? null,
      ],
    });
  }
  const joinedAt = before === undefined ? timestamp(wish.joinedAt) : before['joined_at'];
  const ahead = await client.query({
    text: `select count(*) as ahead from waiting_list
            where service = $1 and status in ('waiting', 'offered') and joined_at <= $2`,
    values: [wish.service, joinedAt],
  });
  return {
    already: before !== undefined,
    position: Math.max(1, countColumn.parse(ahead.rows[0]?.['ahead'])),
  };
}

/** Those who wait and could be served by a resource, held until commit; others' transactions wait. A retired one serves nobody. */
export async function lockWaiting(client: Queryable, resourceId: string): Promise<readonly Waiting[]> {
  const found = await client.query({
    text: `select waiting_id, joined_at, service, resource_id, people, from_day::text, to_day::text from waiting_list
            where status = 'waiting' and (resource_id is null or resource_id = $1)
              and exists (select from resources r where r.resource_id = $1 and r.retired_at is null)
            order by joined_at, waiting_id for update`,
    values: [resourceId],
  });
  return found.rows.map((row) => WaitingRow.parse(row));
}

/** Offers somebody a slot. It is kept for them once they have been told. */
export async function recordOffer(
  client: Queryable,
  match: WaitingMatch,
  resourceId: string,
  occupancy: Occupancy,
): Promise<void> {
  await client.query({
    text: `update waiting_list
              set status = 'offered', offered_resource_id = $2, offered_start = $3, offered_end = $4,
                  offered_free_at = $5, offered_whole = $6, told_at = null, offer_ends_at = null
            where waiting_id = $1`,
    values: [
      match.waiting.waitingId,
      resourceId,
      timestamp(match.slot.start),
      timestamp(match.slot.end),
      timestamp(occupancy.freeAt),
      occupancy.people === 'whole',
    ],
  });
}

const OfferRow = z
  .object({
    waiting_id: z.string(),
    contact_id: z.string(),
    contact_phone: optionalColumn(z.string()),
    contact_bsuid: optionalColumn(z.string()),
    service: z.string(),
    people: z.number(),
    offered_resource_id: z.string(),
    offered_start: instantColumn,
    offered_end: instantColumn,
    offered_free_at: instantColumn,
    offered_whole: z.boolean(),
  })
  .transform((row) => ({
    waitingId: row.waiting_id,
    contactId: row.contact_id,
    phone: row.contact_phone,
    bsuid: row.contact_bsuid,
    service: row.service,
    people: row.people,
    resourceId: row.offered_resource_id,
    start: row.offered_start,
    end: row.offered_end,
    occupancy: {
      start: row.offered_start,
      freeAt: row.offered_free_at,
      people: row.offered_whole ? ('whole' as const) : row.people,
    },
  }));

/** A slot that somebody on the list may have. */
export type SlotOffer = z.output<typeof OfferRow>;

/** Offers that nobody has been told of and that lie ahead, in turn. */
export async function readUntoldOffers(
  client: Queryable,
  now: Instant,
  most: number,
): Promise<readonly SlotOffer[]> {
  const found = await client.query({
    text: `select waiting_id, contact_id, contact_phone, contact_bsuid, service, people, offered_resource_id, offered_start, offered_end,
                  offered_free_at, offered_whole
             from waiting_list where status = 'offered' and told_at is null and offered_start > $1
            order by joined_at, waiting_id limit $2`,
    values: [timestamp(now), most],
  });
  return found.rows.map((row) => OfferRow.parse(row));
}

/** The offer that is kept for somebody now, the one that ends first. */
export async function readKeptOffer(
  client: Queryable,
  contactId: string,
  now: Instant,
): Promise<SlotOffer | undefined> {
  const found = await client.query({
    text: `select waiting_id, contact_id, contact_phone, contact_bsuid, service, people, offered_resource_id, offered_start, offered_end,
                  offered_free_at, offered_whole
             from waiting_list where contact_id = $1 and status = 'offered' and offer_ends_at > $2
            order by offer_ends_at, waiting_id limit 1`,
    values: [contactId, timestamp(now)],
  });
  const row = found.rows[0];
  return row === undefined ? undefined : OfferRow.parse(row);
}

/** Keeps an offer's slot from now on until `endsAt`. False: somebody else has seen to this offer already. */
export async function keepOffer(
  client: Queryable,
  waitingId: string,
  now: Instant,
  endsAt: Instant,
): Promise<boolean> {
  const kept = await client.query({
    text: `update waiting_list set told_at = $2, offer_ends_at = $3
            where waiting_id = $1 and status = 'offered' and told_at is null`,
    values: [waitingId, timestamp(now), timestamp(endsAt)],
  });
  return kept.rowCount === 1;
}

/** Lets somebody wait on, whose slot was taken before they were told of it. */
export async function withdrawOffer(client: Queryable, waitingId: string): Promise<void> {
  await client.query({
    text: `update waiting_list set status = 'waiting' where waiting_id = $1 and status = 'offered' and told_at is null`,
    values: [waitingId],
  });
}

/** Ends one offer, whose owner could not be told of it. */
export async function lapseOffer(client: Queryable, waitingId: string): Promise<void> {
  await client.query({
    text: `update waiting_list set status = 'lapsed' where waiting_id = $1 and status = 'offered'`,
    values: [waitingId],
  });
}

/** Ends offers that were not taken up, told or not. Returns the time each gives back. */
export async function lapseOffers(
  client: Queryable,
  now: Instant,
): Promise<readonly { readonly resourceId: string; readonly start: Instant; readonly end: Instant }[]> {
  const lapsed = await client.query({
    text: `update waiting_list set status = 'lapsed'
            where status = 'offered' and (offer_ends_at <= $1 or offered_start <= $1)
           returning offered_resource_id, offered_start, offered_end`,
    values: [timestamp(now)],
  });
  return lapsed.rows.map((row) => ({
    resourceId: z.string().parse(row['offered_resource_id']),
    start: instantColumn.parse(row['offered_start']),
    end: instantColumn.parse(row['offered_end']),
  }));
}

/** Takes a person who has booked off the list for that service on that day. */
export async function leaveWaiting(
  client: Queryable,
  contactId: string,
  service: string,
  day: string,
): Promise<void> {
  await client.query({
    name: 'leave-waiting',
    text: `update waiting_list set status = 'booked'
            where contact_id = $1 and lower(service) = lower($2) and status in ('waiting', 'offered')
              and $3::date between from_day and to_day`,
    values: [contactId, service, day],
  });
}
