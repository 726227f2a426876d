import { z } from 'zod';
import { FlowText } from './flow-text.ts';
import { NodeId, Onward, Silence, Variable } from './node-names.ts';

/** A variable's path, bare ("found.products") or as texts have it ("{{found.products}}"). */
const Path = z
  .string()
  .regex(/^(\{\{\s*)?[a-zA-Z][\w.]*(\s*\}\})?$/, 'a variable such as "{{found.products}}"')
  .transform((written) => written.replace(/[{}\s]/gu, ''));

/**
 * Offers the entries of a list that a tool returned and keeps the one the customer picks, whole.
 * `title`, `description`, `image` and `says` are texts in which `{{item.…}}` is the entry.
 * `show`: how many at a time. `none`: the title of a row for none of these; `more`: of one for the
 * next page. `refine`: what fits no entry but is still about the search ("cheaper", "in black") is
 * saved, and the flow goes on at `refined`; `reads`: only a value of this kind is, such as the number of an
 * order that is not on the list.
 */
export const PickNode = z.object({
  id: NodeId,
  kind: z.literal('pick'),
  from: Path,
  text: FlowText,
  title: FlowText,
  description: FlowText.optional(),
  /** Other words an entry goes by, such as its brand or code. */
  says: z.array(z.string().min(1)).max(5).default([]),
  /** The one entry that the text which started the flow names by a word of its own is taken, and said. */
  early: z.literal(true).optional(),
  /** A web address; without `as`, sent before the question when at most three are shown. */
  image: z.string().min(1).optional(),
  /** "carousel": as cards with their pictures, where two to ten are shown and all have one; otherwise, and for anything else, as a list. */
  as: z.string().min(1).optional(),
  show: z.number().int().min(1).max(10).default(10),
  save: Variable,
  open: FlowText.optional(),
  again: FlowText.optional(),
  none: FlowText.optional(),
  more: FlowText.optional(),
  refine: z
    .object({
      save: Variable,
      says: z.array(z.string().min(1)).default([]),
      reads: z.enum(['order-number', 'when', 'basket-change']).optional(),
    })
    .optional(),
  onward: Onward.optional(),
  /** Words in which the answer may stand already, such as "{{onward.way}}"; then nothing is asked. */
  said: z.string().min(1).optional(),
  retries: z.number().int().min(0).max(5).default(2),
  silence: Silence.optional(),
  to: z.object({
    picked: NodeId,
    failed: NodeId,
    /** The list is empty, or not there. */
    empty: NodeId,
    none: NodeId.optional(),
    /** Asked for more at the end of the list. */
    more: NodeId.optional(),
    refined: NodeId.optional(),
    onward: NodeId.optional(),
    silent: NodeId.optional(),
  }),
});
export type PickNode = z.infer<typeof PickNode>;
