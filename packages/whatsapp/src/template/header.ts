import { z } from 'zod';
import { Named, boundedText } from '../outbound/bounded-text.ts';
import { NamedExamples } from './examples.ts';

/** Handles of uploaded samples, as the resumable upload gives them. */
const Sample = z.strictObject({ header_handle: z.tuple([Named]) });

/** A line of text with at most one variable. */
export const TextHeader = z.strictObject({
  type: z.literal('HEADER'),
  format: z.literal('TEXT'),
  text: boundedText(60),
  example: z
    .strictObject({
      header_text: z.tuple([Named]).optional(),
      header_text_named_params: NamedExamples.optional(),
    })
    .optional(),
});
export type TextHeader = z.infer<typeof TextHeader>;

function withSample<T extends 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF'>(format: T) {
  return z.strictObject({ type: z.literal('HEADER'), format: z.literal(format), example: Sample });
}

export const ImageHeader = withSample('IMAGE');
export const VideoHeader = withSample('VIDEO');
/** A product of the catalog, named when the template is sent. */
export const ProductHeader = z.strictObject({ type: z.literal('HEADER'), format: z.literal('PRODUCT') });

/** What stands above the body. GIFs are for marketing only. Source: Cloud API docs, "Template components", read 2026-11-21. */
export const Header = z.discriminatedUnion('format', [
  TextHeader,
  ImageHeader,
  VideoHeader,
  withSample('DOCUMENT'),
  withSample('GIF'),
  z.strictObject({ type: z.literal('HEADER'), format: z.literal('LOCATION') }),
  ProductHeader,
]);
