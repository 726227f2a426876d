import { z } from 'zod';
import { FlowText } from './flow-text.ts';

const Option = z.object({
  /** What is stored; a button carries its place, never this. */
  value: z.union([z.string(), z.number(), z.boolean()]),
  title: FlowText,
  /** Other words a customer may use for it, in any language. */
  says: z.array(z.string().min(1)).default([]),
});

/**
 * What an `ask` node asks for. `choice` offers fixed options; `pick` offers the entries of a list
 * that a tool returned, such as free times: `title` and `value` are texts in which `{{item.…}}` is
 * the entry. Kinds without fields are read by the slot type of that name.
 */
export const FlowSlot = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    least: z.number().int().positive().optional(),
    most: z.number().int().positive().optional(),
  }),
  z.object({
    kind: z.literal('number'),
    least: z.number().optional(),
    most: z.number().optional(),
    whole: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('pattern'), pattern: z.string().min(1) }),
  z.object({ kind: z.literal('choice'), options: z.array(Option).min(1).max(10) }),
  z.object({
    kind: z.literal('pick'),
    from: z.string().min(1),
    title: z.string().min(1),
    value: z.string().min(1),
  }),
  z.object({ kind: z.literal('yes-no') }),
  z.object({ kind: z.literal('date') }),
  /** The day from which something lasts, beside how long. */
  z.object({ kind: z.literal('first-day') }),
  /** How long something lasts: a number of days, or its last day as a date. */
  z.object({ kind: z.literal('days') }),
  z.object({ kind: z.literal('money') }),
  z.object({ kind: z.literal('quantity') }),
  z.object({ kind: z.literal('phone') }),
  z.object({ kind: z.literal('email') }),
  /** An e-mail address or a phone number, whichever they give. */
  z.object({ kind: z.literal('reach') }),
  z.object({ kind: z.literal('address') }),
  /** A pin on the map, which the customer is asked for with a button, or an address in words. */
  z.object({ kind: z.literal('location') }),
  /** How an order is to be had and paid, as far as a text says so: `way`, `place`, `payment`. */
  z.object({ kind: z.literal('checkout') }),
  /** When somebody would like to come, as loosely as people say it; the value is their text. */
  z.object({ kind: z.literal('when') }),
  /** How many people come, beside a day and a time. */
  z.object({ kind: z.literal('people') }),
  /** What somebody is called. */
  z.object({ kind: z.literal('name') }),
  z.object({ kind: z.literal('order-number') }),
  /** The second fact that opens an order: an e-mail address or a postcode. */
  z.object({ kind: z.literal('order-proof') }),
]);
export type FlowSlot = z.infer<typeof FlowSlot>;
