import { z } from 'zod';
import { ConversationState } from '@ambit/core/conversation/state';
import { Draft } from '@ambit/core/message/draft';
import type { Clearance } from '@ambit/core/policy/clearance';
import { compareText } from './compare-text.ts';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const Recipient = z.object({ phone: z.string().optional(), bsuid: z.string().optional() });

const Agreements = ConversationState.pick({ consents: true, stoppedAt: true });

const DueDraft = z.object({
  /** Where the row stands as long as it is locked. */
  place: z.string(),
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
  /** What clearance must know of a customer who gets a template. */
  agreements: optionalColumn(Agreements),
});

/** A draft whose turn to be sent has come, with the facts clearance needs, all as of now. */
export type DueDraft = z.output<typeof DueDraft>;

/** Meta's pace for one person: one message in 6 s, a burst of 45 borrowed from the future. */
const personPace = { perSecond: 1 / 6, burst: 45 };

/** Whether any draft is due: for a node that has nothing to do, one look instead of a transaction. */
export async function hasDueDrafts(client: Queryable): Promise<boolean> {
  const due = await client.query({
    name: 'has-due-drafts',
    text: `select from outbox where status in ('queued', 'retry') and due_at <= now() order by priority, due_at limit 1`,
  });
  return due.rows.length > 0;
}

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
  // Planned while few drafts wait, a bitmap and a sort seem cheapest: they would lock all of thousands for a hundred.
  await client.query({ text: 'set local enable_bitmapscan = off' });
  const due = await client.query({
    name: 'lock-due-drafts',
    text: `select o.ctid::text as place, o.channel_id, o.outbox_id, o.conversation_id, o.draft, o.recipient, o.attempts,
                  v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.window_closes_at,
                  v.agent_last_spoke_at,
                  least(${personPace.burst}, v.pace_tokens
                    + extract(epoch from (now() - v.pace_at)) * ${personPace.perSecond}) as pace,
                  coalesce((select u.service_delivered from usage u
                             where u.channel_id = o.channel_id and u.month = $2::date), 0) as service_delivered,
                  case when o.draft #>> '{content,kind}' = 'template' then v.state end as agreements
             from outbox o
            cross join lateral (
              select * from conversations c
               where c.channel_id = o.channel_id and c.conversation_id = o.conversation_id
              offset 0 for no key update skip locked) v
            where o.status in ('queued', 'retry') and o.due_at <= now()
              and o.channel_id || '' = any($1) -- not by an index that the channel leads
              and not exists (
                select 1 from outbox p
                 where p.conversation_id = o.conversation_id and p.ordinal < o.ordinal
                   and p.channel_id || '' = o.channel_id -- not by an index that the channel leads
                   and p.status in ('queued', 'retry', 'sending', 'unknown')
                   and not (p.status = 'unknown' and p.told_at is not null)
                offset 0) -- looked up draft by draft: joined, all that are open may be read for each
            order by o.priority, o.due_at
            limit $3
            for no key update of o skip locked`,
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
    text: 'select mark_drafts($1, $2, $3, $4, $5)',
    arrays: ['tid', 'uuid', 'text', 'jsonb', 'float8'],
    values: [
      marks.map((mark) => mark.draft.place),
      marks.map((mark) => mark.draft.outbox_id),
      marks.map((mark) => mark.kind),
      marks.map((mark) => (mark.kind === 'later' ? null : jsonText(mark.clearance))),
      marks.map((mark) => (mark.kind === 'later' ? mark.delayMs : 0)),
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
 * acceptance. An accepted message takes up statuses that came before it. Each send counts for the pace of
 * its person, whatever came of it.
 */
export async function recordSends(client: Queryable, records: readonly SendRecord[]): Promise<void> {
  const sorted = records.toSorted((a, b) =>
    compareText(`${a.channelId} ${a.outboxId}`, `${b.channelId} ${b.outboxId}`),
  );
  const acceptedAt = sorted.flatMap((record) => (record.kind === 'accepted' ? [record.at] : []));
  await client.query({
    name: 'record-sends',
    text: 'select record_sends($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    arrays: ['text', 'uuid', 'text', 'text', 'float8', 'jsonb', 'bool'],
    values: [
      sorted.map((record) => record.channelId),
      sorted.map((record) => record.outboxId),
      sorted.map((record) => record.kind),
      sorted.map((record) => (record.kind === 'accepted' ? record.messageId : null)),
      sorted.map((record) => (record.kind === 'retry' ? record.delayMs : 0)),
      sorted.map((record) => (record.kind === 'accepted' ? null : jsonText(record.error))),
      sorted.map((record) => record.kind === 'accepted' && record.byAgent),
      // All of them were accepted just now: the newest moment of the call will do for each.
      acceptedAt.length === 0 ? null : timestamp(Math.max(...acceptedAt)),
      personPace.perSecond,
      personPace.burst,
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
