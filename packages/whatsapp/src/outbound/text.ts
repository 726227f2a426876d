import { z } from 'zod';

/**
 * Free-form text. `preview_url` shows a preview of the first link.
 * Lengths here and in all outbound schemas count UTF-16 units, which is never less than Meta's count.
 * Source: Cloud API docs, "Text messages", read 2026-11-21.
 */
export const TextMessage = z.strictObject({
  type: z.literal('text'),
  text: z.strictObject({ body: z.string().min(1).max(4096), preview_url: z.boolean().optional() }),
});
export type TextMessage = z.infer<typeof TextMessage>;

/** Text without a link preview, as a message to send. */
export function textMessage(body: string): TextMessage {
  return { type: 'text', text: { body, preview_url: false } };
}
