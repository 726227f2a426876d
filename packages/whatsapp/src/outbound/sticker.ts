import { z } from 'zod';
import { MediaFile } from './media-source.ts';

/** A WebP sticker: 100 KB still, 500 KB animated; no caption. Source: Cloud API docs, "Sticker messages", read 2026-11-21. */
export const StickerMessage = z.strictObject({
  type: z.literal('sticker'),
  sticker: MediaFile,
});
export type StickerMessage = z.infer<typeof StickerMessage>;
