import { z } from 'zod';
import { Outcome } from '@ambit/core/conversation/outcome';
import { Verdict } from '@ambit/core/scope/verdict';
import { instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import { outboxColumns, outboxMessage, OutboxRow } from './delivery.ts';
import { readable } from './readable-content.ts';

const Row = z.object({
  channel_id: z.string(),
  conversation_id: z.string(),
  handled: z.boolean(),
  window_closes_at: optionalColumn(instantColumn),
  turn_id: optionalColumn(z.string()),
  outcome: optionalColumn(Outcome),
  verdict: optionalColumn(Verdict),
  business_version: optionalColumn(z.number()),
  pack: optionalColumn(z.string()),
  opened_at: optionalColumn(instantColumn),
  closed_at: optionalColumn(instantColumn),
  withheld: z.boolean(),
});

/**
 * What became of one message. The dedupe keys say cheaply whether it ever came; where it lies in
 * the inbox is then looked for, which is meant for a developer's eye and not for a hot path.
 */
export async function traceInbound(client: Queryable, messageId: string) {
  const known = await client.query({
    text: `select d.channel_id from channels c join dedupe d using (channel_id) where d.message_id = $1 limit 1`,
    values: [messageId],
  });
  const channel = z.object({ channel_id: z.string() }).optional().parse(known.rows[0]);
  if (channel === undefined) return { state: 'unknown' as const };
  const found = await client.query({
    text: `select i.channel_id, i.conversation_id, i.seq <= m.handled_seq as handled, v.window_closes_at,
                  t.turn_id, t.outcome, t.verdict, t.business_version, t.pack, t.opened_at, t.closed_at,
                  exists (select 1 from messages h where h.channel_id = i.channel_id and h.conversation_id = i.conversation_id
                             and h.turn_id = t.turn_id and h.hidden_at is not null) as withheld
             from inbox i
             join mailboxes m using (channel_id, conversation_id)
             join conversations v using (channel_id, conversation_id)
             left join lateral (
               select * from turns t
                where t.channel_id = i.channel_id and t.conversation_id = i.conversation_id
                  and t.from_seq <= i.seq and t.to_seq >= i.seq and t.closed_at is not null
                order by t.from_seq desc limit 1) t on true
            where i.channel_id = $1 and i.message_id = $2`,
    values: [channel.channel_id, messageId],
  });
  const [first] = found.rows;
  if (first === undefined) return { state: 'unknown' as const };
  const row = Row.parse(first);
  const place = { channelId: row.channel_id, conversationId: row.conversation_id };
  const { turn_id: turnId, outcome, business_version: businessVersion, pack } = row;
  const { opened_at: openedAt, closed_at: closedAt } = row;
  if (
    !row.handled ||
    turnId === undefined ||
    outcome === undefined ||
    businessVersion === undefined ||
    pack === undefined ||
    openedAt === undefined ||
    closedAt === undefined
  )
    return { state: 'waiting' as const, ...place };
  return {
    state: 'handled' as const,
    ...place,
    turnId,
    outcome,
    ...('task' in outcome && outcome.task !== undefined ? { task: outcome.task } : {}),
    ...(row.verdict === undefined
      ? {}
      : { verdict: row.withheld ? { ...row.verdict, evidence: [] } : row.verdict }),
    businessVersion,
    pack,
    ...(row.window_closes_at === undefined ? {} : { windowClosesAt: row.window_closes_at }),
    replies: await readReplies(client, { ...place, turnId }),
    openedAt,
    closedAt,
  };
}

async function readReplies(
  client: Queryable,
  turn: { channelId: string; conversationId: string; turnId: string },
) {
  const found = await client.query({
    text: `select ${outboxColumns}
             from messages l join outbox o on o.channel_id = l.channel_id and o.outbox_id = l.outbox_id
            where l.channel_id = $1 and l.conversation_id = $2 and l.turn_id = $3
            order by l.position`,
    values: [turn.channelId, turn.conversationId, turn.turnId],
  });
  return found.rows.map((raw) => {
    const row = OutboxRow.parse(raw);
    const { outboxId, text, state, clearance, pricing, problem } = outboxMessage(row);
    const { choices } = readable(row.draft.content);
    return {
      outboxId,
      author: row.draft.author,
      text,
      ...(clearance?.disclosure === undefined ? {} : { disclosure: clearance.disclosure }),
      ...(choices === undefined ? {} : { buttons: choices }),
      status: state,
      settled: state !== 'queued' && state !== 'sending',
      ...(clearance === undefined ? {} : { clearance }),
      ...(pricing === undefined ? {} : { pricing }),
      ...(problem === undefined ? {} : { problem }),
    };
  });
}
