import { z } from 'zod';
import { Outcome } from '@ambit/core/conversation/outcome';
import { Verdict } from '@ambit/core/scope/verdict';
import { countColumn, instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import type { Place } from './conversation-facts.ts';

const Row = z.object({
  turn_id: z.string(),
  from_seq: countColumn,
  to_seq: countColumn,
  business_version: z.number(),
  pack: z.string(),
  clock_at: instantColumn,
  reopened: z.number(),
  events: optionalColumn(z.array(z.unknown())),
  outcome: optionalColumn(Outcome),
  verdict: optionalColumn(Verdict),
  opened_at: instantColumn,
  closed_at: optionalColumn(instantColumn),
  message_ids: z.array(z.string()),
  edited_ids: z.array(z.string()),
  journal: z.array(
    z.object({
      callKey: z.string(),
      call: z.unknown(),
      result: z.unknown(),
      startedAt: z.number(),
      settledAt: z.number().nullable(),
    }),
  ),
});

/**
 * The newest 50 turns, newest first, with their events and their calls with effects.
 * A turn that handled a message of `hidden` is told without anything that may quote it.
 */
export async function readTurns(client: Queryable, place: Place, hidden: ReadonlySet<string>) {
  const found = await client.query({
    text: `select t.turn_id, t.from_seq, t.to_seq, t.business_version, t.pack, t.clock_at, t.reopened, t.events,
                  t.outcome, t.verdict, t.opened_at, t.closed_at, i.message_ids, i.edited_ids,
                  (select coalesce(jsonb_agg(jsonb_build_object(
                            'callKey', j.call_key, 'call', j.call, 'result', j.result,
                            'startedAt', extract(epoch from j.started_at) * 1000,
                            'settledAt', extract(epoch from j.settled_at) * 1000) order by j.started_at), '[]')
                     from journal j where j.channel_id = t.channel_id and j.turn_id = t.turn_id) as journal
             from turns t
             cross join lateral (
               select coalesce(jsonb_agg(message_id), '[]') as message_ids,
                      coalesce(jsonb_agg(content->>'of') filter (where content->>'kind' = 'edit'), '[]') as edited_ids
                 from inbox i
                where i.channel_id = t.channel_id and i.conversation_id = t.conversation_id
                  and i.seq between t.from_seq and t.to_seq) i
            where t.channel_id = $1 and t.conversation_id = $2
            order by t.from_seq desc limit 50`,
    values: [place.channelId, place.conversationId],
  });
  return found.rows.map((raw) => turn(Row.parse(raw), hidden));
}

function turn(row: z.output<typeof Row>, hidden: ReadonlySet<string>) {
  const withheld = [...row.message_ids, ...row.edited_ids].some((messageId) => hidden.has(messageId));
  return {
    turnId: row.turn_id,
    fromSeq: row.from_seq,
    toSeq: row.to_seq,
    ...(row.outcome === undefined ? {} : { outcome: row.outcome }),
    ...(row.verdict === undefined
      ? {}
      : { verdict: withheld ? { ...row.verdict, evidence: [] } : row.verdict }),
    events: withheld ? [] : (row.events ?? []),
    withheld,
    journal: withheld
      ? []
      : row.journal.map(({ settledAt, result, ...entry }) => ({
          ...entry,
          ...(result === null ? {} : { result }),
          ...(settledAt === null ? {} : { settledAt }),
        })),
    businessVersion: row.business_version,
    pack: row.pack,
    reopened: row.reopened,
    clockAt: row.clock_at,
    openedAt: row.opened_at,
    ...(row.closed_at === undefined ? {} : { closedAt: row.closed_at }),
  };
}
