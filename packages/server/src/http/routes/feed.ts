import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { FeedChange } from '@ambit/sdk/feed';
import type { Clock } from '../../ports/clock.ts';
import type { LiveFeed } from '../desk/live-feed.ts';

const heartbeatMs = 10_000;

/** Streams what changed as server-sent events, with an empty change as heartbeat. */
export function addFeedRoute(app: Hono, feed: LiveFeed, clock: Clock): void {
  app.get('/api/feed', (c) => {
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const gone = Promise.withResolvers<void>();
      const tell = async (change: FeedChange): Promise<void> => {
        await stream.writeSSE({ event: 'changed', data: JSON.stringify(change) });
      };
      const beat = (): Promise<void> => tell({ conversations: [], desk: false, now: clock.now() });
      const lost = (): void => gone.resolve();
      stream.onAbort(lost);
      const stop = feed.subscribe((change) => void tell(change).catch(lost));
      const heartbeat = setInterval(() => void beat().catch(lost), heartbeatMs);
      try {
        await beat();
        await gone.promise;
      } finally {
        clearInterval(heartbeat);
        stop();
      }
    });
  });
}
