import { z } from 'zod';
import { Caption, ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/** A text, PDF or office file up to 100 MB. Source: Cloud API docs, "Media", read 2026-11-21. */
export const DocumentMessage = z.strictObject({
  type: z.literal('document'),
  document: z
    .strictObject({ ...mediaSource, caption: Caption.optional(), filename: z.string().min(1).optional() })
    .refine(hasOneSource, ONE_SOURCE),
});
export type DocumentMessage = z.infer<typeof DocumentMessage>;
