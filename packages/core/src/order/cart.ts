import { z } from 'zod';
import { fromMinorUnits } from '../catalogue/minor-units.ts';
import { productName, type Product } from '../catalogue/product.ts';
import { shippedLanguage } from '../language/language.ts';
import { merged, mostOfOne, type WantedLine } from './wanted-line.ts';
import { Variant, variantText } from './variant.ts';

/** How what is ordered reaches the customer. `fee` and `minimum`: amounts of the business's currency. */
export const Fulfilment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pick-up'), address: z.string() }),
  z.object({
    kind: z.literal('delivery'),
    address: z.string(),
    latitude: z.number().optional(),
    longitude: z.number().optional(),
    zone: z.string(),
    fee: z.number(),
    minimum: z.number(),
  }),
]);
export type Fulfilment = z.infer<typeof Fulfilment>;

/**
 * A basket as it is shown, at the catalogue's prices of now. Amounts are in the business's currency.
 * `lines.id`: of the product in its size and colour, which its name says too. `id`: of the basket; what is confirmed is this one and no other. `missing`: how much the goods lack to
 * what the zone asks for.
 */
export const Cart = z.object({
  id: z.string(),
  lines: z.array(
    z.object({
      id: z.string(),
      sku: z.string(),
      name: z.string(),
      ...Variant.shape,
      quantity: z.number(),
      price: z.number(),
      amount: z.number(),
    }),
  ),
  subtotal: z.number(),
  fee: z.number().optional(),
  total: z.number(),
  fulfilment: z.enum(['pick-up', 'delivery']).optional(),
  address: z.string().optional(),
  zone: z.string().optional(),
  minimum: z.number().optional(),
  missing: z.number().optional(),
});
export type Cart = z.infer<typeof Cart>;

/** What a cart holds of a product that there is not enough of. `left`: how many there are. */
export const Shortage = z.object({ sku: z.string(), name: z.string(), left: z.number() });
export type Shortage = z.infer<typeof Shortage>;

/** A basket at today's prices; what the catalogue no longer has is not in it. `language`: of the names. */
export function priceCart(
  basket: {
    readonly id: string;
    readonly lines: readonly WantedLine[];
    readonly fulfilment?: Fulfilment | undefined;
  },
  products: readonly Product[],
  language: string,
): Cart {
  const known = basket.lines.flatMap(({ sku, quantity, size, colour }) => {
    const product = products.find((each) => each.sku === sku);
    const variant = { ...(size === undefined ? {} : { size }), ...(colour === undefined ? {} : { colour }) };
    return product === undefined ? [] : [{ product, quantity, variant }];
  });
  const [first] = known;
  const currency = first?.product.currency ?? 'USD';
  const inCurrency = (minor: number): number => fromMinorUnits(minor, currency);
  const goods = known.reduce((sum, { product, quantity }) => sum + product.priceMinor * quantity, 0);
  const subtotal = inCurrency(goods);
  const { fulfilment } = basket;
  const shown = {
    id: basket.id,
    lines: known.map(({ product, quantity, variant }) => ({
      id: lineId({ sku: product.sku, ...variant }),
      sku: product.sku,
      name: lineName(product, variant, language),
      ...variant,
      quantity,
      price: inCurrency(product.priceMinor),
      amount: inCurrency(product.priceMinor * quantity),
    })),
    subtotal,
  };
  if (fulfilment === undefined) return { ...shown, total: subtotal };
  if (fulfilment.kind === 'pick-up')
    return { ...shown, total: subtotal, fulfilment: 'pick-up', address: fulfilment.address };
  const { address, zone, fee, minimum } = fulfilment;
  return {
    ...shown,
    fee,
    total: rounded(subtotal + fee),
    fulfilment: 'delivery',
    address,
    zone,
    minimum,
    ...(subtotal < minimum ? { missing: rounded(minimum - subtotal) } : {}),
  };
}

/** What a line of a basket goes by: the product and what was chosen of it. */
export function lineId({ sku, size, colour }: { readonly sku: string } & Variant): string {
  return [sku, size, colour].filter((part) => part !== undefined).join(' / ');
}

/** "Merino hiking socks, grey, M". */
export function lineName(product: Product, variant: Variant, language: string): string {
  const chosen = variantText(variant, shippedLanguage(language) ?? 'en');
  const name = productName(product, language);
  return chosen === '' ? name : `${name}, ${chosen}`;
}

/** What a basket holds more of than there is, or may be ordered at once, whatever sizes and colours it is in. */
export function shortagesOf(
  lines: readonly WantedLine[],
  products: readonly Product[],
  language: string,
): readonly Shortage[] {
  return bySku(lines).flatMap(({ sku, quantity }) => {
    const product = products.find((each) => each.sku === sku);
    const left = product === undefined ? 0 : Math.min(mostOfOne, product.stock ?? quantity);
    if (left >= quantity) return [];
    return [{ sku, name: product === undefined ? sku : productName(product, language), left }];
  });
}

/** How many of each product, in all its sizes and colours together. */
export function bySku(lines: readonly WantedLine[]): readonly { sku: string; quantity: number }[] {
  return merged(lines.map(({ sku, quantity }) => ({ sku, quantity })));
}

/** Sums of amounts with three digits behind the point at most, without what binary fractions add. */
function rounded(amount: number): number {
  return Math.round(amount * 1_000) / 1_000;
}
