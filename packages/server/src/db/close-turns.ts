import { z } from 'zod';
import type { Draft } from '@ambit/core/message/draft';
import type { InboundContent } from '@ambit/core/message/inbound';
import type { Outbound } from '@ambit/core/message/outbound';
import type { Event } from '@ambit/core/conversation/event';
import type { Outcome } from '@ambit/core/conversation/outcome';
import type { ConversationState } from '@ambit/core/conversation/state';
import type { Alarm, Timer } from '@ambit/core/conversation/next';
import type { Verdict } from '@ambit/core/scope/verdict';
import { timestamp } from './columns.ts';
import { jsonText } from './json-text.ts';
import type { Queryable } from './database.ts';

/** One line of the timeline. A line with a draft is queued for sending as well. */
export type TimelineEntry = {
  readonly author: 'customer' | 'agent' | 'person' | 'system' | 'event';
  readonly person?: string;
  readonly content: InboundContent | Outbound | { readonly kind: 'event'; readonly what: string };
  readonly at: number;
  readonly messageId?: string;
  readonly hidden?: boolean;
  readonly queued?: {
    readonly outboxId: string;
    readonly draft: Draft;
    readonly recipient: { readonly phone?: string; readonly bsuid?: string };
  };
};

/** All that a turn leaves behind, committed at once or not at all. */
export type ClosingTurn = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly turnId: string;
  readonly epoch: number;
  readonly toSeq: number;
  /** Rather than close, report `grown` when messages have come meanwhile. */
  readonly mayGrow: boolean;
  /** Messages were waiting beyond the range when it was frozen: the next turn starts at once. */
  readonly moreWaited: boolean;
  readonly state: ConversationState;
  readonly handsOff: boolean;
  readonly windowClosesAt: number | undefined;
  readonly at: number;
  readonly events: readonly Event[];
  readonly outcome: Outcome;
  readonly verdict: Verdict | undefined;
  readonly entries: readonly TimelineEntry[];
  readonly setTimers: readonly Timer[];
  readonly clearTimers: readonly string[];
  readonly alarms: readonly Alarm[];
  readonly hide: readonly string[];
};

/** `fenced`: the mailbox is somebody else's now, nothing was written. `grown`: nothing was written either. */
export type ClosedAs = 'closed' | 'grown' | 'fenced';

const Row = z.object({ n: z.coerce.number(), closed_as: z.enum(['closed', 'grown', 'fenced']) });

