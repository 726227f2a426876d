import { z } from 'zod';
import { Caption, ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/** A film: MP4 or 3GPP (H.264 with AAC) up to 16 MB. Source: Cloud API docs, "Media", read 2026-11-21. */
export const VideoMessage = z.strictObject({
  type: z.literal('video'),
  video: z.strictObject({ ...mediaSource, caption: Caption.optional() }).refine(hasOneSource, ONE_SOURCE),
});
export type VideoMessage = z.infer<typeof VideoMessage>;
