import { z } from 'zod';

/**
 * What surrounds every message to send.
 * `to`: a phone number (with `+`; without it Meta may put the business's country code before it),
 * or a group's id. `recipient`: a BSUID or parent BSUID. If both are given, `to` wins.
 * `biz_opaque_callback_data`: comes back in every status of the message.
 * `recipient_identity_key_hash`: refuse (137000) if the customer's keys have changed.
 * Source: Cloud API docs, "Send messages" and "Business-scoped user IDs", read 2026-11-21.
 */
export const envelope = {
  messaging_product: z.literal('whatsapp'),
  recipient_type: z.enum(['individual', 'group']).optional(),
  to: z.string().min(1).optional(),
  recipient: z
    .string()
    .regex(
      /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/,
      'is not a business-scoped user id: a country, a point and up to 128 letters and digits',
    )
    .optional(),
  biz_opaque_callback_data: z.string().min(1).max(512).optional(),
  recipient_identity_key_hash: z.string().min(1).optional(),
};

/** The message a message answers. Reactions have none: they name theirs themselves. */
export const replyContext = { context: z.strictObject({ message_id: z.string().min(1) }).optional() };

type Addressed = {
  recipient_type?: 'individual' | 'group' | undefined;
  to?: string | undefined;
  recipient?: string | undefined;
};

/** What is wrong with an address, or undefined if nothing is. */
export function addressProblem(request: Addressed): string | undefined {
  if (request.recipient_type === 'group') {
    return request.to === undefined ? 'a message to a group needs the group in "to"' : undefined;
  }
  if (request.to === undefined && request.recipient === undefined) return 'needs "to" or "recipient"';
  if (request.to !== undefined && !/^\+?[0-9]{5,20}$/.test(request.to))
    return '"to" is not a phone number (5 to 20 digits, with a + before them)';
  return undefined;
}
