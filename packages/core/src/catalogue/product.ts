import { z } from 'zod';

const byLanguage = z.record(z.string().min(2), z.string().min(1));
const webAddress = z.url({ protocol: /^https?$/ });

/**
 * Something the business sells, as its catalogue has it. Languages are BCP 47 tags. What is told to a
 * customer about price and stock comes from here, never from a message.
 */
export const Product = z.object({
  sku: z.string().min(1),
  names: byLanguage,
  descriptions: byLanguage.default({}),
  /** Other words customers have for it, for the search only. */
  keywords: z.record(z.string().min(2), z.array(z.string().min(1))).default({}),
  category: z.string().min(1).optional(),
  brand: z.string().min(1).optional(),
  /** What it may be chosen by, such as `colour`, `size` or `material`: the values it is sold in. */
  attributes: z.record(z.string().min(1), z.array(z.string().min(1))).default({}),
  weightGrams: z.number().int().positive().optional(),
  /** In minor units of `currency`: cents of a dollar, whole yen. */
  priceMinor: z.number().int().nonnegative(),
  /** ISO 4217. */
  currency: z.string().length(3),
  /** In pieces; left out where nobody counts. */
  stock: z.number().int().nonnegative().optional(),
  imageUrl: webAddress.optional(),
  /** Where a customer reads about it and buys it. */
  pageUrl: webAddress.optional(),
  /** Its id in the business's catalogue at Meta, for product messages and incoming orders. */
  retailerId: z.string().min(1).max(100).optional(),
});
export type Product = z.infer<typeof Product>;

/** Its name in a language, or else in the first it has one in. */
export function productName(product: Pick<Product, 'names' | 'sku'>, language: string): string {
  return inLanguage(product.names, language) ?? product.sku;
}

/** Its description in a language, or else in the first it has one in. */
export function productDescription(
  product: Pick<Product, 'descriptions'>,
  language: string,
): string | undefined {
  return inLanguage(product.descriptions, language);
}

/** Nothing is out of stock that nobody counts. */
export function isInStock({ stock }: Pick<Product, 'stock'>): boolean {
  return stock === undefined || stock > 0;
}

function inLanguage(texts: Readonly<Record<string, string>>, language: string): string | undefined {
  const [base = ''] = language.split('-');
  const tags = Object.keys(texts);
  const tag =
    tags.find((each) => each === language) ??
    tags.find((each) => each === base) ??
    tags.find((each) => each.startsWith(`${base}-`)) ??
    tags[0];
  return tag === undefined ? undefined : texts[tag];
}
