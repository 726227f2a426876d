import { z } from 'zod';
import { AnyHeader, Footer, ShortBody, UrlAction } from './interactive-parts.ts';

/** A text with one button that opens a web page. Source: Cloud API docs, "Interactive CTA URL buttons", read 2026-11-21. */
export const InteractiveCtaUrl = z.strictObject({
  type: z.literal('cta_url'),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer.optional(),
  action: UrlAction,
});
export type InteractiveCtaUrl = z.infer<typeof InteractiveCtaUrl>;

/** A link button under a text, as a message to send. */
export function ctaUrlMessage(
  body: string,
  link: { label: string; url: string },
): { type: 'interactive'; interactive: InteractiveCtaUrl } {
  return {
    type: 'interactive',
    interactive: {
      type: 'cta_url',
      body: { text: body },
      action: { name: 'cta_url', parameters: { display_text: link.label, url: link.url } },
    },
  };
}
