import { z } from 'zod';
import { Named } from './bounded-text.ts';
import { Footer, ShortBody, TextHeader } from './interactive-parts.ts';
import { ProductSections } from './product-sections.ts';

/** One product of the catalog. It has no header. Source: Cloud API docs, "Share products", read 2026-11-21. */
export const InteractiveProduct = z.strictObject({
  type: z.literal('product'),
  body: ShortBody.optional(),
  footer: Footer.optional(),
  action: z.strictObject({ catalog_id: Named, product_retailer_id: Named }),
});
export type InteractiveProduct = z.infer<typeof InteractiveProduct>;

/** Several products of the catalog. It must have a header of text. */
export const InteractiveProductList = z.strictObject({
  type: z.literal('product_list'),
  header: TextHeader,
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ catalog_id: Named, sections: ProductSections }),
});
export type InteractiveProductList = z.infer<typeof InteractiveProductList>;

/** A button that opens the whole catalog, under the picture of one product. */
export const InteractiveCatalog = z.strictObject({
  type: z.literal('catalog_message'),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: Named.optional() }).optional(),
  }),
});
export type InteractiveCatalog = z.infer<typeof InteractiveCatalog>;
