import { z } from 'zod';
import { oneSource, oneSourceMessage, source, text } from './parts.ts';

const caption = text(1_024).optional();

export const Image = z.strictObject({ ...source, caption }).refine(oneSource, oneSourceMessage);
export const Video = z.strictObject({ ...source, caption }).refine(oneSource, oneSourceMessage);
export const Document = z
  .strictObject({ ...source, caption, filename: text(240).optional() })
  .refine(oneSource, oneSourceMessage);
export const Audio = z
  .strictObject({ ...source, voice: z.boolean().optional() })
  .refine(oneSource, oneSourceMessage);
export const Sticker = z.strictObject(source).refine(oneSource, oneSourceMessage);
