import { z } from 'zod';
import { CallResult, type Call } from '@ambit/core/conversation/call';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** How a call of this turn stood when the turn was run again. */
export type JournalEntry = { readonly tool: string } & (
  | { kind: 'settled'; result: CallResult }
  | { kind: 'started' }
);

const Row = z.object({ call_key: z.string(), tool: z.string(), result: z.unknown() });

/** What an earlier run of the turn did; empty for a first run. */
export async function readJournal(
  client: Queryable,
  turn: { channelId: string; turnId: string },
): Promise<ReadonlyMap<string, JournalEntry>> {
  const found = await client.query({
    name: 'read-journal',
    text: `select call_key, coalesce(call->>'tool', call->>'kind') as tool, result from journal where channel_id = $1 and turn_id = $2`,
    values: [turn.channelId, turn.turnId],
  });
  return new Map(
    found.rows.map((raw) => {
      const row = Row.parse(raw);
      const entry: JournalEntry =
        row.result === null
          ? { kind: 'started', tool: row.tool }
          : { kind: 'settled', tool: row.tool, result: CallResult.parse(row.result) };
      return [row.call_key, entry];
    }),
  );
}

/**
 * Records that a call with effects is about to be made. False when the mailbox is no longer ours:
 * the call must not be made.
 */
export async function journalStart(
  client: Queryable,
  turn: { channelId: string; conversationId: string; turnId: string; epoch: number },
  callKey: string,
  call: Call,
): Promise<boolean> {
  const started = await client.query({
    name: 'journal-start',
    text: `with ours as (
             select channel_id from mailboxes
              where channel_id = $1 and conversation_id = $2 and epoch = $4 for update)
           insert into journal (channel_id, turn_id, call_key, call)
           select $1, $3, $5, $6 from ours
           on conflict (channel_id, turn_id, call_key) do update set started_at = now()
           returning call_key`,
    values: [turn.channelId, turn.conversationId, turn.turnId, turn.epoch, callKey, jsonText(call)],
  });
  return started.rows.length === 1;
}

/**
 * Keeps what came of a call that changes nothing but is not to be paid for twice. False when the mailbox
 * is no longer ours.
 */
export async function journalKeep(
  client: Queryable,
  turn: { channelId: string; conversationId: string; turnId: string; epoch: number },
  callKey: string,
  call: Call,
  result: CallResult,
): Promise<boolean> {
  const kept = await client.query({
    name: 'journal-keep',
    text: `with ours as (
             select channel_id from mailboxes
              where channel_id = $1 and conversation_id = $2 and epoch = $4 for update)
           insert into journal (channel_id, turn_id, call_key, call, result, settled_at)
           select $1, $3, $5, $6, $7, now() from ours
           on conflict (channel_id, turn_id, call_key) do update set call = journal.call
           returning call_key`,
    values: [
      turn.channelId,
      turn.conversationId,
      turn.turnId,
      turn.epoch,
      callKey,
      jsonText(call),
      jsonText(result),
    ],
  });
  return kept.rows.length === 1;
}

/** Records what came of it. Not fenced: what happened has happened, and the next run must know. */
export async function journalSettle(
  client: Queryable,
  turn: { channelId: string; turnId: string },
  callKey: string,
  result: CallResult,
): Promise<void> {
  await client.query({
    name: 'journal-settle',
    text: `update journal set result = $4, settled_at = now()
            where channel_id = $1 and turn_id = $2 and call_key = $3 and result is null`,
    values: [turn.channelId, turn.turnId, callKey, jsonText(result)],
  });
}
