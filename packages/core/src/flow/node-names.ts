import { z } from 'zod';

/** Lower-case words joined by "-"; a node of a sub-flow has its place before it ("payment/ask-card"). */
export const NodeId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/, 'lower-case words joined by "-"');

/** What a node keeps a value under. */
export const Variable = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9]*$/, 'a name of letters and digits such as "orderNumber"');

/** A question is silent for this long before the `silent` edge is taken, in minutes; at most a week. */
export const Silence = z.object({ minutes: z.number().int().positive().max(10_080) });

/**
 * What answers a question that is still to come ("pick up, cash" while a basket is filled) is saved, and the flow goes
 * on at `onward`.
 */
export const Onward = z.object({ save: Variable, reads: z.enum(['checkout']) });
