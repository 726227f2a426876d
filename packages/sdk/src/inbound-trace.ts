import { z } from 'zod';
import { Clearance } from './clearance.ts';
import { DeliveryProblem, DeliveryState, Pricing } from './outbox-message.ts';
import { Outcome, Verdict } from './turn.ts';

/**
 * One message a turn wrote. `text` as drafted; `disclosure`: the notice that went before it.
 * `settled`: its state will not change by our doing any more (accepted or later, failed, refused, unknown).
 */
export const TracedReply = z.object({
  outboxId: z.string(),
  author: z.enum(['agent', 'person', 'system']),
  text: z.string(),
  disclosure: z.string().optional(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })).optional(),
  status: DeliveryState,
  settled: z.boolean(),
  clearance: Clearance.optional(),
  pricing: Pricing.optional(),
  problem: DeliveryProblem.optional(),
});
export type TracedReply = z.infer<typeof TracedReply>;

/**
 * GET /api/inbound/:messageId: what became of one message of a customer. `unknown`: never received,
 * or longer than 8 days ago. Times in ms since 1970, of the database.
 */
export const InboundTrace = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown') }),
  z.object({ state: z.literal('waiting'), channelId: z.string(), conversationId: z.string() }),
  z.object({
    state: z.literal('handled'),
    channelId: z.string(),
    conversationId: z.string(),
    turnId: z.string(),
    outcome: Outcome,
    task: z.string().optional(),
    verdict: Verdict.optional(),
    businessVersion: z.number().int(),
    pack: z.string(),
    windowClosesAt: z.number().optional(),
    replies: z.array(TracedReply),
    openedAt: z.number(),
    closedAt: z.number(),
  }),
]);
export type InboundTrace = z.infer<typeof InboundTrace>;
