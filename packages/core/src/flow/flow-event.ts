import { z } from 'zod';
import { KnownCustomer } from '../customer/customer.ts';
import { CallResult, Passage } from '../conversation/call.ts';

const base = {
  at: z.number(),
  /**
   * Who is spoken with. `phone`: verified, digits with country code, only when Meta gave it. `customer`: what the
   * business keeps of them.
   */
  contact: z.object({
    id: z.string(),
    phone: z.string().optional(),
    customer: KnownCustomer.optional(),
  }),
};

/**
 * What came of a call of a flow. `phrased`: a model's text that has passed the output checks;
 * `answer-phrased`: the same, of what the passages of `grounds` answer.
 * `not-phrased`: there is none; `because`: no model takes part, it failed, or a budget wants a person.
 */
export const FlowResult = z.union([
  CallResult,
  z.object({ kind: z.literal('phrased'), text: z.string() }),
  z.object({
    kind: z.literal('answer-phrased'),
    text: z.string(),
    source: Passage,
    grounds: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('not-phrased'),
    because: z.enum(['no-model', 'failed', 'person-wanted']),
    why: z.string(),
  }),
]);
export type FlowResult = z.infer<typeof FlowResult>;

/**
 * What happens to a flow. `language`: what the customer writes, as far as it is known (BCP 47).
 * `placed` of a text: nobody else wants it, so it is read as an answer as far as it can be.
 */
export const FlowEvent = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('started'),
    said: z.string(),
    language: z.string().optional(),
    given: z.record(z.string(), z.json()).optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('said'),
    text: z.string(),
    language: z.string().optional(),
    placed: z.boolean(),
  }),
  z.object({ ...base, kind: z.literal('tapped'), id: z.string() }),
  /** The answers of a form (a WhatsApp Flow) that the flow sent. */
  z.object({
    ...base,
    kind: z.literal('form-answered'),
    token: z.string(),
    answers: z.record(z.string(), z.json()),
  }),
  /** `key`: of the call, as what is said from its result rests on it. */
  z.object({ ...base, kind: z.literal('settled'), key: z.string(), result: FlowResult }),
  z.object({ ...base, kind: z.literal('timer'), name: z.string() }),
]);
export type FlowEvent = z.infer<typeof FlowEvent>;
