import { shippedLanguage, type Language } from '../language/language.ts';
import type { FindProductsInput, FindProductsOutput } from './catalogue-tools.ts';
import { changeCriteria } from './change-criteria.ts';
import { CatalogueSearch, noCriteria, type Criteria } from './criteria.ts';
import { describeCriteria } from './describe-criteria.ts';
import type { CatalogueIndex } from './index-catalogue.ts';
import { priceText } from './price-text.ts';
import { propertyAsked, propertyTold } from './product-question.ts';
import type { Product } from './product.ts';
import { knownText } from './rank-products.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { plainWords } from '../slot/plain-words.ts';
import { asksToBuy } from './words/buys.ts';
import { asksToCompare } from './words/compares.ts';
import { readRequest, saysNothing, type ShoppingRequest } from './read-request.ts';
import { searchCatalogue, type Missed } from './search-catalogue.ts';
import { showProduct } from './shown-product.ts';

/**
 * Carries a search on by one message: reads it, finds what fits, and says what was understood. Pure: the
 * same catalogue and input find the same. `currency`: the business's, of amounts that name none. `atMeta`: the ids of
 * products that Meta's catalogue has; only these can be sent as product messages.
 */
export function findProducts(
  index: CatalogueIndex,
  input: FindProductsInput,
  { currency, atMeta }: { readonly currency: string; readonly atMeta: ReadonlySet<string> },
): FindProductsOutput {
  const language = shippedLanguage(input.language) ?? 'en';
  const former = readFormer(input.former);
  const request = readInput(index, input, former, language, currency);
  const asked = askedOf(index, input, former, language);
  if (asked !== undefined) return asked;
  const about = aboutProduct(index, input.about, request);
  if (about !== undefined)
    return { kind: 'about', product: showProduct(about, language), search: kept(former) };
  const shown = shownBefore(index, former);
  const bought = boughtOf(input, shown, request);
  if (bought !== undefined)
    return { kind: 'about', product: showProduct(bought, language), search: kept(former) };
  if (asksToCompare(input.said) && shown.length > 1)
    return {
      kind: 'compared',
      products: besideEachOther(input.said, shown).map((each) => showProduct(each, language)),
      search: kept(former),
    };
  // How to buy one of several: which one, they have to say.
  if (saysNothing(request) || (shown.length > 1 && asksToBuy(input.said)))
    return {
      kind: 'unclear',
      products: shown.map((each) => showProduct(each, language)),
      search: kept(former),
    };
  // "Cheaper" is meant of the one they chose, if they chose one.
  const compared =
    former === undefined || input.about === undefined ? former : { ...former, shown: [input.about] };
  const criteria = changeCriteria(compared, request, index);
  // Words that nothing here has were not understood; where nothing is found, they are what was looked for.
  const text = knownText(index, criteria.text);
  const understood = describeCriteria(text === '' ? criteria : { ...criteria, text }, language);
  const found = searchCatalogue(index, criteria, input.most);
  switch (found.kind) {
    case 'products':
    case 'near': {
      const products = found.products.map((product) => showProduct(product, language));
      const sendable = found.products.every(({ retailerId = '' }) => atMeta.has(retailerId)) ? 'yes' : 'no';
      const kept = found.kind === 'near' ? withoutMissed(criteria, found.missed) : criteria;
      const search = JSON.stringify({ criteria: kept, shown: found.products.map(({ sku }) => sku) });
      return found.kind === 'products'
        ? { kind: 'products', understood, products, sendable, search, total: found.total }
        : { kind: 'near', understood, products, sendable, search, missed: found.missed };
    }
    case 'nothing':
      return { kind: 'nothing', understood, search: kept(former) };
    case 'other-currency':
      return {
        kind: 'other-currency',
        understood,
        asked: budgetAsked(criteria, language),
        currency: found.currency,
        search: JSON.stringify({ criteria: { ...criteria, budget: undefined }, shown: former?.shown ?? [] }),
      };
  }
}

/** What comes in no such size, and what is not cheaper, would be missed again by whatever is asked next. */
function withoutMissed(criteria: Criteria, missed: Missed): Criteria {
  if (missed === 'size') return { ...criteria, size: undefined };
  return criteria.than?.kind === missed ? { ...criteria, than: undefined } : criteria;
}

/** What they take or ask how to buy: the one they chose, or the only one that was shown. */
function boughtOf(
  { said, about }: FindProductsInput,
  shown: readonly Product[],
  { budget, brands, colours, notColours }: ShoppingRequest,
): Product | undefined {
  if (!asksToBuy(said) || budget !== undefined || brands.length + colours.length + notColours.length > 0)
    return undefined;
  return shown.find(({ sku }) => sku === about) ?? (shown.length === 1 ? shown[0] : undefined);
}

