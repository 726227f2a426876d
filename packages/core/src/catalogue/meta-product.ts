import { z } from 'zod';
import { toMinorUnits } from './minor-units.ts';

/** A product as the business's catalogue at Meta has it. What could not be read is left out. */
export const MetaProduct = z.object({
  retailerId: z.string().min(1),
  name: z.string().optional(),
  priceMinor: z.number().int().nonnegative().optional(),
  currency: z.string().optional(),
  available: z.boolean().optional(),
  imageUrl: z.string().optional(),
});
export type MetaProduct = z.infer<typeof MetaProduct>;

/** What of Meta's words for availability means that it can be bought. Source: product data specifications. */
const buyable = ['in stock', 'available for order', 'preorder'];

/** Whether Meta says that it can be bought; undefined for a word that is not known. */
export function isBuyable(availability: string): boolean | undefined {
  const word = availability.toLowerCase().replaceAll('_', ' ');
  if (buyable.includes(word)) return true;
  return ['out of stock', 'discontinued', 'mark as sold', 'pending'].includes(word) ? false : undefined;
}

/**
 * "$1,299.00" or "1.299,00 €" in minor units of its currency. Meta writes prices as people of some country do: the
 * last sign between digits is the decimal one when as many digits follow as the currency has, or fewer than three.
 */
export function readWrittenPrice(written: string, currency: string): number | undefined {
  const number = /\d[\d.,'\s\u00A0\u202F]*/.exec(written)?.[0].replaceAll(/[\s\u00A0\u202F']+/g, '') ?? '';
  const digits = number.replaceAll(/[.,]/g, '');
  if (digits === '') return undefined;
  const decimals = /[.,](\d+)$/.exec(number)?.[1];
  const signs = number.replaceAll(/\d/g, '');
  const isDecimal =
    decimals !== undefined &&
    (decimals.length !== 3 || new Set(signs).size === 2 || toMinorUnits(0.001, currency) !== undefined) &&
    !(signs.length > 1 && new Set(signs).size === 1);
  const amount = isDecimal ? Number(digits) / 10 ** decimals.length : Number(digits);
  return toMinorUnits(amount, currency);
}
