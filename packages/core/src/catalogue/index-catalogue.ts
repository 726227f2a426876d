import { readColours } from './words/colour-in.ts';
import type { Colour } from './words/colours.ts';
import { foldedText } from './words/fold-words.ts';
import { indexTerms } from './words/terms.ts';
import type { Product } from './product.ts';

/** How much a word counts by where a product has it. What only a description says does not make it a kind of product. */
const weights = { name: 3, keyword: 3, category: 2.5, brand: 2, attribute: 1.5, description: 1 } as const;

/** From this weight on a word says what a product is. */
export const tellingWeight = 2;

/** A product as it is searched. */
export type IndexedProduct = {
  readonly product: Product;
  readonly terms: ReadonlyMap<string, number>;
  readonly colours: ReadonlySet<Colour>;
  /** What it measures, for "bigger": the first number of its capacity, screen and the like. */
  readonly measure: number | undefined;
};

/** A catalogue prepared for searching; prices and stock are those of the moment it was made. */
export type CatalogueIndex = {
  readonly products: readonly IndexedProduct[];
  /** How telling each term is: the rarer, the more. */
  readonly idf: ReadonlyMap<string, number>;
  readonly brands: ReadonlyMap<string, string>;
  /** Values of attributes other than colour and size, folded. */
  readonly values: readonly { readonly attribute: string; readonly value: string; readonly folded: string }[];
  readonly sizes: ReadonlyMap<string, string>;
};

/**
 * Prepares a catalogue, once for each time that its texts change: a catalogue of the very texts of the last ones
 * only gets the prices and the stock that it has now.
 */
export function indexCatalogue(catalogue: readonly Product[]): CatalogueIndex {
  const made = lately.find(({ of }) => saysTheSame(of, catalogue)) ?? {
    of: catalogue,
    index: build(catalogue),
  };
  lately = [made, ...lately.filter((each) => each !== made)].slice(0, mostKept);
  if (made.of === catalogue) return made.index;
  const products = made.index.products.flatMap((entry, place) => {
    const product = catalogue[place];
    return product === undefined ? [] : [{ ...entry, product }];
  });
  return { ...made.index, products };
}

/** The catalogues that were searched last, the newest first. */
let lately: readonly { readonly of: readonly Product[]; readonly index: CatalogueIndex }[] = [];
/** One that is published, and the one before it, of which a turn may still run. */
const mostKept = 2;

/** Whether two catalogues hold the very same texts, in the same order: what is read again from a table has its own. */
function saysTheSame(one: readonly Product[], other: readonly Product[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((product, place) => {
        const now = other[place];
        return now !== undefined && texts.every((field) => product[field] === now[field]);
      }))
  );
}

/** What a product is searched by, and what it is called by. */
const texts = ['sku', 'names', 'descriptions', 'keywords', 'category', 'brand', 'attributes'] as const;

function build(catalogue: readonly Product[]): CatalogueIndex {
  const products = catalogue.map(indexProduct);
  const counts = new Map<string, number>();
  for (const { terms } of products)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const idf = new Map(
    [...counts].map(([term, count]) => [
      term,
      Math.log(1 + (products.length - count + 0.5) / (count + 0.5)) + 0.1,
    ]),
  );
  const brands = catalogue.flatMap(({ brand }) => (brand === undefined ? [] : [brand]));
  return {
    products,
    idf,
    brands: new Map(brands.map((brand) => [foldedText(brand), brand])),
    values: valuesOf(catalogue),
    sizes: new Map(
      catalogue.flatMap(({ attributes }) =>
        (attributes['size'] ?? []).map((size): [string, string] => [foldedText(size), size]),
      ),
    ),
  };
}

/** What a product can be found by; price and stock have no part in it. */
type SearchedAs = Omit<IndexedProduct, 'product'>;

/** Reading texts takes half a millisecond a product, and they seldom change: the last ones are kept, by what they say. */
const read = new Map<string, SearchedAs>();
const mostRead = 20_000;

function indexProduct(product: Product): IndexedProduct {
  const { names, descriptions, keywords, category, brand, attributes } = product;
  const key = JSON.stringify([names, descriptions, keywords, category, brand, attributes]);
  const known = read.get(key) ?? searchedAs(product);
  if (!read.has(key)) {
    if (read.size >= mostRead) read.clear();
    read.set(key, known);
  }
  return { product, ...known };
}

function searchedAs(product: Product): SearchedAs {
  const terms = new Map<string, number>();
  const add = (texts: readonly string[], weight: number): void => {
    for (const term of texts.flatMap((text) => indexTerms(text)))
      terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  };
  const names = Object.values(product.names);
  add(names, weights.name);
  add(Object.values(product.keywords).flat(), weights.keyword);
  add(product.category === undefined ? [] : [product.category], weights.category);
  add(product.brand === undefined ? [] : [product.brand], weights.brand);
  add(Object.values(product.attributes).flat(), weights.attribute);
  add(Object.values(product.descriptions), weights.description);
  const named = product.attributes['colour'] ?? names;
  return {
    terms,
    colours: new Set(named.flatMap((text) => readColours(text).colours)),
    measure: measureOf(product),
  };
}

/** Attributes that make one product bigger than another, the most telling first. */
const measures = ['capacity', 'volume', 'screen', 'length', 'width', 'people', 'dimensions', 'size'] as const;

function measureOf({ attributes }: Product): number | undefined {
  for (const attribute of measures) {
    const [only, ...more] = attributes[attribute] ?? [];
    const number = /\d+(?:[.,]\d+)?/u.exec(only ?? '')?.[0];
    if (number !== undefined && more.length === 0) return Number(number.replace(',', '.'));
  }
  return undefined;
}

function valuesOf(catalogue: readonly Product[]): CatalogueIndex['values'] {
  const found = new Map<string, CatalogueIndex['values'][number]>();
  for (const { attributes } of catalogue)
    for (const [attribute, values] of Object.entries(attributes)) {
      if (attribute === 'colour' || attribute === 'size') continue;
      for (const value of values)
        found.set(`${attribute}=${value}`, { attribute, value, folded: foldedText(value) });
    }
  return [...found.values()];
}
