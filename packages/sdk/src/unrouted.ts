import { z } from 'zod';

/** GET /api/unrouted: what Meta sent that no conversation takes; `newest` holds up to 50. */
export const UnroutedList = z.object({
  count: z.number().int(),
  newest: z.array(
    z.object({
      unroutedId: z.string(),
      reason: z.string(),
      field: z.string().optional(),
      address: z.string().optional(),
      receivedAt: z.number(),
    }),
  ),
});
export type UnroutedList = z.infer<typeof UnroutedList>;
