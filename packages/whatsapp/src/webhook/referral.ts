import { z } from 'zod';
import { maybe } from './wire-value.ts';

const Text = maybe(z.string());

/**
 * The advertisement or post that brought the customer here, in Meta's words. `ctwa_clid`: the click,
 * as the Conversions API wants it back. `source_type`: `ad` or `post`.
 * Source: Cloud API docs, "Messages webhook reference", read 2026-11-21.
 */
export const Referral = z.looseObject({
  source_url: Text,
  source_id: Text,
  source_type: Text,
  headline: Text,
  body: Text,
  media_type: Text,
  image_url: Text,
  video_url: Text,
  thumbnail_url: Text,
  ctwa_clid: Text,
  welcome_message: maybe(z.looseObject({ text: Text })),
});
export type Referral = z.infer<typeof Referral>;

/** The product a question is about, in Meta's words. */
export const ReferredProduct = z.looseObject({ catalog_id: Text, product_retailer_id: Text });
export type ReferredProduct = z.infer<typeof ReferredProduct>;
