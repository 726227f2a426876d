import { z } from 'zod';
import { Outbound } from '../message/outbound.ts';
import { SlotValue } from '../slot/slot-type.ts';
import { TemplateCategory } from '../template/business-template.ts';

/** Something a question offers to tap. The button carries the question's number and its place here. */
export const FlowOffer = z.object({
  value: SlotValue,
  title: z.string(),
  description: z.string().optional(),
});
export type FlowOffer = z.infer<typeof FlowOffer>;

/**
 * One message of a flow, not sent yet. `grounds`: what it rests on, passages or call keys;
 * `asks`: it asks the customer something.
 */
export const FlowMessage = z.object({
  content: Outbound,
  grounds: z.array(z.string()),
  asks: z.boolean(),
});
export type FlowMessage = z.infer<typeof FlowMessage>;

/** How a flow is over. `dropped`: the customer did not want it any more. */
export const FlowEnding = z.enum(['ended', 'resolved', 'handed-off', 'dropped']);
export type FlowEnding = z.infer<typeof FlowEnding>;

/**
 * Where a flow is. `number`: counts its questions and waits, so that an old button or timer is known
 * for old. `which`: the offers are what an unclear answer may have meant. `timer`: one is running.
 * `page`: of the list that a pick shows, from 0.
 */
export const FlowPosition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new') }),
  z.object({
    kind: z.literal('asking'),
    node: z.string(),
    number: z.number().int(),
    tries: z.number().int().nonnegative(),
    offers: z.array(FlowOffer),
    which: z.boolean(),
    timer: z.boolean(),
    page: z.number().int().nonnegative().optional(),
  }),
  z.object({ kind: z.literal('waiting'), node: z.string(), number: z.number().int() }),
  z.object({ kind: z.literal('calling'), node: z.string() }),
  z.object({ kind: z.literal('over'), ending: FlowEnding }),
]);
export type FlowPosition = z.infer<typeof FlowPosition>;

const Answer = z.object({ node: z.string(), variable: z.string(), value: SlotValue });
export type FlowAnswer = z.infer<typeof Answer>;

/**
 * What a flow remembers. Plain data; `schema` says which shape, `flow` and `version` which graph.
 * `answers`: slots filled since the last call with an effect, in order, which a customer may still
 * correct; `kept`: later answers that stay when an earlier one is corrected; `jumps`: how often each
 * jump was taken; `asked`: questions and waits so far; `said`: the text it started from; `read`:
 * slot types already read from that text; `outgoing`: messages of this turn; `grounds`: keys of the
 * calls of this turn; `clearing`: timers that are of no use any more, to be cleared with them; `consents`:
 * what the customer agreed to or took back in this turn; `ownTime`: they named an hour by clocks of their own.
 */
export const FlowState = z.object({
  schema: z.literal(1),
  flow: z.string(),
  version: z.number().int(),
  position: FlowPosition,
  language: z.string(),
  heard: z.string().optional(),
  variables: z.record(z.string(), SlotValue),
  given: z.record(z.string(), SlotValue),
  answers: z.array(Answer),
  kept: z.array(Answer),
  jumps: z.record(z.string(), z.number().int()),
  asked: z.number().int(),
  said: z.string(),
  read: z.array(z.string()),
  outgoing: z.array(FlowMessage),
  grounds: z.array(z.string()),
  clearing: z.array(z.string()),
  ownTime: z.literal(true).optional(),
  consents: z.array(z.object({ purpose: TemplateCategory, given: z.boolean() })).optional(),
});
export type FlowState = z.infer<typeof FlowState>;
