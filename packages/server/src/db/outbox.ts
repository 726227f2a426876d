import { z } from 'zod';
import { Draft } from '@ambit/core/message/draft';
import type { Clearance } from '@ambit/core/policy/clearance';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const Recipient = z.object({ phone: z.string().optional(), bsuid: z.string().optional() });

const DueDraft = z.object({
  channel_id: z.string(),
  outbox_id: z.string(),
  conversation_id: z.string(),
  draft: Draft,
  recipient: Recipient,
  attempts: z.number(),
  phone: optionalColumn(z.string()),
  bsuid: optionalColumn(z.string()),
  owner_kind: z.enum(['agent', 'people', 'nobody']),
  owner_person: optionalColumn(z.string()),
  owner_version: z.number(),
  window_closes_at: optionalColumn(instantColumn),
  agent_last_spoke_at: optionalColumn(instantColumn),
  pace: z.coerce.number(),
  service_delivered: countColumn,
});

/** A draft whose turn to be sent has come, with the facts clearance needs, all as of now. */
export type DueDraft = z.output<typeof DueDraft>;

/** Meta's pace for one person: one message in 6 s, a burst of 45 borrowed from the future. */
const personPace = { perSecond: 1 / 6, burst: 45 };

/**
 * Locks up to `most` drafts that are due: replies before notices before campaigns, each only once
 * everything before it in its conversation is accepted or over. Their conversations are locked too,
 * so that a take-over or a STOP is either seen here or waits until the mark is committed.
 * `pace`: the tokens of this person's pace after refilling, before this send.
 */
export async function lockDueDrafts(
  client: Queryable,
  channelIds: readonly string[],
  month: string,
  most: number,
): Promise<readonly DueDraft[]> {
  const due = await client.query({
    name: 'lock-due-drafts',
    text: `select o.channel_id, o.outbox_id, o.conversation_id, o.draft, o.recipient, o.attempts,
                  v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.window_closes_at,
                  v.agent_last_spoke_at,
                  least(${personPace.burst}, v.pace_tokens
                    + extract(epoch from (now() - v.pace_at)) * ${personPace.perSecond}) as pace,
                  coalesce((select u.service_delivered from usage u
                             where u.channel_id = o.channel_id and u.month = $2::date), 0) as service_delivered
             from outbox o
             join conversations v using (channel_id, conversation_id)
            where o.status in ('queued', 'retry') and o.due_at <= now()
              and o.channel_id = any($1)
              and not exists (
                select 1 from outbox p
                 where p.channel_id = o.channel_id and p.conversation_id = o.conversation_id
                   and p.ordinal < o.ordinal
                   and p.status in ('queued', 'retry', 'sending', 'unknown')
                   and not (p.status = 'unknown' and p.told_at is not null))
            order by o.priority, o.due_at
            limit $3
            for no key update of o, v skip locked`,
    values: [channelIds, month, most],
  });
  return due.rows.map((row) => DueDraft.parse(row));
}

/** What the sender decided of one locked draft. */
export type Mark =
  | { kind: 'sending'; draft: DueDraft; clearance: Clearance }
  | { kind: 'refused'; draft: DueDraft; clearance: Clearance }
  | { kind: 'later'; draft: DueDraft; delayMs: number };

/** Writes the decisions in the transaction that locked the drafts. */
export async function markDrafts(client: Queryable, marks: readonly Mark[]): Promise<void> {
  await client.query({
    name: 'mark-drafts',
    text: `with k as (
             select * from unnest($1::text[], $2::uuid[], $3::text[], $4::jsonb[], $5::float8[], $6::uuid[], $7::real[])
               as k (channel_id, outbox_id, kind, clearance, delay_ms, conversation_id, pace)
           ), spent as (
             update conversations v set pace_tokens = k.pace - 1, pace_at = now()
               from k
              where k.kind = 'sending' and v.channel_id = k.channel_id and v.conversation_id = k.conversation_id
           )
           update outbox o
              set status = case k.kind when 'later' then o.status else k.kind end,
                  attempts = o.attempts + case k.kind when 'sending' then 1 else 0 end,
                  marked_at = case k.kind when 'sending' then now() else o.marked_at end,
                  due_at = case k.kind when 'later' then now() + k.delay_ms * interval '1 ms' else o.due_at end,
                  clearance = coalesce(k.clearance, o.clearance)
             from k
            where o.channel_id = k.channel_id and o.outbox_id = k.outbox_id`,
    values: [
      marks.map((mark) => mark.draft.channel_id),
      marks.map((mark) => mark.draft.outbox_id),
      marks.map((mark) => mark.kind),
      marks.map((mark) => (mark.kind === 'later' ? null : jsonText(mark.clearance))),
      marks.map((mark) => (mark.kind === 'later' ? mark.delayMs : 0)),
      marks.map((mark) => mark.draft.conversation_id),
      marks.map((mark) => mark.draft.pace),
    ],
  });
}

