import { z } from 'zod';
import { Named, boundedText } from './bounded-text.ts';

const Section = z.strictObject({
  title: boundedText(24).optional(),
  product_items: z.array(z.strictObject({ product_retailer_id: Named })).min(1),
});

/**
 * Products of the catalog in up to ten groups, thirty in all.
 * Source: Cloud API docs, "Share products", read 2026-11-21.
 */
export const ProductSections = z
  .array(Section)
  .min(1)
  .max(10)
  .refine(
    (all) => all.flatMap(({ product_items }) => product_items).length <= 30,
    'more than 30 products in all sections together',
  )
  .refine(
    (all) => all.length === 1 || all.every(({ title }) => title !== undefined),
    'every section needs a title when there are several',
  );
