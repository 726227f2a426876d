import { z } from 'zod';
import { Footer, ShortBody } from './interactive-parts.ts';

/** Asks for the customer's place, behind a button of Meta's. Source: Cloud API docs, "Location request messages", read 2026-11-21. */
export const InteractiveLocationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: ShortBody,
  action: z.strictObject({ name: z.literal('send_location') }),
});
export type InteractiveLocationRequest = z.infer<typeof InteractiveLocationRequest>;

/**
 * Asks for the customer's phone number; the answer is a `contacts` message.
 * Source: Cloud API docs, "Business-scoped user IDs", read 2026-11-21.
 */
export const InteractiveContactRequest = z.strictObject({
  type: z.literal('request_contact_info'),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});
export type InteractiveContactRequest = z.infer<typeof InteractiveContactRequest>;
