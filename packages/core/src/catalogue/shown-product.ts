import { z } from 'zod';
import type { Language } from '../language/language.ts';
import { shortened } from '../message/split-text.ts';
import { colourName } from './colour-name.ts';
import { fromMinorUnits } from './minor-units.ts';
import { priceText } from './price-text.ts';
import { isInStock, productDescription, productName, type Product } from './product.ts';
import { cataloguePhrases } from './words/catalogue-phrases.ts';

/** From this stock down, how many are left is said. */
const fewLeft = 3;

/** A product as a flow shows it, in the customer's language. Texts are data, whatever they say. */
export const ShownProduct = z.object({
  sku: z.string(),
  name: z.string(),
  description: z.string().optional(),
  brand: z.string().optional(),
  category: z.string().optional(),
  price: z.object({ amount: z.number(), currency: z.string() }),
  priceText: z.string(),
  available: z.boolean(),
  stock: z.number().int().optional(),
  stockText: z.string(),
  colours: z.string().optional(),
  sizes: z.string().optional(),
  /** Price and stock in one line: "$89.50 · in stock". */
  line: z.string(),
  pageUrl: z.string().optional(),
  imageUrl: z.string().optional(),
  retailerId: z.string().optional(),
});
export type ShownProduct = z.infer<typeof ShownProduct>;

export function showProduct(product: Product, language: Language): ShownProduct {
  const { sku, brand, category, priceMinor, currency, stock, attributes, pageUrl, imageUrl, retailerId } =
    product;
  const price = priceText(priceMinor, currency, language);
  const stockText = stockLine(product, language);
  const description = productDescription(product, language);
  const colourNames = attributes['colour']?.map((colour) => colourName(colour, language)).join(', ');
  const sizes = attributes['size']?.join(', ');
  return {
    sku,
    name: plain(productName(product, language), 200),
    ...(description === undefined ? {} : { description: plain(description, 500) }),
    ...(brand === undefined ? {} : { brand }),
    ...(category === undefined ? {} : { category }),
    price: { amount: fromMinorUnits(priceMinor, currency), currency },
    priceText: price,
    available: isInStock(product),
    ...(stock === undefined ? {} : { stock }),
    stockText,
    ...(colourNames === undefined ? {} : { colours: colourNames }),
    ...(sizes === undefined ? {} : { sizes }),
    line: `${price} · ${stockText}`,
    ...(pageUrl === undefined ? {} : { pageUrl }),
    ...(imageUrl === undefined ? {} : { imageUrl }),
    ...(retailerId === undefined ? {} : { retailerId }),
  };
}

function stockLine(product: Product, language: Language): string {
  const { inStock, left, soldOut } = cataloguePhrases[language];
  if (!isInStock(product)) return soldOut;
  const { stock } = product;
  return stock === undefined || stock > fewLeft ? inStock : left.replace('#', String(stock));
}

/** One line: what stands in a table may not look like a message of its own. */
function plain(text: string, most: number): string {
  return shortened(text.replace(/\s+/gu, ' ').trim(), most);
}
