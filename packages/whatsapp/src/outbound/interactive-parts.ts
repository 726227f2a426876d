import { z } from 'zod';
import { WebAddress, boundedText } from './bounded-text.ts';
import { MediaFile, NamedFile } from './media-source.ts';

/** The line above the body as text. Source: Cloud API docs, "Interactive messages", read 2026-11-21. */
export const TextHeader = z.strictObject({ type: z.literal('text'), text: boundedText(60) });
export const ImageHeader = z.strictObject({ type: z.literal('image'), image: MediaFile });
export const VideoHeader = z.strictObject({ type: z.literal('video'), video: MediaFile });

/** What may stand above the body of reply buttons, links and flows. */
export const AnyHeader = z.discriminatedUnion('type', [
  TextHeader,
  ImageHeader,
  VideoHeader,
  z.strictObject({ type: z.literal('document'), document: NamedFile }),
]);

export const ShortBody = z.strictObject({ text: boundedText(1024) });

/** A list may say more than other interactive messages (some copies of the rules say 1024; Meta's page says 4096). */
export const LongBody = z.strictObject({ text: boundedText(4096) });

export const Footer = z.strictObject({ text: boundedText(60) });

/** The id of something to tap, which comes back when it is tapped. */
export function tapId(most: number): z.ZodString {
  return boundedText(most).refine((id) => id === id.trim(), 'an id may not begin or end with a space');
}

/** A button that opens a web page. */
export const UrlAction = z.strictObject({
  name: z.literal('cta_url'),
  parameters: z.strictObject({ display_text: boundedText(20), url: WebAddress }),
});
