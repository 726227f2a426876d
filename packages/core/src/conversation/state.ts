import { z } from 'zod';
import { FlowState } from '../flow/flow-state.ts';
import { languages } from '../language/language.ts';
import { OwnOrder } from '../tool/own-orders.ts';

/**
 * What the agent waits for, if anything. `task` is the id of the task that asked.
 * `own`: the customer's own orders that they may choose from.
 * `proof`: the second fact that opened this order, kept so that each tool call can show it again.
 * `left`: the other orders that were named in one message with this one, and come after it.
 * `askedAt`: when it asked; a question older than a day has lapsed.
 */
export const Pending = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('order-number'),
    task: z.string(),
    own: z.array(OwnOrder).optional(),
    askedAt: z.number().optional(),
  }),
  z.object({
    kind: z.literal('order-proof'),
    task: z.string(),
    orderNumber: z.string(),
    left: z.array(z.string()).optional(),
    askedAt: z.number().optional(),
  }),
  z.object({
    kind: z.literal('confirm-cancel'),
    task: z.string(),
    orderNumber: z.string(),
    proof: z.string().optional(),
    left: z.array(z.string()).optional(),
    askedAt: z.number().optional(),
  }),
]);
export type Pending = z.infer<typeof Pending>;

/** Since when the customer agrees to be written to first. `source`: the flow and its version that asked, for the record. */
const Consent = z.object({ at: z.number(), source: z.string() });

/** A flow that waits for the customer or for time. `task`: what it carries out; `at`: when it last moved. */
const OpenFlow = z.object({ task: z.string(), state: FlowState, at: z.number() });
export type OpenFlow = z.infer<typeof OpenFlow>;

/**
 * What a conversation remembers between turns. Stored as JSON; `schema` says which shape.
 * `guesses`: wrong order details since `since`; `proofs`: orders opened by a second fact.
 * `recentOrder`: the order last shown, for as long as "it" can mean that one.
 * `shownOrders`: the orders that were last shown together, for as long as "the second" can mean one of them.
 * `booked`: when something was last booked, moved or changed here by this task, which "it" means for a while.
 * `placedOrder`: the order last placed here, which "my order" means for some days.
 * `offeredPerson`: the last thing the agent asked is whether the customer wants a person.
 * `offered`: a time that the customer waited for was offered, which this task takes up until then.
 * `unclear`: the text the agent last asked about with task buttons, so that a tap can go on with it;
 * `unclearLanguage`: what it is written in;
 * `likeliest`: the task of the first of those buttons, which a plain yes means.
 * `language`: what was spoken last; `foreignTold`: that theirs is not spoken here was said once.
 * `quietUntil`: off-topic messages are left alone until then. `boundaryAt`: when it was said that insults
 * are not answered. `stoppedAt`: when they wanted no more promotions. `emergencyAt`: when they wrote of one.
 * `secretAt`: when they were told not to send card numbers, passwords and the like.
 * `consents`: what they agreed to get outside the service window, by the category of the templates.
 * `payment`: the order placed here whose payment nobody has seen yet, and since when.
 * `asked`: the last question that the knowledge answered, so that "and on Sundays?" can go on from it.
 * `flows`: the flows that wait, the newest last; `flowQuestions`: how many questions flows ever asked here.
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
  shownOrders: z.object({ orderNumbers: z.array(z.string()), at: z.number() }).optional(),
  placedOrder: z.object({ orderNumber: z.string(), at: z.number() }).optional(),
  booked: z.object({ task: z.string(), at: z.number() }).optional(),
  offeredPerson: z.literal(true).optional(),
  offered: z.object({ task: z.string(), at: z.number(), until: z.number() }).optional(),
  unclear: z.string().optional(),
  unclearLanguage: z.enum(languages).optional(),
  likeliest: z.string().optional(),
  language: z.enum(languages).optional(),
  foreignTold: z.literal(true).optional(),
  quietUntil: z.number().optional(),
  boundaryAt: z.number().optional(),
  stoppedAt: z.number().optional(),
  emergencyAt: z.number().optional(),
  secretAt: z.number().optional(),
  consents: z.object({ utility: Consent.optional(), marketing: Consent.optional() }).optional(),
  payment: z.object({ orderNumber: z.string(), at: z.number() }).optional(),
  asked: z.object({ text: z.string(), task: z.string(), at: z.number() }).optional(),
  flows: z.array(OpenFlow).optional(),
  flowQuestions: z.number().int().nonnegative().optional(),
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
