import { z } from 'zod';
import { ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/** The line above the body as text. Source: Cloud API docs, "Interactive messages", read 2026-11-21. */
export const TextHeader = z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(60) });

const file = z.strictObject(mediaSource).refine(hasOneSource, ONE_SOURCE);
const namedFile = z
  .strictObject({ ...mediaSource, filename: z.string().min(1).optional() })
  .refine(hasOneSource, ONE_SOURCE);

/** What may stand above the body of reply buttons and links. */
export const AnyHeader = z.discriminatedUnion('type', [
  TextHeader,
  z.strictObject({ type: z.literal('image'), image: file }),
  z.strictObject({ type: z.literal('video'), video: file }),
  z.strictObject({ type: z.literal('document'), document: namedFile }),
]);

export const ShortBody = z.strictObject({ text: z.string().min(1).max(1024) });

/** A list may say more than other interactive messages (some copies of the rules say 1024; Meta's page says 4096). */
export const LongBody = z.strictObject({ text: z.string().min(1).max(4096) });

export const Footer = z.strictObject({ text: z.string().min(1).max(60) });

/** Whether no two of them are equal. */
export function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
