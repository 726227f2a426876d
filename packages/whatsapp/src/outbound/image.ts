import { z } from 'zod';
import { Caption, ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/** A picture: JPEG or PNG up to 5 MB. Source: Cloud API docs, "Media", read 2026-11-21. */
export const ImageMessage = z.strictObject({
  type: z.literal('image'),
  image: z.strictObject({ ...mediaSource, caption: Caption.optional() }).refine(hasOneSource, ONE_SOURCE),
});
export type ImageMessage = z.infer<typeof ImageMessage>;
