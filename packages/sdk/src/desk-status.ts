import { z } from 'zod';

/**
 * GET /api/status. `counts.waiting`: messages no turn has handled; `counts.overdue`: those of them
 * older than a minute; the rest are outbox rows by status. `now`: the business's clock, ms since 1970.
 */
export const DeskStatus = z.object({
  counts: z.object({
    waiting: z.number().int(),
    overdue: z.number().int(),
    queued: z.number().int(),
    sending: z.number().int(),
    unknown: z.number().int(),
  }),
  business: z.object({ name: z.string(), version: z.number().int() }).optional(),
  phoneUrl: z.string().optional(),
  now: z.number(),
  version: z.string(),
});
export type DeskStatus = z.infer<typeof DeskStatus>;
