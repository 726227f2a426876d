import { z } from 'zod';
import { areDistinct, boundedText } from './bounded-text.ts';
import { AnyHeader, Footer, ShortBody, tapId } from './interactive-parts.ts';

const Reply = z.strictObject({ id: tapId(256), title: boundedText(20) });
const Buttons = z
  .array(z.strictObject({ type: z.literal('reply'), reply: Reply }))
  .min(1)
  .max(3)
  .refine((all) => areDistinct(all.map(({ reply }) => reply.id)), 'two buttons have the same id')
  .refine((all) => areDistinct(all.map(({ reply }) => reply.title)), 'two buttons have the same title');

/** A question with one to three answers to tap. Source: Cloud API docs, "Interactive reply buttons", read 2026-11-21. */
export const InteractiveButton = z.strictObject({
  type: z.literal('button'),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ buttons: Buttons }),
});
export type InteractiveButton = z.infer<typeof InteractiveButton>;

/** Reply buttons under a text, as a message to send. */
export function buttonMessage(
  body: string,
  replies: readonly { id: string; title: string }[],
): { type: 'interactive'; interactive: InteractiveButton } {
  return {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: body },
      action: { buttons: replies.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
    },
  };
}
