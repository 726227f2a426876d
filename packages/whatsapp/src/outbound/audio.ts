import { z } from 'zod';
import { ONE_SOURCE, hasOneSource, mediaSource } from './media-source.ts';

/**
 * Sound up to 16 MB, never with a caption. `voice`: shown as a voice note, which must be
 * OGG with OPUS. Source: Cloud API docs, "Audio messages", read 2026-11-21.
 */
export const AudioMessage = z.strictObject({
  type: z.literal('audio'),
  audio: z.strictObject({ ...mediaSource, voice: z.boolean().optional() }).refine(hasOneSource, ONE_SOURCE),
});
export type AudioMessage = z.infer<typeof AudioMessage>;
