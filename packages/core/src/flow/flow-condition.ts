import { z } from 'zod';

const variable = z.string().min(1);

/**
 * One question about one variable. A test of a variable that is not set is not met, except `unset`.
 * `value` of text, number and date tests may hold `{{variables}}`; a date is an ISO date, or `today`.
 * Texts are compared without regard to case; of a list of texts, one that meets the test is enough.
 */
const FlowTest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), variable }),
  z.object({ kind: z.literal('unset'), variable }),
  z.object({
    kind: z.literal('text'),
    variable,
    is: z.enum(['equal-to', 'not', 'one-of', 'containing', 'starting-with']),
    value: z.union([z.string(), z.array(z.string()).min(1)]),
  }),
  z.object({
    kind: z.literal('number'),
    variable,
    is: z.enum(['equal-to', 'not', 'under', 'at-most', 'over', 'at-least']),
    value: z.union([z.number(), z.string().min(1)]),
  }),
  z.object({
    kind: z.literal('date'),
    variable,
    is: z.enum(['on', 'before', 'after', 'on-or-before', 'on-or-after']),
    value: z.string().min(1),
  }),
  z.object({ kind: z.literal('pattern'), variable, pattern: z.string().min(1) }),
  z.object({ kind: z.literal('true'), variable }),
]);
export type FlowTest = z.infer<typeof FlowTest>;

/** Groups of tests: `match` says whether all or any must hold, of the groups and inside each. */
export const FlowCondition = z.object({
  match: z.enum(['all', 'any']).default('all'),
  groups: z
    .array(z.object({ match: z.enum(['all', 'any']).default('all'), tests: z.array(FlowTest).min(1) }))
    .min(1),
});
export type FlowCondition = z.infer<typeof FlowCondition>;