/** What the catalogue says to a question about the one product before the customer; nothing of it is guessed. */
function askedOf(
  index: CatalogueIndex,
  { said, about }: FindProductsInput,
  former: CatalogueSearch | undefined,
  language: Language,
): FindProductsOutput | undefined {
  const property = propertyAsked(said);
  const shown = shownBefore(index, former);
  const product =
    index.products.find((entry) => entry.product.sku === about)?.product ??
    (shown.length === 1 ? shown[0] : undefined);
  if (property === undefined || product === undefined) return undefined;
  const answer = propertyTold(product, property, { said, language });
  const told = { product: showProduct(product, language), search: kept(former) };
  return answer === undefined ? { kind: 'untold', ...told } : { kind: 'told', ...told, answer };
}

/** What was shown last, in that order, at the prices of now. */
function shownBefore(index: CatalogueIndex, former: CatalogueSearch | undefined): readonly Product[] {
  return (former?.shown ?? []).flatMap((sku) => {
    const entry = index.products.find(({ product }) => product.sku === sku);
    return entry === undefined ? [] : [entry.product];
  });
}

const firstTwo =
  /(?<= )(?:first (?:two|2)|(?:dos|2) primer[oa]s|primer[oa]s (?:dos|2)|(?:dois|duas|2) primeir[oa]s|primeir[oa]s (?:dois|duas|2)|(?:deux|2) premi(?:er|ère)e?s|(?:dua|2) pertama|पहले (?:दो|2)|pehle (?:do|2)|أول (?:اثنين|2)|اول (?:اثنين|2))(?= )|前两个|前两款|前2个/u;

/** "The first two", "1 and 3": the places that are named; all that was shown where fewer than two are. */
function besideEachOther(said: string, shown: readonly Product[]): readonly Product[] {
  const written = withAsciiDigits(plainWords(said));
  const places = [...written.matchAll(/(?<!\p{N})\d(?!\p{N})/gu)].map(([digit]) => Number(digit) - 1);
  if (places.length > 1) return shown.filter((_each, place) => places.includes(place));
  return firstTwo.test(` ${written} `) ? shown.slice(0, 2) : shown;
}

/** What was said, and what was answered to a question for the budget. */
function readInput(
  index: CatalogueIndex,
  { said, budget }: FindProductsInput,
  former: CatalogueSearch | undefined,
  language: Language,
  currency: string,
): ShoppingRequest {
  const first = readRequest(said, language, index, { currency, budgetAsked: false });
  // "Make it 300", where a budget was given before.
  const again = saysNothing(first) && former?.criteria.budget !== undefined;
  const request = again ? readRequest(said, language, index, { currency, budgetAsked: true }) : first;
  if (budget === undefined) return request;
  const answer = readRequest(budget, language, index, { currency, budgetAsked: true });
  return {
    words: [...request.words, ...answer.words],
    spelt: { ...request.spelt, ...answer.spelt },
    budget: answer.budget ?? request.budget,
    changes: [...request.changes, ...answer.changes],
    colours: [...request.colours, ...answer.colours],
    notColours: [...request.notColours, ...answer.notColours],
    size: answer.size ?? request.size,
    brands: [...request.brands, ...answer.brands],
    attributes: { ...request.attributes, ...answer.attributes },
  };
}

/**
 * The product that was chosen last, when the message asks nothing else than what it is like: its price,
 * its sizes, whether it is in stock, whether it comes in black.
 */
function aboutProduct(
  index: CatalogueIndex,
  sku: string | undefined,
  { words, budget, brands, changes, colours, notColours, size }: ShoppingRequest,
): Product | undefined {
  const entry = index.products.find(({ product }) => product.sku === sku);
  if (entry === undefined || budget !== undefined || brands.length + notColours.length > 0) return undefined;
  if (changes.some((change) => change !== 'in-stock')) return undefined;
  const { product } = entry;
  const has =
    words.every(({ terms }) => terms.some((term) => entry.terms.has(term))) &&
    colours.every((colour) => entry.colours.has(colour)) &&
    (size === undefined || (product.attributes['size'] ?? []).includes(size));
  return has ? product : undefined;
}

function readFormer(written: string | undefined): CatalogueSearch | undefined {
  if (written === undefined || written === '') return undefined;
  try {
    const read = CatalogueSearch.safeParse(JSON.parse(written));
    return read.data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function kept(former: CatalogueSearch | undefined): string {
  return JSON.stringify(former ?? { criteria: noCriteria, shown: [] });
}

function budgetAsked({ budget }: Criteria, language: Language): string {
  const minor = budget?.to ?? budget?.from;
  return budget === undefined || minor === undefined ? '' : priceText(minor, budget.currency, language);
}
