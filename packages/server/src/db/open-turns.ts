import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Inbound } from '@ambit/core/message/inbound';
import type { Claim } from './claim-mailboxes.ts';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

const OpenedTurn = z.object({
  channel_id: z.string(),
  conversation_id: z.string(),
  turn_id: z.string(),
  from_seq: countColumn,
  to_seq: countColumn,
  business_version: z.number(),
  pack: z.string(),
  clock_at: instantColumn,
  reopened: z.number(),
  contact_id: z.string(),
  phone: optionalColumn(z.string()),
  bsuid: optionalColumn(z.string()),
  owner_kind: z.enum(['agent', 'people', 'nobody']),
  owner_person: optionalColumn(z.string()),
  owner_version: z.number(),
  state: z.unknown(),
  window_closes_at: optionalColumn(instantColumn),
  inputs: z.array(Inbound),
  /** Why one of the inputs could not be read; it then stands there as unsupported. */
  unreadable: z.string().optional(),
});

/** A turn with all that it needs to begin: its frozen range and the conversation's facts of now. */
export type OpenedTurn = z.output<typeof OpenedTurn>;

/** One message that cannot be read is its own turn's trouble, not that of all that were opened with it. */
function openedTurn(row: Readonly<Record<string, unknown>>): OpenedTurn {
  const read = OpenedTurn.safeParse(row);
  if (read.success) return read.data;
  const inputs = z
    .array(z.looseObject({}))
    .parse(row['inputs'])
    .map((input) =>
      Inbound.safeParse(input).success
        ? input
        : { ...input, content: { kind: 'unsupported', type: 'unreadable' } },
    );
  return OpenedTurn.parse({ ...row, inputs, unreadable: z.prettifyError(read.error) });
}

/** How many waiting messages one turn takes. */
const mostMessagesPerTurn = 50;

const inputsOf = `
  (select coalesce(jsonb_agg(jsonb_build_object(
            'seq', i.seq, 'messageId', i.message_id, 'content', i.content,
            'at', (extract(epoch from i.said_at) * 1000)::bigint) order by i.seq), '[]')
     from inbox i
    where i.channel_id = r.channel_id and i.conversation_id = r.conversation_id
      and i.seq between r.from_seq and r.to_seq)`;

const statement = `
with claimed as (
  select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::bigint[], $6::bigint[], $7::uuid[])
    as c (channel_id, conversation_id, epoch, new_turn, from_seq, to_seq, open_turn)
), marked as (
  update mailboxes m set open_turn = c.new_turn
    from claimed c
   where m.channel_id = c.channel_id and m.conversation_id = c.conversation_id and m.epoch = c.epoch
     and c.open_turn is null
  returning c.*
), opened as (
  insert into turns (channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at)
  select channel_id, new_turn, conversation_id, from_seq, to_seq, $8, $9, $10 from marked
  returning channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at, reopened
), running as (
  select * from opened
  union all
  select t.channel_id, t.turn_id, t.conversation_id, t.from_seq, t.to_seq, t.business_version, t.pack,
         t.clock_at, t.reopened
    from claimed c join turns t on t.channel_id = c.channel_id and t.turn_id = c.open_turn
)
select r.*, v.contact_id, v.phone, v.bsuid, v.owner_kind, v.owner_person, v.owner_version, v.state,
       v.window_closes_at, ${inputsOf} as inputs
  from running r join conversations v using (channel_id, conversation_id)`;

/**
 * Opens the turns of freshly claimed mailboxes, freezing range, business version, pack and time;
 * a turn that was open already (its node died, or a take-over fenced it) comes back as it was.
 *
 * A statement of its own after the claim: the claim's snapshot may be older than the mailbox rows
 * it locked, and would not see the newest messages of the inbox.
 */
export async function openTurns(
  client: Queryable,
  claims: readonly Claim[],
  frozen: { businessVersion: number; pack: string; at: number },
): Promise<readonly OpenedTurn[]> {
  const opened = await client.query({
    name: 'open-turns',
    text: statement,
    values: [
      claims.map((claim) => claim.channelId),
      claims.map((claim) => claim.conversationId),
      claims.map((claim) => claim.epoch),
      claims.map(() => randomUUID()),
      claims.map((claim) => claim.handledSeq + 1),
      claims.map((claim) => Math.min(claim.nextSeq - 1, claim.handledSeq + mostMessagesPerTurn)),
      claims.map((claim) => claim.openTurn ?? null),
      frozen.businessVersion,
      frozen.pack,
      timestamp(frozen.at),
    ],
  });
  return opened.rows.map(openedTurn);
}

/**
 * Lets a turn take the messages that came while it ran, once, before it has done anything that
 * cannot be taken back. Undefined when the mailbox is no longer ours.
 */
export async function reopenTurn(
  client: Queryable,
  turn: { channelId: string; turnId: string; conversationId: string; epoch: number },
): Promise<OpenedTurn | undefined> {
  const extended = await client.query({
    name: 'extend-turn',
    text: `update turns t
              set to_seq = least(m.next_seq - 1, t.from_seq + ${mostMessagesPerTurn - 1}), reopened = t.reopened + 1
             from mailboxes m
            where m.channel_id = $1 and m.conversation_id = $3 and m.epoch = $4
              and t.channel_id = $1 and t.turn_id = $2
           returning t.turn_id`,
    values: [turn.channelId, turn.turnId, turn.conversationId, turn.epoch],
  });
  if (extended.rows.length === 0) return undefined;
  const reopened = await client.query({
    name: 'load-turn',
    text: `select r.channel_id, r.turn_id, r.conversation_id, r.from_seq, r.to_seq, r.business_version, r.pack,
                  r.clock_at, r.reopened, v.contact_id, v.phone, v.bsuid, v.owner_kind, v.owner_person,
                  v.owner_version, v.state, v.window_closes_at, ${inputsOf} as inputs
             from turns r join conversations v using (channel_id, conversation_id)
            where r.channel_id = $1 and r.turn_id = $2`,
    values: [turn.channelId, turn.turnId],
  });
  return reopened.rows.map(openedTurn)[0];
}
