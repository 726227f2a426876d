import { z } from 'zod';

const button = {
  type: z.literal('button'),
  /** Its place among the template's buttons, from 0; a template has at most ten. */
  index: z.union([z.int().min(0).max(9), z.string().regex(/^[0-9]$/)]),
};

/** What fills one button of a template. Source: Cloud API docs, "Templates", read 2026-11-21. */
export const ButtonComponent = z.discriminatedUnion('sub_type', [
  z.strictObject({
    ...button,
    sub_type: z.literal('quick_reply'),
    parameters: z.tuple([z.strictObject({ type: z.literal('payload'), payload: z.string().min(1) })]),
  }),
  /** The one variable at the end of its address. */
  z.strictObject({
    ...button,
    sub_type: z.literal('url'),
    parameters: z.tuple([z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(2000) })]),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('copy_code'),
    parameters: z.tuple([
      z.strictObject({ type: z.literal('coupon_code'), coupon_code: z.string().min(1).max(20) }),
    ]),
  }),
  z.strictObject({
    ...button,
    sub_type: z.literal('flow'),
    parameters: z.tuple([
      z.strictObject({
        type: z.literal('action'),
        action: z.strictObject({
          flow_token: z.string().min(1).optional(),
          flow_action_data: z.record(z.string(), z.unknown()).optional(),
        }),
      }),
    ]),
  }),
]);
export type ButtonComponent = z.infer<typeof ButtonComponent>;
