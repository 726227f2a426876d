import { noCriteria, type CatalogueSearch, type Criteria, type Than } from './criteria.ts';
import type { CatalogueIndex, IndexedProduct } from './index-catalogue.ts';
import type { ShoppingRequest } from './read-request.ts';
import type { Change } from './words/changes.ts';
import { searchWords, type SearchWord } from './words/terms.ts';

/**
 * What is looked for after one more message. Another kind of product starts anew; anything else changes
 * or narrows what was looked for before.
 */
export function changeCriteria(
  former: CatalogueSearch | undefined,
  request: ShoppingRequest,
  index: CatalogueIndex,
): Criteria {
  const anew = former === undefined || namesAnotherKind(former.criteria, request.words);
  const shown = anew ? [] : index.products.filter(({ product }) => former.shown.includes(product.sku));
  const before = anew ? noCriteria : former.criteria;
  const said: Criteria = {
    ...before,
    text: joined(before.text, request.words),
    spelt: { ...before.spelt, ...request.spelt },
    ...(request.budget === undefined ? {} : { budget: request.budget, than: undefined }),
    ...(request.colours.length === 0 ? {} : { colours: [...request.colours], notColours: [] }),
    ...(request.notColours.length === 0 ? {} : { notColours: [...request.notColours] }),
    ...(request.size === undefined ? {} : { size: request.size }),
    ...(request.brands.length === 0 ? {} : { brands: [...request.brands], notBrands: [] }),
    attributes: { ...before.attributes, ...request.attributes },
  };
  return request.changes.reduce((criteria, change) => changed(criteria, change, shown, request), said);
}

function changed(
  criteria: Criteria,
  change: Change,
  shown: readonly IndexedProduct[],
  { budget, colours, brands }: ShoppingRequest,
): Criteria {
  switch (change) {
    case 'cheaper':
    case 'dearer': {
      const than = budget === undefined ? priceThan(change, shown) : undefined;
      if (than !== undefined) return { ...criteria, than };
      return change === 'cheaper' ? { ...criteria, cheapestFirst: true } : criteria;
    }
    case 'cheapest':
      return { ...criteria, than: undefined, first: undefined, cheapestFirst: true };
    case 'dearest':
    case 'lightest':
    case 'heaviest':
    case 'biggest':
    case 'smallest':
      return { ...criteria, than: undefined, cheapestFirst: false, first: change };
    case 'bigger':
    case 'smaller':
    case 'lighter':
    case 'heavier': {
      const than = measureThan(change, shown);
      return than === undefined ? criteria : { ...criteria, than };
    }
    case 'other-brand':
      return brands.length > 0
        ? criteria
        : {
            ...criteria,
            brands: [],
            notBrands: [
              ...new Set([...criteria.notBrands, ...shown.flatMap(({ product }) => product.brand ?? [])]),
            ],
          };
    case 'other-colour':
      return colours.length > 0
        ? criteria
        : {
            ...criteria,
            colours: [],
            notColours: criteria.colours,
            hidden: criteria.colours.length > 0 ? criteria.hidden : hiding(criteria, shown),
          };
    case 'others':
      return { ...criteria, hidden: hiding(criteria, shown) };
    case 'any-price':
      return { ...criteria, budget: undefined, than: undefined };
    case 'any-colour':
      return { ...criteria, colours: [], notColours: [] };
    case 'in-stock':
      return { ...criteria, inStock: true };
  }
}

/** Cheaper than the cheapest that was shown, dearer than the dearest. */
function priceThan(kind: 'cheaper' | 'dearer', shown: readonly IndexedProduct[]): Than | undefined {
  const [first] = shown;
  if (first === undefined) return undefined;
  const prices = shown.map(({ product }) => product.priceMinor);
  const limit = kind === 'cheaper' ? Math.min(...prices) : Math.max(...prices);
  return { kind, limit, currency: first.product.currency };
}

function measureThan(
  kind: 'bigger' | 'smaller' | 'lighter' | 'heavier',
  shown: readonly IndexedProduct[],
): Than | undefined {
  const measured = shown.flatMap((each) => measureFor(each, kind) ?? []);
  if (measured.length === 0) return undefined;
  const most = kind === 'bigger' || kind === 'heavier';
  return { kind, limit: most ? Math.max(...measured) : Math.min(...measured) };
}

export function measureFor({ product, measure }: IndexedProduct, kind: Than['kind']): number | undefined {
  return kind === 'lighter' || kind === 'heavier' ? product.weightGrams : measure;
}

function hiding({ hidden }: Criteria, shown: readonly IndexedProduct[]): string[] {
  return [...new Set([...hidden, ...shown.map(({ product }) => product.sku)])];
}

function namesAnotherKind({ text }: Criteria, words: readonly SearchWord[]): boolean {
  const before = new Set(searchWords(text).flatMap(({ noun, terms }) => (noun ? terms : [])));
  const nouns = words.filter(({ noun }) => noun);
  return (
    before.size > 0 && nouns.length > 0 && nouns.every(({ terms }) => !terms.some((term) => before.has(term)))
  );
}

function joined(before: string, words: readonly SearchWord[]): string {
  const known = new Set(before.split(' '));
  const added = words.map(({ written }) => written).filter((word) => !known.has(word));
  return [before, ...new Set(added)].filter((part) => part !== '').join(' ');
}
