import { priceText } from './price-text.ts';
import { isInStock, productName, type Product } from './product.ts';
import type { MetaProduct } from './meta-product.ts';

export const driftKinds = [
  'missing-at-meta',
  'missing-here',
  'name',
  'price',
  'currency',
  'availability',
  'image',
] as const;

/** One thing in which the business's catalogue and the one at Meta differ; `here` and `there`: what each says. */
export type CatalogueDrift = {
  readonly retailerId: string;
  readonly sku?: string;
  readonly kind: (typeof driftKinds)[number];
  readonly here: string;
  readonly there: string;
};

/**
 * Where the two differ, by the business's order. Products without an id at Meta are not meant to be there. A name is
 * the same when it is in any language; what Meta does not say is not compared.
 */
export function catalogueDrift(
  ours: readonly Product[],
  atMeta: readonly MetaProduct[],
): readonly CatalogueDrift[] {
  const theirs = new Map(atMeta.map((product) => [product.retailerId, product]));
  const listed = new Set(ours.flatMap(({ retailerId }) => (retailerId === undefined ? [] : [retailerId])));
  const here = ours.flatMap((product) => {
    const { retailerId, sku } = product;
    if (retailerId === undefined) return [];
    const there = theirs.get(retailerId);
    const name = productName(product, 'en');
    return there === undefined
      ? [{ retailerId, sku, kind: 'missing-at-meta' as const, here: name, there: '' }]
      : differences(product, there).map((each) => ({ retailerId, sku, ...each }));
  });
  const there = atMeta
    .filter(({ retailerId }) => !listed.has(retailerId))
    .map(({ retailerId, name = '' }) => ({
      retailerId,
      kind: 'missing-here' as const,
      here: '',
      there: name,
    }));
  return [...here, ...there];
}

type Difference = Pick<CatalogueDrift, 'kind' | 'here' | 'there'>;

function differences(product: Product, there: MetaProduct): readonly Difference[] {
  const found: Difference[] = [];
  const names = Object.values(product.names).map((name) => name.trim());
  if (there.name !== undefined && !names.includes(there.name.trim()))
    found.push({ kind: 'name', here: productName(product, 'en'), there: there.name });
  if (there.currency !== undefined && there.currency !== product.currency)
    found.push({ kind: 'currency', here: product.currency, there: there.currency });
  else if (there.priceMinor !== undefined && there.priceMinor !== product.priceMinor)
    found.push({
      kind: 'price',
      here: priceText(product.priceMinor, product.currency, 'en'),
      there: priceText(there.priceMinor, product.currency, 'en'),
    });
  const available = isInStock(product);
  if (there.available !== undefined && there.available !== available)
    found.push({ kind: 'availability', here: stocked(available), there: stocked(there.available) });
  if (there.imageUrl !== undefined && product.imageUrl !== undefined && there.imageUrl !== product.imageUrl)
    found.push({ kind: 'image', here: product.imageUrl, there: there.imageUrl });
  return found;
}

function stocked(available: boolean): string {
  return available ? 'in stock' : 'out of stock';
}