/** What came of a send, for the outbox. */
export type SendRecord = { readonly channelId: string; readonly outboxId: string } & (
  | { kind: 'accepted'; messageId: string; byAgent: boolean; at: number }
  | { kind: 'retry'; delayMs: number; error: unknown }
  | { kind: 'failed'; error: unknown }
  | { kind: 'unknown'; error: unknown }
);

/**
 * Records what came of sends. A row that is no longer `sending` was settled by a status of Meta's
 * that came before, and keeps it; one that had become unknown meanwhile is settled by an
 * acceptance. An accepted message takes up statuses that came before it.
 */
export async function recordSends(client: Queryable, records: readonly SendRecord[]): Promise<void> {
  await client.query({
    name: 'record-sends',
    text: `with r as (
             select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::float8[], $6::jsonb[],
                                  $7::bool[], $8::timestamptz[])
               as r (channel_id, outbox_id, kind, message_id, delay_ms, error, by_agent, clock_at)
           ), locked as (
             select o.channel_id, o.outbox_id, o.conversation_id from outbox o join r using (channel_id, outbox_id)
              where o.status in ('sending', 'accepted', 'unknown') order by 1, 2 for update of o
           ), written as (
             update outbox o
                set status = case when o.status = 'sending' or (o.status = 'unknown' and r.kind = 'accepted')
                                  then r.kind else o.status end,
                    message_id = coalesce(r.message_id, o.message_id),
                    accepted_at = case when r.kind = 'accepted' then coalesce(o.accepted_at, now()) else o.accepted_at end,
                    due_at = case r.kind when 'retry' then now() + r.delay_ms * interval '1 ms' else o.due_at end,
                    error = coalesce(r.error, o.error),
                    delivery_rank = greatest(o.delivery_rank, (
                      select coalesce(max(case s.status when 'sent' then 1 when 'delivered' then 2 when 'read' then 3
                                                        when 'played' then 4 else 0 end), 0)
                        from statuses s where s.channel_id = r.channel_id and s.message_id = r.message_id))
               from locked l join r using (channel_id, outbox_id)
              where o.channel_id = l.channel_id and o.outbox_id = l.outbox_id
             returning o.channel_id, o.conversation_id, r.kind, r.by_agent, r.clock_at
           )
           update conversations v set agent_last_spoke_at = greatest(v.agent_last_spoke_at, w.clock_at)
             from written w
            where w.kind = 'accepted' and w.by_agent
              and v.channel_id = w.channel_id and v.conversation_id = w.conversation_id`,
    values: [
      records.map((record) => record.channelId),
      records.map((record) => record.outboxId),
      records.map((record) => record.kind),
      records.map((record) => (record.kind === 'accepted' ? record.messageId : null)),
      records.map((record) => (record.kind === 'retry' ? record.delayMs : 0)),
      records.map((record) => (record.kind === 'accepted' ? null : jsonText(record.error))),
      records.map((record) => record.kind === 'accepted' && record.byAgent),
      records.map((record) => timestamp(record.kind === 'accepted' ? record.at : 0)),
    ],
  });
}

const Stuck = z
  .object({
    channel_id: z.string(),
    outbox_id: z.string(),
    conversation_id: z.string(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    outboxId: row.outbox_id,
    conversationId: row.conversation_id,
  }));
export type Stuck = z.output<typeof Stuck>;

/** A send that nobody reported back on (its node died) is unknown: it may have reached Meta. */
export async function expireSending(client: Queryable, afterMs: number): Promise<number> {
  const expired = await client.query({
    name: 'expire-sending',
    text: `update outbox set status = 'unknown', error = '{"reason":"the node that was sending it stopped"}'
            where status = 'sending' and marked_at < now() - $1 * interval '1 ms' returning outbox_id`,
    values: [afterMs],
  });
  return expired.rows.length;
}

/** Unknown sends that no status has settled in time: marked as told, to be told to a person. */
export async function takeUnsettled(client: Queryable, afterMs: number): Promise<readonly Stuck[]> {
  const unsettled = await client.query({
    name: 'take-unsettled',
    text: `update outbox set told_at = now()
            where status = 'unknown' and told_at is null and marked_at < now() - $1 * interval '1 ms'
           returning channel_id, outbox_id, conversation_id`,
    values: [afterMs],
  });
  return unsettled.rows.map((row) => Stuck.parse(row));
}
