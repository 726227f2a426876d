import { z } from 'zod';
import type { LogEntry } from '@ambit/simulator/sim-log';

const Count = z.coerce.number();
const Moment = z
  .date()
  .nullable()
  .transform((date) => date?.getTime());

const Rows = {
  conversations: z.object({
    conversation_id: z.string(),
    bsuid: z.string().nullable(),
    next_seq: Count,
    handled_seq: Count,
    wake_at: Moment,
    lease_until: Moment,
    lease_node: z.string().nullable(),
    open_turn: z.string().nullable(),
  }),
  inbox: z.object({ conversation_id: z.string(), seq: Count, message_id: z.string() }),
  turns: z.object({
    turn_id: z.string(),
    conversation_id: z.string(),
    from_seq: Count,
    to_seq: Count,
    closed: z.boolean(),
    outcome: z.string().nullable(),
  }),
  outbox: z.object({
    outbox_id: z.string(),
    conversation_id: z.string(),
    ordinal: Count,
    turn_id: z.string().nullable(),
    author: z.string(),
    reason: z.string(),
    person: z.string().nullable(),
    owner_version: Count,
    kind: z.string(),
    status: z.string(),
    delivery_rank: z.number(),
    told: z.boolean(),
  }),
  statuses: z.object({ message_id: z.string(), status: z.string() }),
  effects: z.object({ key: z.string(), order_number: z.string().nullable(), what: z.string().nullable() }),
  journal: z.object({
    turn_id: z.string(),
    conversation_id: z.string(),
    order_number: z.string().nullable(),
    settled: z.boolean(),
  }),
  orders: z.object({ order_number: z.string(), status: z.string() }),
  timers: z.object({ conversation_id: z.string(), name: z.string(), due_at: Moment }),
  media: z.object({ media_id: z.string(), status: z.string(), due_at: Moment }),
  marks: z.object({
    outbox_id: z.string(),
    owner_kind: z.string(),
    owner_person: z.string().nullable(),
    owner_version: Count,
  }),
};

const queries: Readonly<Record<keyof typeof Rows, string>> = {
  conversations: `select conversation_id, bsuid, next_seq, handled_seq, wake_at, lease_until, lease_node, open_turn
                    from mailboxes left join conversations using (channel_id, conversation_id)`,
  inbox: 'select conversation_id, seq, message_id from inbox',
  turns: `select turn_id, conversation_id, from_seq, to_seq, closed_at is not null as closed,
                 outcome->>'kind' as outcome from turns`,
  outbox: `select outbox_id, conversation_id, ordinal, turn_id, draft->>'author' as author,
                  draft->'reason'->>'kind' as reason, draft->'reason'->>'person' as person,
                  (draft->>'ownerVersion')::int as owner_version, draft->'content'->>'kind' as kind, status,
                  delivery_rank, told_at is not null as told from outbox`,
  statuses: 'select message_id, status from statuses',
  effects: `select idempotency_key as key, output->'order'->>'orderNumber' as order_number,
                   output->>'kind' as what from tool_effects`,
  journal: `select j.turn_id, t.conversation_id, j.call->'input'->>'orderNumber' as order_number,
                   j.result is not null as settled from journal j join turns t using (channel_id, turn_id)`,
  orders: 'select order_number, status from orders',
  timers: 'select conversation_id, name, due_at from timers',
  media: 'select media_id, status, due_at from media',
  marks: 'select outbox_id, owner_kind, owner_person, owner_version from chaos.marks order by step',
};

/** A body the round posted by itself, and what the server answered. */
export type OwnPost = { readonly body: string; readonly status: number; readonly forged: boolean };
/** An order that the shop's own system sent elsewhere, under the key of the call that asked for it. */
export type ChangedAddress = { readonly key: string; readonly order: string };
/** The simulator's clock was moved on to a time, after the log entry with this index. */
export type ClockJump = { readonly afterIndex: number; readonly byMs: number; readonly toMs: number };

/** All that is known of a round once it is quiet. Times are in ms since 1970, by the clock they were written by. */
export type Evidence = { readonly [Name in keyof typeof Rows]: readonly z.output<(typeof Rows)[Name]>[] } & {
  readonly log: readonly LogEntry[];
  readonly posts: readonly OwnPost[];
  readonly jumps: readonly ClockJump[];
  readonly changes: readonly ChangedAddress[];
  /** The simulator's clock, and the database's. */
  readonly simulatorNow: number;
  readonly databaseNow: number;
};

/** Reads the tables with queries of its own. */
export async function readEvidence(
  database: { query(statement: string): Promise<{ readonly rows: readonly unknown[] }> },
  rest: Pick<Evidence, 'log' | 'posts' | 'jumps' | 'changes' | 'simulatorNow'>,
): Promise<Evidence> {
  const read = async <T extends z.ZodType>(query: string, row: T): Promise<readonly z.output<T>[]> => {
    const { rows } = await database.query(query);
    return z.array(row).parse(rows);
  };
  const now = await database.query('select now() as now');
  return {
    ...rest,
    databaseNow: z.object({ now: z.date() }).parse(now.rows[0]).now.getTime(),
    conversations: await read(queries.conversations, Rows.conversations),
    inbox: await read(queries.inbox, Rows.inbox),
    turns: await read(queries.turns, Rows.turns),
    outbox: await read(queries.outbox, Rows.outbox),
    statuses: await read(queries.statuses, Rows.statuses),
    effects: await read(queries.effects, Rows.effects),
    journal: await read(queries.journal, Rows.journal),
    orders: await read(queries.orders, Rows.orders),
    timers: await read(queries.timers, Rows.timers),
    media: await read(queries.media, Rows.media),
    marks: await read(queries.marks, Rows.marks),
  };
}
