import { z } from 'zod';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

const Due = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    name: z.string(),
    due_ms: z.coerce.number(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    name: row.name,
    dueAt: row.due_ms,
  }));

/** A timer whose time has come by the clock port. */
export type DueTimer = z.output<typeof Due>;

/** Takes timers that are due; the transaction that takes them also puts their messages into the mailboxes. */
export async function takeDueTimers(
  client: Queryable,
  now: number,
  most: number,
): Promise<readonly DueTimer[]> {
  const due = await client.query({
    name: 'take-due-timers',
    text: `delete from timers t using (
             select channel_id, conversation_id, name from timers where due_at <= $1
              order by due_at limit $2 for update skip locked) d
            where t.channel_id = d.channel_id and t.conversation_id = d.conversation_id and t.name = d.name
           returning t.channel_id, t.conversation_id, t.name, extract(epoch from t.due_at) * 1000 as due_ms`,
    values: [timestamp(now), most],
  });
  return due.rows.map((row) => Due.parse(row));
}

/**
 * Sets one timer in every conversation whose customer agreed, before it is due, to be written to for this
 * purpose, and whom the agent may answer. Returns how many.
 */
export async function setConsentedTimers(
  client: Queryable,
  name: string,
  dueAt: number,
  purpose: 'utility' | 'marketing',
): Promise<number> {
  const set = await client.query({
    text: `insert into timers (channel_id, conversation_id, name, due_at)
           select channel_id, conversation_id, $1, $2 from conversations
            where owner_kind = 'agent' and (state -> 'consents' -> $3 ->> 'at')::numeric < $4
           on conflict (channel_id, conversation_id, name) do update set due_at = excluded.due_at`,
    values: [name, timestamp(dueAt), purpose, dueAt],
  });
  return set.rowCount ?? 0;
}
