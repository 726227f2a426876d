import { z } from 'zod';
import { AppointmentNews } from '../appointment/appointment-news.ts';
import { OrderNews } from '../order/order-news.ts';

/**
 * What a program wrote down of a voice note, or why it did not: there is no transcription server, the
 * note is too long, the server failed or was late, or nothing is said in it.
 */
export const Transcript = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heard'), text: z.string().min(1) }),
  z.object({ kind: z.literal('unheard'), why: z.enum(['no-server', 'too-long', 'failed', 'silent']) }),
]);
export type Transcript = z.infer<typeof Transcript>;

/**
 * What one message of a conversation's mailbox says, whatever channel it came by.
 * Stored as JSON in the inbox and in the turn's events, so it is a schema.
 *
 * The first group comes from the customer; the second is put into the mailbox by
 * Ambit itself (timers, people at the desk, delivery failures), so that everything
 * that moves a conversation obeys its order.
 */
export const InboundContent = z.discriminatedUnion('kind', [
  /** `ad`: Meta's id of the ad through which the customer came with this message. */
  z.object({ kind: z.literal('text'), body: z.string(), ad: z.string().optional() }),
  /** A tapped reply button, list row or template quick reply. */
  z.object({ kind: z.literal('choice'), id: z.string(), title: z.string() }),
  z.object({
    kind: z.literal('media'),
    medium: z.enum(['image', 'video', 'audio', 'document']),
    mediaId: z.string(),
    caption: z.string().optional(),
    /** As the customer's phone names it; only documents have one. */
    filename: z.string().optional(),
    /** Of a voice note, once a turn has had it transcribed; it comes from no channel. */
    transcript: Transcript.optional(),
  }),
  z.object({ kind: z.literal('sticker'), mediaId: z.string().optional() }),
  z.object({ kind: z.literal('reaction'), to: z.string(), emoji: z.string() }),
  z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number() }),
  z.object({ kind: z.literal('contacts') }),
  /**
   * A basket sent from the business's catalogue. `product`: a number of the business's or of Meta's.
   * `price`: of one, as the customer saw it, in the business's currency; it never counts.
   */
  z.object({
    kind: z.literal('order'),
    items: z.array(
      z.object({ product: z.string(), quantity: z.number().int().positive(), price: z.number().optional() }),
    ),
    note: z.string().optional(),
  }),
  /** What was filled into a form (a WhatsApp Flow), by field. `token`: what the form was sent with. */
  z.object({
    kind: z.literal('form-answers'),
    token: z.string(),
    answers: z.record(z.string(), z.json()),
  }),
  z.object({ kind: z.literal('edit'), of: z.string(), body: z.string() }),
  z.object({ kind: z.literal('revoke'), of: z.string() }),
  z.object({ kind: z.literal('call'), event: z.string() }),
  z.object({ kind: z.literal('group'), groupId: z.string() }),
  /** Meta's own notice: a changed number or user id, a new device. */
  z.object({ kind: z.literal('system'), what: z.string() }),
  z.object({ kind: z.literal('unsupported'), type: z.string() }),

  z.object({ kind: z.literal('person-reply'), person: z.string(), body: z.string() }),
  z.object({ kind: z.literal('timer'), name: z.string() }),
  z.object({
    kind: z.literal('delivery-failed'),
    outboxId: z.string(),
    code: z.number().optional(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('appointment-news'), news: AppointmentNews }),
  z.object({ kind: z.literal('order-news'), news: OrderNews }),
  z.object({ kind: z.literal('refused-by-policy'), outboxId: z.string(), rule: z.string() }),
  /** Something that happened in the business's own systems; `details` are its own words for it. */
  z.object({
    kind: z.literal('business-event'),
    event: z.string(),
    details: z.record(z.string(), z.json()),
  }),
]);
export type InboundContent = z.infer<typeof InboundContent>;

/**
 * One message of a mailbox.
 * `seq`: its place in the conversation, from 1, without gaps.
 * `at`: when it was said (Meta's timestamp, or the clock port's for synthetic ones).
 */
export const Inbound = z.object({
  seq: z.number().int().positive(),
  messageId: z.string(),
  at: z.number(),
  content: InboundContent,
});
export type Inbound = z.infer<typeof Inbound>;

/** Whether the customer (rather than Ambit or the desk) said it. Only these open the service window. */
export function isFromCustomer(content: InboundContent): boolean {
  switch (content.kind) {
    case 'text':
    case 'choice':
    case 'media':
    case 'sticker':
    case 'reaction':
    case 'location':
    case 'contacts':
    case 'order':
    case 'form-answers':
    case 'edit':
    case 'revoke':
    case 'call':
    case 'group':
    case 'system':
    case 'unsupported':
      return true;
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'refused-by-policy':
    case 'business-event':
    case 'appointment-news':
    case 'order-news':
      return false;
  }
}

/**
 * Whether it opens, or extends, the 24-hour service window: a message or a call to the
 * business by this customer; not group talk, not Meta's notices.
 * Source: Cloud API docs, "Send messages" (window: last user message or call), read 2026-11-21.
 */
export function opensServiceWindow(content: InboundContent): boolean {
  return (
    isFromCustomer(content) &&
    content.kind !== 'group' &&
    content.kind !== 'system' &&
    content.kind !== 'revoke'
  );
}

/** Whether a customer who sent this expects somebody to look at it. */
export function isWaitedOn(content: InboundContent): boolean {
  switch (content.kind) {
    case 'text':
    case 'choice':
    case 'media':
    case 'sticker':
    case 'location':
    case 'contacts':
    case 'order':
    case 'form-answers':
    case 'edit':
    case 'call':
    case 'unsupported':
      return true;
    case 'reaction':
    case 'revoke':
    case 'group':
    case 'system':
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'refused-by-policy':
    case 'business-event':
    case 'appointment-news':
    case 'order-news':
      return false;
  }
}
