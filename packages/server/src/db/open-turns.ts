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

/**
 * Opens the turns of freshly claimed mailboxes, freezing range, business version, pack and time;
 * a turn that was open already (its node died, or a take-over fenced it) comes back as it was.
 *
 * A call of its own after the claim: the claim's snapshot may be older than the mailbox rows it
 * locked, and would not see the newest messages of the inbox.
 */
export async function openTurns(
  client: Queryable,
  claims: readonly Claim[],
  frozen: { businessVersion: number; pack: string; at: number },
): Promise<readonly OpenedTurn[]> {
  const opened = await client.query({
    name: 'open-turns',
    text: 'select * from open_turns($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
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
    text: 'select * from turns_with_inputs($1, $2)',
    values: [turn.channelId, turn.turnId],
  });
  return reopened.rows.map(openedTurn)[0];
}
