import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { ShortBody } from './interactive-parts.ts';

/** Minutes a call button works: 1 to 30 days; Meta's default is 7 days. */
export const CallButtonMinutes = z.int().min(1).max(43_200);

/** What a call button carries; it comes back in the call's webhooks as `cta_payload`. */
export const CallPayload = boundedText(512);

/** A button that calls the business on WhatsApp. Source: Cloud API docs, "Call button messages", read 2026-11-21. */
export const InteractiveVoiceCall = z.strictObject({
  type: z.literal('voice_call'),
  body: ShortBody,
  action: z.strictObject({
    name: z.literal('voice_call'),
    parameters: z
      .strictObject({
        display_text: boundedText(20).optional(),
        ttl_minutes: CallButtonMinutes.optional(),
        payload: CallPayload.optional(),
      })
      .optional(),
  }),
});
export type InteractiveVoiceCall = z.infer<typeof InteractiveVoiceCall>;

/** Asks whether the business may call. Source: Cloud API docs, "User call permissions", read 2026-11-21. */
export const InteractiveCallPermission = z.strictObject({
  type: z.literal('call_permission_request'),
  body: ShortBody.optional(),
  action: z.strictObject({ name: z.literal('call_permission_request') }),
});
export type InteractiveCallPermission = z.infer<typeof InteractiveCallPermission>;
