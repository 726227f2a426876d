import { z } from 'zod';
import type { Draft } from '@ambit/core/message/draft';
import type { InboundContent } from '@ambit/core/message/inbound';
import type { Outbound } from '@ambit/core/message/outbound';
import type { Event } from '@ambit/core/conversation/event';
import type { Outcome } from '@ambit/core/conversation/outcome';
import type { ConversationState } from '@ambit/core/conversation/state';
import type { Alarm, Timer } from '@ambit/core/conversation/next';
import type { Verdict } from '@ambit/core/scope/verdict';
import type { Ticket } from '@ambit/core/ticket/ticket';
import { timestamp } from './columns.ts';
import { compareText } from './compare-text.ts';
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
  /** Of a hand-off. */
  readonly ticket: (Ticket & { readonly why: string }) | undefined;
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

const Closed = z.object({ closed_as: z.array(z.enum(['closed', 'grown', 'fenced'])) });

/**
 * Commits turns, each fenced by its epoch, in one call and one order of locks.
 * Returns what became of each, in the order given.
 */
export async function closeTurns(
  client: Queryable,
  turns: readonly ClosingTurn[],
): Promise<readonly ClosedAs[]> {
  const sorted = turns
    .map((turn, index) => ({ turn, index, key: `${turn.channelId} ${turn.conversationId}` }))
    .toSorted((a, b) => compareText(a.key, b.key));
  const inOrder = sorted.map(({ turn }) => turn);
  const lines = inOrder.flatMap(({ entries }, n) =>
    entries.map((entry, k) => ({ turn: n + 1, place: k, entry })),
  );
  const sent = lines.flatMap(({ turn, place, entry: { queued } }) =>
    queued === undefined ? [] : [{ turn, place, ...queued }],
  );
  const closed = await client.query({
    name: 'close-turns',
    text: `select close_turns(${columns.map((_, n) => `$${n + 1}`).join(', ')}) as closed_as`,
    arrays: columns,
    values: [
      inOrder.map((turn) => turn.channelId),
      inOrder.map((turn) => turn.conversationId),
      inOrder.map((turn) => turn.turnId),
      inOrder.map((turn) => turn.epoch),
      inOrder.map((turn) => turn.toSeq),
      inOrder.map((turn) => turn.mayGrow),
      inOrder.map((turn) => turn.moreWaited),
      inOrder.map((turn) => jsonText(turn.state)),
      inOrder.map((turn) => turn.handsOff),
      inOrder.map((turn) => (turn.windowClosesAt === undefined ? null : timestamp(turn.windowClosesAt))),
      inOrder.map((turn) => jsonText(turn.events)),
      inOrder.map((turn) => jsonText(turn.outcome)),
      inOrder.map((turn) => (turn.verdict === undefined ? null : jsonText(turn.verdict))),
      inOrder.map((turn) => turn.entries.length),
      lines.map(({ turn }) => turn),
      lines.map(({ place }) => place),
      lines.map(({ entry }) => entry.author),
      lines.map(({ entry }) => entry.person ?? null),
      lines.map(({ entry }) => jsonText(entry.content)),
      lines.map(({ entry }) => timestamp(entry.at)),
      lines.map(({ entry }) => entry.messageId ?? null),
      lines.map(({ entry }) => entry.queued?.outboxId ?? null),
      lines.map(({ entry }) => entry.hidden ?? false),
      sent.map(({ turn }) => turn),
      sent.map(({ place }) => place),
      sent.map(({ outboxId }) => outboxId),
      sent.map(({ draft }) => jsonText(draft)),
      sent.map(({ recipient }) => jsonText(recipient)),
      sent.map(({ draft }) => priorities[draft.priority]),
      inOrder.map((turn) => jsonOfAny(turn.setTimers)),
      inOrder.map((turn) => jsonOfAny(turn.clearTimers)),
      inOrder.map((turn) => jsonOfAny(turn.alarms)),
      inOrder.map((turn) => jsonOfAny(turn.hide)),
      inOrder.map((turn) => (turn.ticket === undefined ? null : jsonText(turn.ticket))),
    ],
  });
  const closedAs = Closed.parse(closed.rows[0]).closed_as;
  const inOrderGiven = new Map(sorted.map(({ index }, n) => [index, closedAs[n] ?? 'fenced']));
  return turns.map((_, index) => inOrderGiven.get(index) ?? 'fenced');
}

/** Replies before notices before campaigns. */
const priorities: Readonly<Record<Draft['priority'], number>> = { reply: 0, notice: 1, campaign: 2 };

/** What the parameters of `close_turns` hold, in its order: of the turns, of their lines, of what is sent, and the rest. */
const columns = [
  ...(['text', 'uuid', 'uuid', 'int8', 'int8', 'bool', 'bool'] as const),
  ...(['jsonb', 'bool', 'timestamptz', 'jsonb', 'jsonb', 'jsonb', 'int4'] as const),
  ...(['int4', 'int4', 'text', 'text', 'jsonb', 'timestamptz', 'text', 'uuid', 'bool'] as const),
  ...(['int4', 'int4', 'uuid', 'jsonb', 'jsonb', 'int4'] as const),
  ...(['jsonb', 'jsonb', 'jsonb', 'jsonb', 'jsonb'] as const),
] as const;

/** Null for what most turns have none of. */
function jsonOfAny(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : jsonText(list);
}
