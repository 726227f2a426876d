import { z } from 'zod';
import { Named, boundedText } from './bounded-text.ts';
import { CallButtonMinutes, CallPayload } from './interactive-call.ts';
import { OrderDetails } from './order-details.ts';
import { ProductSections } from './product-sections.ts';
import { TextParameter } from './template-parameter.ts';

/** A button's place among the template's buttons, from 0; a template has at most ten. */
const Index = z.union([z.int().min(0).max(9), z.string().regex(/^[0-9]$/, 'is not a place from 0 to 9')]);
const button = { type: z.literal('button'), index: Index };

/** The action behind a button, as its one parameter. */
function action<T extends z.ZodType>(of: T) {
  return z.tuple([z.strictObject({ type: z.literal('action'), action: of })]);
}

/** What fills one button of a template. Source: Cloud API docs, "Templates", read 2026-11-21. */
export const ButtonComponent = z.discriminatedUnion('sub_type', [
  z.strictObject({
    ...button,
    sub_type: z.literal('quick_reply'),
    parameters: z.tuple([z.strictObject({ type: z.literal('payload'), payload: Named })]),
  }),
  /** The one variable at the end of its address, or the code of an authentication template. */
  z.strictObject({
    ...button,
    sub_type: z.literal('url'),
    parameters: z.tuple([TextParameter.extend({ text: boundedText(2000) })]),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('copy_code'),
    parameters: z.tuple([z.strictObject({ type: z.literal('coupon_code'), coupon_code: boundedText(20) })]),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('flow'),
    parameters: action(
      z.strictObject({
        flow_token: Named.optional(),
        flow_action_data: z.record(z.string(), z.json()).optional(),
      }),
    ),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('catalog'),
    parameters: action(z.strictObject({ thumbnail_product_retailer_id: Named.optional() })),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('mpm'),
    parameters: action(z.strictObject({ thumbnail_product_retailer_id: Named, sections: ProductSections })),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('order_details'),
    parameters: action(z.strictObject({ order_details: OrderDetails })),
  }),
  /** Meta's own example names no place. */
  z.strictObject({
    type: z.literal('button'),
    index: Index.optional(),
    sub_type: z.literal('voice_call'),
    parameters: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('ttl_minutes'), ttl_minutes: CallButtonMinutes }),
          z.strictObject({ type: z.literal('payload'), payload: CallPayload }),
        ]),
      )
      .min(1)
      .max(2)
      .refine(
        (all) => new Set(all.map(({ type }) => type)).size === all.length,
        'two parameters are of one type',
      ),
  }),
]);
export type ButtonComponent = z.infer<typeof ButtonComponent>;
