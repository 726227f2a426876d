import type { FeedChange } from '@ambit/sdk/feed';
import type { Database } from '../../db/database.ts';
import {
  grownSince,
  markConversations,
  markDesk,
  timelineCursor,
  type ConversationMark,
} from '../../db/views/watch-changes.ts';
import type { Place } from '../../db/views/conversation-facts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

/** Tells every connected desk what changed; looks only while one is connected. */
export type LiveFeed = { subscribe(listener: (change: FeedChange) => void): () => void };

/** At most two looks a second, however many desks are connected. */
const lookEveryMs = 500;
const afterFailureMs = 3_000;

/** How far the business's clock may drift from this machine's between two looks before it counts as moved. */
const clockMovedMs = 1_500;

export function createLiveFeed(needs: { database: Database; clock: Clock; log: Log }): LiveFeed {
  const { database, clock, log } = needs;
  const listeners = new Set<(change: FeedChange) => void>();
  let seen: Seen | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    let waitMs = lookEveryMs;
    try {
      const before: Seen = seen ?? {
        cursor: await timelineCursor(database),
        marks: await markConversations(database),
        desk: await markDesk(database),
        clockOffset: clock.now() - performance.now(),
      };
      const { grown, cursor } = await grownSince(database, before.cursor);
      const marks = await markConversations(database);
      const desk = await markDesk(database);
      const clockOffset = clock.now() - performance.now();
      const clockMoved = Math.abs(clockOffset - before.clockOffset) > clockMovedMs;
      seen = { cursor, marks, desk, clockOffset };
      const conversations = unique([...grown, ...changed(before.marks, marks)]);
      if (conversations.length > 0 || desk !== before.desk || clockMoved) {
        const change = { conversations, desk: desk !== before.desk, now: clock.now() };
        for (const listener of listeners) listener(change);
      }
    } catch (error) {
      waitMs = afterFailureMs;
      log.warn('feed.failed', { error: error instanceof Error ? error.message : String(error) });
    }
    timer = listeners.size === 0 ? undefined : setTimeout(() => void look(), waitMs);
    if (timer === undefined) seen = undefined;
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener);
      timer ??= setTimeout(() => void look(), 0);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

type Seen = {
  readonly cursor: string;
  readonly marks: readonly ConversationMark[];
  readonly desk: string;
  readonly clockOffset: number;
};

/** A conversation that was not looked at before is told only when it grows, which the cursor sees. */
function changed(before: readonly ConversationMark[], now: readonly ConversationMark[]): readonly Place[] {
  const old = new Map(before.map((one) => [keyOf(one), one.mark]));
  return now.filter((one) => old.get(keyOf(one)) !== one.mark);
}

function unique(places: readonly Place[]): Place[] {
  const byKey = new Map(
    places.map(({ channelId, conversationId }) => [
      keyOf({ channelId, conversationId }),
      { channelId, conversationId },
    ]),
  );
  return [...byKey.values()];
}

function keyOf({ channelId, conversationId }: Place): string {
  return `${channelId} ${conversationId}`;
}
