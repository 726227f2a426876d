import { z } from 'zod';
import { FlowText } from './flow-text.ts';

/**
 * What a `message` node says. Buttons and rows here start whatever task or flow has them as a
 * trigger; a question that waits for its answer is a `choice` or an `ask`.
 * Counts are WhatsApp's. Source: Cloud API docs, interactive messages, read 2026-11-21.
 */
export const FlowContent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: FlowText }),
  z.object({
    kind: z.literal('buttons'),
    text: FlowText,
    buttons: z
      .array(z.object({ id: z.string().min(1).max(200), title: FlowText }))
      .min(1)
      .max(3),
  }),
  z.object({
    kind: z.literal('list'),
    text: FlowText,
    open: FlowText,
    rows: z
      .array(z.object({ id: z.string().min(1).max(200), title: FlowText, description: FlowText.optional() }))
      .min(1)
      .max(10),
  }),
  z.object({
    kind: z.literal('media'),
    medium: z.enum(['image', 'video', 'audio', 'document']),
    url: z.string().min(1),
    caption: FlowText.optional(),
    filename: z.string().min(1).optional(),
  }),
  /** A button that opens a web page. */
  z.object({ kind: z.literal('cta'), text: FlowText, title: FlowText, url: z.string().min(1) }),
  /**
   * A template of the business's. `values`: in order for `{{1}}`, `{{2}}` …, or by name; "header" is a
   * file above the text, "link" the end of a link's address.
   */
  z.object({
    kind: z.literal('template'),
    name: z.string().min(1),
    values: z.union([z.array(FlowText), z.record(z.string(), FlowText)]).default([]),
  }),
  /**
   * Products of the business's catalogue at Meta; `products` are retailer ids, or one list of them
   * that a tool returned ("{{found.products|each: <sku>}}").
   */
  z.object({
    kind: z.literal('product'),
    text: FlowText,
    header: FlowText.optional(),
    catalogue: z.string().min(1),
    products: z.union([z.array(z.string().min(1)).min(1).max(30), z.string().min(1)]),
    /** "carousel": as cards to leaf through, the first ten; otherwise as a list. */
    as: z.string().min(1).optional(),
  }),
  /** A form of the business's at Meta (a WhatsApp Flow); a `wait` after it takes the answers. */
  z.object({
    kind: z.literal('form'),
    text: FlowText,
    open: FlowText,
    form: z.string().min(1),
    screen: z.string().min(1),
  }),
]);
export type FlowContent = z.infer<typeof FlowContent>;

/** What a template is given, by the name of each variable; numbered ones are named "1", "2" … */
export function templateValues({
  values,
}: Extract<FlowContent, { kind: 'template' }>): readonly (readonly [name: string, text: FlowText])[] {
  return Array.isArray(values)
    ? values.map((text, place) => [String(place + 1), text] as const)
    : Object.entries(values);
}
