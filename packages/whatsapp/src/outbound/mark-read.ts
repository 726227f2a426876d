import { z } from 'zod';

/**
 * Marks a message, and all before it, as read; with `typing_indicator` the customer sees
 * that an answer is being written, for 25 seconds or until it comes.
 * Source: Cloud API docs, "Typing indicators", read 2026-11-21.
 */
export const MarkRead = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal('text') }).optional(),
});
export type MarkRead = z.infer<typeof MarkRead>;

/** `messageId`: of a message received in the last 30 days. */
export function markRead(messageId: string, typing: boolean): MarkRead {
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: messageId } as const;
  return typing ? { ...read, typing_indicator: { type: 'text' } } : read;
}
