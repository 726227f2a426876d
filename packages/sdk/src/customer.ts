import { z } from 'zod';

/** What a customer is subscribed to. Days are ISO dates. */
const Subscription = z.object({
  subscriptionId: z.string(),
  plan: z.string(),
  status: z.enum(['active', 'paused', 'cancelled', 'expired']),
  price: z.number().optional(),
  renewsOn: z.string().optional(),
  endsOn: z.string().optional(),
  pausedFrom: z.string().optional(),
  pausedUntil: z.string().optional(),
});

/** What the business's own tables have of the person in a conversation. `fields`: what it declares by itself. */
export const Customer = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  language: z.string().optional(),
  tags: z.array(z.string()),
  notes: z.string().optional(),
  fields: z.record(z.string(), z.union([z.string(), z.number()])),
  subscriptions: z.array(Subscription),
});
export type Customer = z.infer<typeof Customer>;
