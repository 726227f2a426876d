import { z } from 'zod';
import { Clearance } from './clearance.ts';

/**
 * How far a message of ours got. `queued` includes waiting for another try; from `sent` on it is
 * what Meta reported. `unknown`: it may have arrived, and no program sends it again.
 */
export const DeliveryState = z.enum([
  'queued',
  'sending',
  'accepted',
  'sent',
  'delivered',
  'read',
  'failed',
  'unknown',
  'refused',
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** What Meta said a message costs; its own words. */
export const Pricing = z.object({ category: z.string().optional(), type: z.string().optional() });
export type Pricing = z.infer<typeof Pricing>;

/** Why a message did not go out, and what to do. `code`: Meta's error, or the policy's rule. */
export const DeliveryProblem = z.object({
  reason: z.string(),
  code: z.union([z.number(), z.string()]).optional(),
  fix: z.string(),
});
export type DeliveryProblem = z.infer<typeof DeliveryProblem>;

/** One row of the outbox. Times in ms since 1970; `createdAt` and `acceptedAt` are the database's. */
export const OutboxMessage = z.object({
  outboxId: z.string(),
  turnId: z.string().optional(),
  state: DeliveryState,
  attempts: z.number().int(),
  text: z.string(),
  messageId: z.string().optional(),
  createdAt: z.number(),
  acceptedAt: z.number().optional(),
  clearance: Clearance.optional(),
  pricing: Pricing.optional(),
  problem: DeliveryProblem.optional(),
});
export type OutboxMessage = z.infer<typeof OutboxMessage>;
