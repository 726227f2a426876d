import { z } from 'zod';

/** One rule's finding for one message. */
const Finding = z.object({
  rule: z.string(),
  verdict: z.enum(['passed', 'refused', 'warned']),
  evidence: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** An estimate; what is billed is what Meta's status webhook says. `amount` in `currency`, per message. */
export const Price = z.object({
  amount: z.number(),
  currency: z.string(),
  category: z.enum(['service', 'utility', 'marketing', 'authentication']),
  type: z.enum(['regular', 'free_customer_service', 'free_entry_point', 'unknown']),
  market: z.string(),
});
export type Price = z.infer<typeof Price>;

/** What the policy said of one outbound message; stored with it and shown at the desk. */
export const Clearance = z.object({
  pack: z.string(),
  at: z.number(),
  verdict: z.enum(['cleared', 'refused']),
  findings: z.array(Finding),
  windowClosesAt: z.number().optional(),
  disclosure: z.string().optional(),
  price: Price.optional(),
  refusal: z.object({ rule: z.string(), message: z.string(), fix: z.string() }).optional(),
});
export type Clearance = z.infer<typeof Clearance>;
