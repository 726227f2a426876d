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
  const closed = await client.query({
    name: 'close-turns',
    text: `select close_turns($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                              $19, $20) as closed_as`,
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
      inOrder.map((turn) => jsonText(turn.entries)),
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

/** Null for what most turns have none of. */
function jsonOfAny(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : jsonText(list);
}
