import { z } from 'zod';

/**
 * What the agent waits for, if anything. `task` is the id of the task that asked.
 * `proof`: the second fact that opened this order, kept so that each tool call can show it again.
 * `askedAt`: when it asked; a question older than a day has lapsed.
 */
export const Pending = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order-number'), task: z.string(), askedAt: z.number().optional() }),
  z.object({
    kind: z.literal('order-proof'),
    task: z.string(),
    orderNumber: z.string(),
    askedAt: z.number().optional(),
  }),
  z.object({
    kind: z.literal('confirm-cancel'),
    task: z.string(),
    orderNumber: z.string(),
    proof: z.string().optional(),
    askedAt: z.number().optional(),
  }),
]);
export type Pending = z.infer<typeof Pending>;

/**
 * What a conversation remembers between turns. Stored as JSON; `schema` says which shape.
 * `guesses`: wrong order details since `since`; `proofs`: orders opened by a second fact.
 * `recentOrder`: the order last shown, for as long as "it" can mean that one.
 * `offeredPerson`: the last thing the agent asked is whether the customer wants a person.
 * `unclear`: the text the agent last asked about with task buttons, so that a tap can go on with it.
 */
export const ConversationState = z.object({
  schema: z.literal(1),
  pending: Pending.optional(),
  failedInARow: z.number().int().nonnegative(),
  offTopicInARow: z.number().int().nonnegative(),
  chitChatInARow: z.number().int().nonnegative(),
  guesses: z.object({ count: z.number().int().nonnegative(), since: z.number() }).optional(),
  proofs: z.record(z.string(), z.string()),
  recentOrder: z.object({ orderNumber: z.string(), at: z.number() }).optional(),
  offeredPerson: z.literal(true).optional(),
  unclear: z.string().optional(),
});
export type ConversationState = z.infer<typeof ConversationState>;

/** A conversation nobody has spoken in yet. */
export const newConversation: ConversationState = {
  schema: 1,
  failedInARow: 0,
  offTopicInARow: 0,
  chitChatInARow: 0,
  proofs: {},
};
