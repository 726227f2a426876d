import { z } from 'zod';

/** Something people should look at now. `contactName`: whose it is. `raisedAt`: ms since 1970, of the database. */
export const Alarm = z.object({
  alarmId: z.string(),
  kind: z.string(),
  about: z.string(),
  channelId: z.string().optional(),
  conversationId: z.string().optional(),
  contactName: z.string().optional(),
  raisedAt: z.number(),
});
export type Alarm = z.infer<typeof Alarm>;

/** GET /api/alarms: the open ones, newest first. */
export const AlarmList = z.object({ alarms: z.array(Alarm) });
export type AlarmList = z.infer<typeof AlarmList>;
