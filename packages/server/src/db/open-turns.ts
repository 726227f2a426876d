import { z } from 'zod';
import type { KnownCustomer } from '@ambit/core/customer/customer';
import { ConversationState, newConversation } from '@ambit/core/conversation/state';
import { Inbound } from '@ambit/core/message/inbound';
import type { Claim } from './claim-mailboxes.ts';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import { knownCustomers } from './customers.ts';
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
  state: ConversationState.nullable().transform((state) => state ?? newConversation),
  window_closes_at: optionalColumn(instantColumn),
  inputs: z.array(Inbound),
  /** Why the state or one of the inputs could not be read; it then stands there as new, or as unsupported. */
  unreadable: z.string().optional(),
});

/**
 * A turn with all that it needs to begin: its frozen range, the conversation's facts of now, and what the business
 * keeps of the person who writes.
 */
export type OpenedTurn = z.output<typeof OpenedTurn> & { readonly customer?: KnownCustomer };

/** A state or a message that cannot be read is its own turn's trouble, not that of all that were opened with it. */
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
  const state = ConversationState.safeParse(row['state']).success ? row['state'] : null;
  return OpenedTurn.parse({ ...row, inputs, state, unreadable: z.prettifyError(read.error) });
}

const Claimed = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    epoch: countColumn,
    handled_seq: countColumn,
    next_seq: countColumn,
    resumed: z.boolean(),
    attempts: z.number(),
    waited_ms: optionalColumn(z.number()),
  })
  .transform((row): Claim => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    epoch: row.epoch,
    handledSeq: row.handled_seq,
    nextSeq: row.next_seq,
    resumed: row.resumed,
    attempts: row.attempts,
    waitedMs: row.waited_ms,
  }));

/** A mailbox that was claimed with its opened turn. */
export type ClaimedTurn = { readonly claim: Claim; readonly turn: OpenedTurn };

/** Whether the business keeps customers; where it does not, nobody is looked up. */
const keepsCustomers = 'exists (select from customers) as keeps_customers';

/** How many waiting messages one turn takes. */
const mostMessagesPerTurn = 50;

/**
 * Takes up to `most` mailboxes whose turn is due, oldest first, skipping those another node is taking, and
 * opens their turns, freezing range, business version, pack and time; a turn that was open already (its node
 * died, or a take-over fenced it) comes back as it was. While leased a mailbox's wake-up is its lease's end: a
 * node that dies gives its conversations back by itself, and an ingress that lowers the wake-up cannot break
 * the lease, which has a column of its own.
 * `claimed`: how many mailboxes were due; those with nothing to handle were put to rest.
 */
export async function claimTurns(
  client: Queryable,
  claimed: { node: string; leaseMs: number; most: number },
  frozen: { businessVersion: number; pack: string; at: number },
): Promise<{ readonly turns: readonly ClaimedTurn[]; readonly claimed: number }> {
  const { rows } = await client.query({
    name: 'claim-turns',
    text: `select claimed.*, ${keepsCustomers} from claim_turns($1, $2, $3, $4, $5, $6, $7) claimed`,
    values: [
      claimed.node,
      claimed.leaseMs,
      claimed.most,
      mostMessagesPerTurn,
      frozen.businessVersion,
      frozen.pack,
      timestamp(frozen.at),
    ],
  });
  const opened = rows.filter((row) => row['turn_id'] !== null);
  const turns = await withCustomers(client, opened);
  return {
    turns: opened.flatMap((row, index) => {
      const turn = turns[index];
      return turn === undefined ? [] : [{ claim: Claimed.parse(row), turn }];
    }),
    claimed: rows.length,
  };
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
    text: `select turn.*, ${keepsCustomers} from turn_with_inputs($1, $2) turn`,
    values: [turn.channelId, turn.turnId],
  });
  return (await withCustomers(client, reopened.rows))[0];
}

async function withCustomers(
  client: Queryable,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly OpenedTurn[]> {
  const turns = rows.map(openedTurn);
  if (rows.every((row) => row['keeps_customers'] !== true)) return turns;
  const writers = turns.map(({ contact_id: contactId, phone }) => ({ contactId, phone }));
  const customers = await knownCustomers(client, writers);
  return turns.map((turn, index) => {
    const customer = customers[index];
    return customer === undefined ? turn : { ...turn, customer };
  });
}
