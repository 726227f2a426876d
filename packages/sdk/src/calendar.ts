import { z } from 'zod';

/**
 * GET /api/calendars: the calendars of what can be booked. `name`: missing when there is no such resource.
 * `caldav`: the collection it is kept in step with; `syncedAt`: when it last was, ms since 1970. `feedPath`: where
 * the webhook's listener serves its feed; whoever knows it can read it.
 */
export const CalendarList = z.object({
  calendars: z.array(
    z.object({
      resource: z.string(),
      name: z.string().optional(),
      caldav: z.string().optional(),
      syncedAt: z.number().optional(),
      feedPath: z.string().optional(),
    }),
  ),
});
export type CalendarList = z.infer<typeof CalendarList>;
