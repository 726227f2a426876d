import { measureFor } from './change-criteria.ts';
import type { Criteria, Than } from './criteria.ts';
import type { CatalogueIndex, IndexedProduct } from './index-catalogue.ts';
import { isInStock, type Product } from './product.ts';
import { rankProducts, type Ranked } from './rank-products.ts';

/** What had to be given up so that something is found. `shown-all`: there is nothing else of the kind. */
export type Missed =
  | 'budget'
  | Than['kind']
  | 'colour'
  | 'size'
  | 'feature'
  | 'brand'
  | 'stock'
  | 'shown-all'
  | 'several';

/** What a search found. `total`: how many fit, shown or not. */
export type Found =
  | { readonly kind: 'products'; readonly products: readonly Product[]; readonly total: number }
  /** Nothing fits; these come nearest. */
  | { readonly kind: 'near'; readonly products: readonly Product[]; readonly missed: Missed }
  | { readonly kind: 'nothing' }
  /** Nothing is priced in the currency of the budget. */
  | { readonly kind: 'other-currency'; readonly currency: string };

type Filter = {
  readonly name: Exclude<Missed, 'several' | 'shown-all'> | 'shown-all';
  passes(entry: IndexedProduct): boolean;
};

/**
 * Finds what fits: the words decide what it may be, everything else is a condition. In stock comes first,
 * then what fits best, then what is cheaper where that was asked for. When nothing meets all conditions,
 * the first single one whose dropping helps is named; a budget is then missed by as little as can be.
 */
export function searchCatalogue(index: CatalogueIndex, criteria: Criteria, most: number): Found {
  const { budget } = criteria;
  const currencies = new Set(index.products.map(({ product }) => product.currency));
  if (budget !== undefined && currencies.size > 0 && !currencies.has(budget.currency))
    return { kind: 'other-currency', currency: [...currencies][0] ?? budget.currency };
  const ranked = rankProducts(index, criteria.text);
  if (ranked.length === 0) return { kind: 'nothing' };
  const filters = filtersOf(criteria);
  const fits = ordered(
    ranked.filter(({ entry }) => filters.every(({ passes }) => passes(entry))),
    criteria,
  );
  if (fits.some(isInStock)) return { kind: 'products', products: fits.slice(0, most), total: fits.length };
  if (fits.length > 0) return { kind: 'near', products: fits.slice(0, most), missed: 'stock' };
  for (const dropped of filters) {
    const near = ranked.filter(({ entry }) =>
      filters.every((filter) => filter === dropped || filter.passes(entry)),
    );
    if (near.length > 0)
      return {
        kind: 'near',
        products: nearest(near, criteria, dropped.name).slice(0, most),
        missed: dropped.name,
      };
  }
  return { kind: 'near', products: ordered(ranked, criteria).slice(0, most), missed: 'several' };
}

/** The conditions, in the order in which they are given up. */
function filtersOf(criteria: Criteria): readonly Filter[] {
  const { budget, than, colours, notColours, size, attributes, brands, notBrands, inStock, hidden } =
    criteria;
  const filters: Filter[] = [];
  const add = (name: Filter['name'], passes: Filter['passes']): void => void filters.push({ name, passes });
  if (budget !== undefined)
    add('budget', ({ product }) => {
      const { from = 0, to = Infinity, currency } = budget;
      return product.currency === currency && product.priceMinor >= from && product.priceMinor <= to;
    });
  if (than !== undefined) add(than.kind, (entry) => exceeds(entry, than));
  if (hidden.length > 0) add('shown-all', ({ product }) => !hidden.includes(product.sku));
  if (inStock) add('stock', ({ product }) => isInStock(product));
  if (notBrands.length > 0) add('brand', ({ product }) => !notBrands.includes(product.brand ?? ''));
  if (brands.length > 0) add('brand', ({ product }) => brands.includes(product.brand ?? ''));
  if (size !== undefined) add('size', ({ product }) => (product.attributes['size'] ?? []).includes(size));
  if (colours.length > 0) add('colour', (entry) => colours.some((colour) => entry.colours.has(colour)));
  if (notColours.length > 0)
    add('colour', (entry) => [...entry.colours].some((colour) => !notColours.includes(colour)));
  for (const [attribute, value] of Object.entries(attributes))
    add('feature', ({ product }) => (product.attributes[attribute] ?? []).includes(value));
  return filters;
}

function exceeds(entry: IndexedProduct, { kind, limit, currency }: Than): boolean {
  const { product } = entry;
  switch (kind) {
    case 'cheaper':
      return product.currency === currency && product.priceMinor < limit;
    case 'dearer':
      return product.currency === currency && product.priceMinor > limit;
    case 'bigger':
    case 'heavier':
      return (measureFor(entry, kind) ?? -Infinity) > limit;
    case 'smaller':
    case 'lighter':
      return (measureFor(entry, kind) ?? Infinity) < limit;
  }
}

function ordered(ranked: readonly Ranked[], { cheapestFirst, first }: Criteria): readonly Product[] {
  return ranked
    .toSorted(
      (a, b) =>
        Number(isInStock(b.entry.product)) - Number(isInStock(a.entry.product)) ||
        (cheapestFirst ? a.entry.product.priceMinor - b.entry.product.priceMinor : 0) ||
        (first === undefined ? 0 : rankOf(a.entry, first) - rankOf(b.entry, first)) ||
        b.score - a.score,
    )
    .map(({ entry }) => entry.product);
}

/** The lower, the earlier; what has no such measure comes last. */
function rankOf(entry: IndexedProduct, first: NonNullable<Criteria['first']>): number {
  const { priceMinor, weightGrams } = entry.product;
  switch (first) {
    case 'dearest':
      return -priceMinor;
    case 'lightest':
      return weightGrams ?? Number.MAX_VALUE;
    case 'heaviest':
      return weightGrams === undefined ? Number.MAX_VALUE : -weightGrams;
    case 'smallest':
      return entry.measure ?? Number.MAX_VALUE;
    case 'biggest':
      return entry.measure === undefined ? Number.MAX_VALUE : -entry.measure;
  }
}

/** What missed a price comes in the order of the price, the nearest first. */
function nearest(near: readonly Ranked[], criteria: Criteria, missed: Missed): readonly Product[] {
  const products = ordered(near, criteria);
  const { budget, than } = criteria;
  const price = missed === 'budget' ? budget : undefined;
  const wanted =
    price?.to ?? price?.from ?? (missed === 'cheaper' || missed === 'dearer' ? than?.limit : undefined);
  if (wanted === undefined) return products;
  const distance = ({ priceMinor, currency }: Product): number =>
    price !== undefined && currency !== price.currency ? Infinity : Math.abs(priceMinor - wanted);
  return products.toSorted(
    (a, b) => Number(isInStock(b)) - Number(isInStock(a)) || distance(a) - distance(b),
  );
}
