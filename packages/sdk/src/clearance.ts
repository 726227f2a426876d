import { z } from 'zod';

/**
 * What the policy said of one outbound message. `at` and `windowClosesAt` in ms since 1970.
 * `price` is an estimate per message; `disclosure` the notice that was put before the text.
 */
export const Clearance = z.object({
  pack: z.string(),
  at: z.number(),
  verdict: z.enum(['cleared', 'refused']),
  findings: z.array(
    z.object({ rule: z.string(), verdict: z.enum(['passed', 'refused', 'warned']), evidence: z.string() }),
  ),
  windowClosesAt: z.number().optional(),
  disclosure: z.string().optional(),
  price: z
    .object({
      amount: z.number(),
      currency: z.string(),
      category: z.string(),
      type: z.string(),
      market: z.string(),
    })
    .optional(),
  refusal: z.object({ rule: z.string(), message: z.string(), fix: z.string() }).optional(),
});
export type Clearance = z.infer<typeof Clearance>;
