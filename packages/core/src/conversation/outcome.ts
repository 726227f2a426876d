import { z } from 'zod';

/**
 * How a turn ended. Every inbound message belongs to exactly one turn, so every message ends in
 * one of these: nothing is passed over in silence.
 * `rule` names the rule that let a message be ignored.
 */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answered'), task: z.string().optional() }),
  z.object({ kind: z.literal('clarified'), task: z.string().optional() }),
  z.object({ kind: z.literal('refused') }),
  z.object({ kind: z.literal('handed-off'), why: z.string(), task: z.string().optional() }),
  z.object({ kind: z.literal('with-person') }),
  z.object({ kind: z.literal('ignored'), rule: z.string() }),
  z.object({ kind: z.literal('failed'), why: z.string(), task: z.string().optional() }),
]);
export type Outcome = z.infer<typeof Outcome>;
