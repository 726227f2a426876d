import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';

/** What a customer wants of an order: which of theirs it may be follows from that. */
export const OrderWish = z.enum(['see', 'cancel', 'change', 'return']);
export type OrderWish = z.infer<typeof OrderWish>;

/** A phone keyboard writes empty answers as empty text, and a flow what it does not know. */
const optionalNumber = z
  .string()
  .trim()
  .max(60)
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/** More of a text than this is not read, in UTF-16 units. */
const mostRead = 1_000;

/**
 * `said`: what the customer wrote. `order`: the one it means, where the conversation tells. `except`: the
 * one it does not mean. Whose orders are asked for is what the channel says, and never an input.
 */
export const OwnOrdersInput = z.object({
  said: z
    .string()
    .default('')
    .transform((text) => text.slice(0, mostRead)),
  order: optionalNumber,
  except: optionalNumber,
  wish: OrderWish.default('see'),
  language: z.string().max(20).default('en'),
});
export type OwnOrdersInput = z.infer<typeof OwnOrdersInput>;

/** An order to choose by. `line`: how it stands and what is in it, for the customer to read. */
export const OwnOrder = z.object({ orderNumber: z.string(), line: z.string() });
export type OwnOrder = z.infer<typeof OwnOrder>;

/** `none`: they have none here that is known to be theirs, or they name a number themselves. */
export const OwnOrdersOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), orderNumber: z.string() }),
  z.object({ kind: z.literal('several'), orders: z.array(OwnOrder).min(2).max(10) }),
  z.object({ kind: z.literal('none') }),
]);
export type OwnOrdersOutput = z.infer<typeof OwnOrdersOutput>;

export const ownOrdersTool = 'own-orders';

/** The tool that lists a customer's own orders, as flows know it. A business without orders has none to list. */
export const ownOrdersSpec: ToolSpec = {
  name: ownOrdersTool,
  effect: false,
  inputs: Object.keys(OwnOrdersInput.shape),
  outcomes: ['one', 'several', 'none'],
};
