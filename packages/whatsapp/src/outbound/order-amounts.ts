import { z } from 'zod';
import { Named, boundedText } from './bounded-text.ts';

/** Money in hundredths: `value` 1299 is 12.99. */
export const Amount = z.strictObject({ value: z.int().min(0), offset: z.literal(100) });

const ExplainedAmount = Amount.extend({ description: boundedText(60).optional() });
const ImporterAddress = z.strictObject({
  address_line1: boundedText(100),
  address_line2: boundedText(100).optional(),
  city: boundedText(120),
  zone_code: z.string().regex(/^[A-Z]{2}$/),
  postal_code: z.string().regex(/^[0-9]{6}$/),
  country_code: z.literal('IN'),
});
const Item = z.strictObject({
  retailer_id: Named.optional(),
  name: boundedText(60),
  amount: Amount,
  /** The price after a discount on this item; what counts if it is there. */
  sale_amount: Amount.optional(),
  quantity: z.int().min(1),
  country_of_origin: boundedText(100).optional(),
  importer_name: boundedText(200).optional(),
  importer_address: ImporterAddress.optional(),
});

/**
 * What is bought. `expiration.timestamp`: seconds since 1970, after which it cannot be paid.
 * Source: Cloud API docs, "Payments API", order object, read 2026-11-21.
 */
export const Order = z
  .strictObject({
    status: z.literal('pending'),
    catalog_id: Named.optional(),
    expiration: z
      .strictObject({ timestamp: z.string().regex(/^[0-9]{10}$/), description: boundedText(120).optional() })
      .optional(),
    items: z.array(Item).min(1),
    subtotal: Amount,
    tax: ExplainedAmount,
    shipping: ExplainedAmount.optional(),
    discount: ExplainedAmount.extend({ discount_program_name: boundedText(60).optional() }).optional(),
  })
  .refine(
    ({ items, subtotal }) =>
      subtotal.value ===
      items.reduce(
        (sum, { amount, sale_amount, quantity }) => sum + (sale_amount ?? amount).value * quantity,
        0,
      ),
    'subtotal is not the sum of the items',
  );
export type Order = z.infer<typeof Order>;

/** What is to be paid for an order, in hundredths. */
export function orderTotal({ subtotal, tax, shipping, discount }: Order): number {
  return subtotal.value + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0);
}
