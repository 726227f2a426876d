import { z } from 'zod';

/**
 * One message of GET /api/feed (server-sent events, event name "changed"): what to fetch again.
 * `desk`: alarms, channels or unrouted webhooks changed. `now`: the business's clock, ms since 1970.
 */
export const FeedChange = z.object({
  conversations: z.array(z.object({ channelId: z.string(), conversationId: z.string() })),
  desk: z.boolean(),
  now: z.number(),
});
export type FeedChange = z.infer<typeof FeedChange>;
