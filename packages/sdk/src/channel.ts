import { z } from 'zod';

/** A connected number. `pausedWhy`: nothing is sent from it until it is resumed, and why. */
export const Channel = z.object({
  channelId: z.string(),
  kind: z.string(),
  address: z.string(),
  displayName: z.string(),
  pausedWhy: z.string().optional(),
});
export type Channel = z.infer<typeof Channel>;

/** GET /api/channels. */
export const ChannelList = z.object({ channels: z.array(Channel) });
export type ChannelList = z.infer<typeof ChannelList>;
