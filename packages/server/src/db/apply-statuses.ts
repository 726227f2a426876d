import { z } from 'zod';
import type { ReceivedStatus } from '../ports/received.ts';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** A status for one of our channels. */
export type StatusRow = ReceivedStatus & { readonly channelId: string };

const Failed = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    outbox_id: z.string(),
    code: z.number().nullable(),
    reason: z.string().nullable(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    outboxId: row.outbox_id,
    ...(row.code === null ? {} : { code: row.code }),
    reason: row.reason ?? 'Meta gave no reason',
  }));

/** A message of ours that has just turned out to have failed: the only status that wakes a conversation. */
export type FailedDelivery = z.output<typeof Failed>;

const statement = `
with incoming as (
  select * from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[], $6::jsonb[], $7::jsonb[],
                       $8::int[], $9::text[])
    as s (channel_id, message_id, status, outbox_id, said_at, body, pricing, code, reason)
), stored as (
  insert into statuses (channel_id, message_id, status, outbox_id, said_at, body)
  select channel_id, message_id, status, outbox_id, said_at, body from incoming order by 1, 2, 3
  on conflict do nothing
  returning channel_id, message_id, status
), fresh as (
  select i.*, case i.status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3 when 'played' then 4
                            else 0 end as rank
    from incoming i join stored using (channel_id, message_id, status)
), matched as (
  select f.*, f.outbox_id as ours from fresh f where f.outbox_id is not null
  union all
  select f.*, o.outbox_id from fresh f
    join outbox o on o.channel_id = f.channel_id and o.message_id = f.message_id
   where f.outbox_id is null
), merged as (
  select channel_id, ours as outbox_id, max(rank) as rank, bool_or(status = 'failed') as failed,
         min(message_id) as message_id, max(said_at) as said_at,
         (array_agg(pricing) filter (where pricing is not null))[1] as pricing,
         (array_agg(code) filter (where status = 'failed'))[1] as code,
         (array_agg(reason) filter (where status = 'failed'))[1] as reason
    from matched group by channel_id, ours
), locked as (
  select o.channel_id, o.outbox_id, o.delivery_rank as rank_before, o.status as status_before
    from outbox o join merged m using (channel_id, outbox_id)
   order by 1, 2 for update of o
), moved as (
  update outbox o
     set delivery_rank = greatest(o.delivery_rank, m.rank),
         message_id = coalesce(o.message_id, m.message_id),
         status = case when m.failed then 'failed'
                       when o.status in ('sending', 'unknown') then 'accepted' else o.status end,
         accepted_at = coalesce(o.accepted_at, now()),
         pricing = coalesce(m.pricing, o.pricing),
         error = case when m.failed then jsonb_build_object('code', m.code, 'reason', m.reason) else o.error end
    from merged m join locked l using (channel_id, outbox_id)
   where o.channel_id = m.channel_id and o.outbox_id = m.outbox_id
  returning o.channel_id, o.outbox_id, o.conversation_id, m.failed, m.code, m.reason, m.said_at, o.pricing,
            l.rank_before < 2 and o.delivery_rank >= 2 as newly_delivered,
            l.status_before <> 'failed' and m.failed as newly_failed
), counted as (
  insert into usage (channel_id, month, service_delivered)
  select channel_id, date_trunc('month', said_at at time zone 'UTC')::date, count(*) from moved
   where newly_delivered and pricing->>'category' = 'service'
   group by 1, 2
  on conflict (channel_id, month) do update set service_delivered = usage.service_delivered + excluded.service_delivered
)
select channel_id, conversation_id, outbox_id, code, reason from moved where newly_failed`;

/**
 * Stores statuses and moves the messages they speak of forward, never back: matched by outbox id,
 * then by Meta's message id, in either order of arrival. A status settles a send nobody knows the
 * end of.
 */
export async function applyStatuses(
  client: Queryable,
  rows: readonly StatusRow[],
): Promise<readonly FailedDelivery[]> {
  const failed = await client.query({
    name: 'apply-statuses',
    text: statement,
    values: [
      rows.map((row) => row.channelId),
      rows.map((row) => row.messageId),
      rows.map((row) => row.status),
      rows.map((row) => row.outboxId ?? null),
      rows.map((row) => timestamp(row.at)),
      rows.map((row) => jsonText(row.raw)),
      rows.map((row) => (row.pricing === undefined ? null : jsonText(row.pricing))),
      rows.map((row) => row.failure?.code ?? null),
      rows.map((row) => row.failure?.reason ?? null),
    ],
  });
  return failed.rows.map((row) => Failed.parse(row));
}
