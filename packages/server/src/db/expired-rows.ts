import { z } from 'zod';
import { countColumn } from './columns.ts';
import type { Queryable } from './database.ts';

/** Tables whose rows are deleted some time after they are over. */
export type ExpiringTable = keyof typeof conditions;

/**
 * When a row `r` may go; $3: the time before which it must lie. What is unhandled, open or under way never may,
 * however old it is.
 */
const conditions = {
  messages: `r.said_at < $3 and not exists (
    select 1 from outbox o where o.channel_id = r.channel_id and o.outbox_id = r.outbox_id
                             and o.status in ('queued', 'retry', 'sending', 'unknown'))`,
  turns: 'r.closed_at < $3',
  inbox: `r.received_at < $3 and exists (
    select 1 from mailboxes m where m.channel_id = r.channel_id and m.conversation_id = r.conversation_id
                                and m.handled_seq >= r.seq)`,
  journal: `r.started_at < $3 and not exists (
    select 1 from turns t where t.channel_id = r.channel_id and t.turn_id = r.turn_id and t.closed_at is null)`,
  outbox: `r.created_at < $3 and (r.status in ('accepted', 'failed', 'refused')
                                  or (r.status = 'unknown' and r.told_at is not null))`,
  statuses: 'r.received_at < $3',
  unrouted: 'r.received_at < $3',
  alarms: 'r.cleared_at < $3',
  tickets: 'r.closed_at < $3',
  leads: 'r.created_at < $3',
  knowledge_questions: 'r.asked_at < $3',
  // What people approved is knowledge, and stays.
  knowledge_suggestions: `r.status <> 'approved' and r.last_asked_at < $3`,
  model_usage: 'r.at < $3',
  carts: 'r.changed_at < $3',
  // What is still to come must not be told again.
  appointment_news: `r.recorded_at < $3 and not exists (
    select 1 from appointments a where a.appointment_id = r.appointment_id and a.status = 'booked' and a.ends_at > $3)`,
  order_news: 'r.recorded_at < $3',
  // Of what is over, and what no file has said since.
  subscriptions: `r.changed_at < $3
    and (r.ends_on < $3::date or (r.ends_on is null and r.status in ('cancelled', 'expired')))`,
  // Of whom no file has spoken since, who have not written, and who are subscribed to nothing.
  customers: `r.changed_at < $3
    and not exists (select 1 from conversations v
                     where v.contact_id::text = r.contact_id and v.last_activity_at >= $3)
    and not exists (select 1 from subscriptions s where s.contact_phone = r.phone)`,
} as const;

/** In the order they are gone through. */
export const expiringTables: readonly ExpiringTable[] = [
  'messages',
  'turns',
  'inbox',
  'journal',
  'outbox',
  'statuses',
  'unrouted',
  'alarms',
  'tickets',
  'leads',
  'model_usage',
  'knowledge_questions',
  'knowledge_suggestions',
  'carts',
  'appointment_news',
  'order_news',
  'subscriptions',
  'customers',
];

const mostAtOnce = 1_000;
const Deleted = z.object({
  deleted: countColumn,
  blob_keys: z.array(z.string()).nullable(),
});

/** What one look at a stretch of a table deleted. `more`: there is more to delete in this very stretch. */
export type ExpiredRows = {
  readonly deleted: number;
  readonly more: boolean;
  /** Files of deleted messages; their rows are deleted too. */
  readonly blobKeys: readonly string[];
};

/**
 * Deletes up to 1,000 expired rows in a stretch of the table's blocks. Going through a table by its blocks needs no
 * index and costs the same however much there is: no reply pays for it.
 */
export async function deleteExpired(
  client: Queryable,
  table: ExpiringTable,
  stretch: { readonly fromBlock: number; readonly toBlock: number },
  before: Date,
): Promise<ExpiredRows> {
  const gone = `
    delete from ${table} where ctid = any(array(
      select r.ctid from ${table} r
       where r.ctid >= $1::tid and r.ctid < $2::tid and ${conditions[table]}
       limit ${mostAtOnce} for update skip locked))`;
  const deleted = await client.query({
    name: `delete-expired-${table}`,
    text:
      table === 'messages'
        ? `with gone as (${gone} returning channel_id, content->>'mediaId' as media_id), files as (
             delete from media f using gone g
              where f.channel_id = g.channel_id and f.media_id = g.media_id and f.status in ('copied', 'given-up')
             returning f.blob_key)
           select (select count(*) from gone) as deleted,
                  (select array_agg(blob_key) from files where blob_key is not null) as blob_keys`
        : `with gone as (${gone} returning 1) select count(*) as deleted, null::text[] as blob_keys from gone`,
    values: [`(${stretch.fromBlock},0)`, `(${stretch.toBlock},0)`, before],
  });
  const row = Deleted.parse(deleted.rows[0]);
  return { deleted: row.deleted, more: row.deleted === mostAtOnce, blobKeys: row.blob_keys ?? [] };
}

/** How many blocks a table has. */
export async function countBlocks(client: Queryable, table: ExpiringTable): Promise<number> {
  const counted = await client.query({
    name: 'count-blocks',
    text: `select pg_relation_size($1::regclass) / current_setting('block_size')::bigint as blocks`,
    values: [table],
  });
  return z.object({ blocks: countColumn }).parse(counted.rows[0]).blocks;
}

/** Lets one transaction at a time, of all nodes, delete what has expired. False: another one does. */
export async function mayDeleteExpired(client: Queryable): Promise<boolean> {
  const asked = await client.query({
    name: 'may-delete-expired',
    text: `select pg_try_advisory_xact_lock(hashtext('ambit.delete-expired')) as may`,
  });
  return z.object({ may: z.boolean() }).parse(asked.rows[0]).may;
}