const statement = `
with closing as (
  select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bool[], $7::bool[],
                       $8::jsonb[], $9::bool[], $10::timestamptz[], $11::timestamptz[], $12::jsonb[], $13::jsonb[],
                       $14::jsonb[], $15::jsonb[], $16::jsonb[], $17::jsonb[], $18::jsonb[], $19::jsonb[])
    with ordinality as c (channel_id, conversation_id, turn_id, epoch, to_seq, may_grow, more_waited, state,
                          hands_off, window_closes_at, clock_at, events, outcome, verdict, entries, set_timers,
                          clear_timers, alarms, hide, n)
), locked as (
  select m.channel_id, m.conversation_id, m.epoch, m.next_seq, m.next_position
    from mailboxes m join closing c using (channel_id, conversation_id)
   order by m.channel_id, m.conversation_id for update of m
), judged as (
  select c.*, l.next_position,
         case when l.epoch is distinct from c.epoch then 'fenced'
              when c.may_grow and l.next_seq - 1 > c.to_seq then 'grown'
              else 'closed' end as closed_as
    from closing c left join locked l using (channel_id, conversation_id)
), closed as materialized (
  select * from judged where closed_as = 'closed'
), boxes as (
  update mailboxes m
     set handled_seq = c.to_seq, open_turn = null, attempts = 0, lease_until = null, lease_node = null,
         next_position = m.next_position + jsonb_array_length(c.entries),
         wake_at = case when m.next_seq - 1 > c.to_seq
                        then case when c.more_waited then now() else m.wake_at end end
    from closed c
   where m.channel_id = c.channel_id and m.conversation_id = c.conversation_id
), talk as (
  update conversations v
     set state = c.state, last_activity_at = now(),
         window_closes_at = greatest(v.window_closes_at, c.window_closes_at),
         owner_kind = case when c.hands_off then 'people' else v.owner_kind end,
         owner_person = case when c.hands_off then null else v.owner_person end,
         owner_version = v.owner_version + case when c.hands_off then 1 else 0 end
    from closed c
   where v.channel_id = c.channel_id and v.conversation_id = c.conversation_id
), done as (
  update turns t set events = c.events, outcome = c.outcome, verdict = c.verdict, closed_at = now()
    from closed c
   where t.channel_id = c.channel_id and t.turn_id = c.turn_id
), lines as (
  select c.channel_id, c.conversation_id, c.turn_id, c.next_position + e.k - 1 as position, e.entry
    from closed c cross join lateral jsonb_array_elements(c.entries) with ordinality as e (entry, k)
), shown as (
  insert into messages (channel_id, conversation_id, position, author, person, content, said_at, message_id,
                        outbox_id, turn_id, hidden_at)
  select channel_id, conversation_id, position, entry->>'author', entry->>'person', entry->'content',
         to_timestamp((entry->>'at')::bigint / 1000.0), entry->>'messageId',
         (entry->'queued'->>'outboxId')::uuid, turn_id,
         case when (entry->>'hidden')::bool then now() end
    from lines
), queued as (
  insert into outbox (channel_id, outbox_id, conversation_id, ordinal, turn_id, draft, recipient, priority)
  select channel_id, (entry->'queued'->>'outboxId')::uuid, conversation_id, position, turn_id,
         entry->'queued'->'draft', entry->'queued'->'recipient',
         case entry->'queued'->'draft'->>'priority' when 'reply' then 0 when 'notice' then 1 else 2 end
    from lines where entry ? 'queued'
), hidden as (
  update messages m set hidden_at = now()
    from closed c
   where jsonb_array_length(c.hide) > 0
     and m.channel_id = c.channel_id and m.conversation_id = c.conversation_id
     and m.message_id in (select jsonb_array_elements_text(c.hide))
), timed as (
  insert into timers (channel_id, conversation_id, name, due_at)
  select c.channel_id, c.conversation_id, t->>'name', to_timestamp((t->>'dueAt')::bigint / 1000.0)
    from closed c cross join lateral jsonb_array_elements(c.set_timers) as t
  on conflict (channel_id, conversation_id, name) do update set due_at = excluded.due_at
), untimed as (
  delete from timers t using closed c
   where jsonb_array_length(c.clear_timers) > 0
     and t.channel_id = c.channel_id and t.conversation_id = c.conversation_id
     and t.name in (select jsonb_array_elements_text(c.clear_timers))
), alarmed as (
  insert into alarms (channel_id, conversation_id, kind, about)
  select c.channel_id, c.conversation_id, a->>'kind', a->>'about'
    from closed c cross join lateral jsonb_array_elements(c.alarms) as a
)
select n, closed_as from judged order by n`;

/**
 * Commits turns, each fenced by its epoch, in one statement and one order of locks.
 * Returns what became of each, in the order given.
 */
export async function closeTurns(
  client: Queryable,
  turns: readonly ClosingTurn[],
): Promise<readonly ClosedAs[]> {
  const closed = await client.query({
    name: 'close-turns',
    text: statement,
    values: [
      turns.map((turn) => turn.channelId),
      turns.map((turn) => turn.conversationId),
      turns.map((turn) => turn.turnId),
      turns.map((turn) => turn.epoch),
      turns.map((turn) => turn.toSeq),
      turns.map((turn) => turn.mayGrow),
      turns.map((turn) => turn.moreWaited),
      turns.map((turn) => jsonText(turn.state)),
      turns.map((turn) => turn.handsOff),
      turns.map((turn) => (turn.windowClosesAt === undefined ? null : timestamp(turn.windowClosesAt))),
      turns.map((turn) => timestamp(turn.at)),
      turns.map((turn) => jsonText(turn.events)),
      turns.map((turn) => jsonText(turn.outcome)),
      turns.map((turn) => (turn.verdict === undefined ? null : jsonText(turn.verdict))),
      turns.map((turn) => jsonText(turn.entries)),
      turns.map((turn) => jsonText(turn.setTimers)),
      turns.map((turn) => jsonText(turn.clearTimers)),
      turns.map((turn) => jsonText(turn.alarms)),
      turns.map((turn) => jsonText(turn.hide)),
    ],
  });
  return closed.rows.map((row) => Row.parse(row).closed_as);
}
