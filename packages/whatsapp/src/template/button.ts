import { z } from 'zod';
import { Named, boundedText } from '../outbound/bounded-text.ts';

const label = { text: boundedText(25) };

/** Opens a web page. */
export const Url = z
  .strictObject({
    type: z.literal('URL'),
    ...label,
    url: boundedText(2000).regex(/^https?:\/\//, 'is not a web address'),
    example: z.tuple([Named]).optional(),
  })
  .refine(({ url }) => /^[^{}]*(\{\{[a-z0-9_]+\}\})?$/.test(url), 'url may have one variable, at its end')
  .refine(
    ({ url, example }) => url.includes('{{') === (example !== undefined),
    'needs an example if, and only if, the url has a variable',
  );

const Flow = z
  .strictObject({
    type: z.literal('FLOW'),
    ...label,
    flow_id: Named.optional(),
    flow_name: Named.optional(),
    flow_json: Named.optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    navigate_screen: Named.optional(),
    icon: z.enum(['DOCUMENT', 'PROMOTION', 'REVIEW']).optional(),
  })
  .refine(
    ({ flow_id, flow_name, flow_json }) =>
      [flow_id, flow_name, flow_json].filter((source) => source !== undefined).length === 1,
    'needs exactly one of "flow_id", "flow_name" and "flow_json"',
  )
  .refine(
    ({ flow_action, navigate_screen }) => flow_action !== 'data_exchange' || navigate_screen === undefined,
    'navigate_screen goes with the flow_action "navigate" only',
  );

export const QuickReply = z.strictObject({ type: z.literal('QUICK_REPLY'), ...label });
export const PhoneNumber = z.strictObject({
  type: z.literal('PHONE_NUMBER'),
  ...label,
  phone_number: z
    .string()
    .max(20)
    .regex(/^\+?[0-9]+$/, 'is not a phone number'),
});
/** Opens one product: its label is Meta's. */
export const Spm = z.strictObject({ type: z.literal('SPM'), ...label });

/**
 * A button of a template; its label has at most 25 characters.
 * Source: Cloud API docs, "Template components", read 2026-11-21.
 */
export const Button = z.discriminatedUnion('type', [
  QuickReply,
  Url,
  PhoneNumber,
  /** Copies a code; 20 characters since 2025-12-03. Its label is Meta's. */
  z.strictObject({ type: z.literal('COPY_CODE'), example: boundedText(20) }),
  Flow,
  z.strictObject({ type: z.literal('CATALOG'), ...label }),
  z.strictObject({ type: z.literal('MPM'), ...label }),
  Spm,
  z.strictObject({
    type: z.literal('VOICE_CALL'),
    text: label.text.optional(),
    /** Minutes the button works: 1 to 30 days. */
    ttl_minutes: z.int().min(1440).max(43_200).optional(),
  }),
  z.strictObject({
    type: z.literal('REQUEST_CONTACT_INFO'),
    text: z.literal('Share Contact Info').optional(),
  }),
  /** Opens a bill. */
  z.strictObject({ type: z.literal('ORDER_DETAILS'), ...label }),
]);
export type Button = z.infer<typeof Button>;
