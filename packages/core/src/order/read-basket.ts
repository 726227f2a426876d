import { correctionIn } from '../flow/flow-words.ts';
import { plainWords } from '../slot/plain-words.ts';
import { asksForTotal, basketVerbIn, meansEverything, type BasketVerb } from './basket-words.ts';
import { readRevision } from './read-revision.ts';
import { countIn, readWanted, type Wanted } from './read-wanted.ts';
import { variantNamed } from './variant-named.ts';
import { merged, type WantedLine } from './wanted-line.ts';
import { isInVariant, type Variant } from './variant.ts';
import type { NamedProduct } from './wanted-tokens.ts';
import { joiningWords } from './wanted-words.ts';
import { wantsOfEach, withoutWishes } from './wish-words.ts';

/**
 * What a text does to a basket. `lines`: what it holds then. `wanted`: what was added, or could not be told.
 * `changed`: something was taken out or counted anew; `shown`: it asks what there is and what it comes to.
 */
export type BasketReading = {
  readonly lines: readonly WantedLine[];
  readonly wanted: Wanted;
  readonly changed: boolean;
  readonly shown: boolean;
};

const nothing: Wanted = { lines: [], which: [], unread: [] };

/**
 * Reads a text against a basket: "remove the headphones", "make it three cables", "and another one", "how
 * much is it all together". Without words of that kind it is an order like any other. Things to take out
 * and to count anew are looked for in the basket alone.
 */
export function readBasket(
  said: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): BasketReading {
  const revision = readRevision(said, products, basket, language);
  if (revision !== undefined) return { ...revision, changed: true, shown: false };
  const inside = products.filter(({ sku }) => basket.some((line) => line.sku === sku));
  const { rest, wishes } = withoutWishes(
    said,
    (words) => readWanted(words, inside, language).lines.length > 0,
  );
  const text = wishes.length > 0 && rest.trim() === '' ? '' : rest;
  const reading = instead(text, products, basket, language) ?? readPlain(text, products, basket, language);
  const each = wantsOfEach(text) ? withEach(reading.wanted, text, products, language) : reading.wanted;
  // "The rice without egg", of rice that is in the basket, orders no second one.
  const wanted =
    wishes.length > 0 && countIn(text, products, language) === undefined
      ? { ...each, lines: each.lines.filter(({ sku }) => !inside.some((one) => one.sku === sku)) }
      : each;
  return { ...reading, wanted: { ...wanted, unread: [...wanted.unread, ...wishes] } };
}

/** "Two of each": of all that the words may mean, where that is few. */
function withEach(wanted: Wanted, text: string, products: readonly NamedProduct[], language: string): Wanted {
  const few = wanted.which.filter(({ skus }) => skus.length <= 4);
  const count = countIn(text, products, language) ?? 1;
  const lines = few.flatMap(({ skus, quantity }) =>
    skus.map((sku) => ({ sku, quantity: quantity > 1 ? quantity : count })),
  );
  return {
    ...wanted,
    lines: merged([...wanted.lines, ...lines]),
    which: wanted.which.filter(({ skus }) => skus.length > 4),
  };
}

/**
 * "No, the salted one", "mejor un pay": another thing in the place of one that is in the basket, of the same kind or
 * named beside it. Undefined for anything else.
 */
function instead(
  text: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): BasketReading | undefined {
  const led = correctionIn(text);
  if (basket.length === 0 || (led === undefined && !swaps.test(` ${plainWords(text)} `))) return undefined;
  const outside = products.filter(({ sku }) => !basket.some((line) => line.sku === sku));
  const { lines, which } = readWanted(text, products, language);
  const added = lines.filter(({ sku }) => outside.some((each) => each.sku === sku));
  const [other] = added;
  if (other === undefined || added.length > 1 || which.length > 0) return undefined;
  const named = lines.filter((line) => line !== other);
  const old =
    named.length === 1
      ? basket.findLast(({ sku }) => sku === named[0]?.sku)
      : named.length === 0
        ? basket.findLast(({ sku }) => shareWord(sku, other.sku, products))
        : undefined;
  if (old === undefined) return undefined;
  const counted = countIn(text, products, language);
  const line = { ...other, quantity: counted ?? old.quantity };
  return {
    lines: merged(basket.map((each) => (each === old ? line : each))),
    wanted: nothing,
    changed: true,
    shown: false,
  };
}

/** Of one kind, as far as their names tell: "Sweet lassi" and "Salted lassi". */
function shareWord(one: string, other: string, products: readonly NamedProduct[]): boolean {
  const wordsOf = (sku: string): readonly string[] =>
    (products.find((each) => each.sku === sku)?.names ?? []).flatMap((name) => plainWords(name).split(' '));
  const known = new Set(wordsOf(one));
  return wordsOf(other).some((word) => word.length > 2 && known.has(word));
}

const swaps =
  /(?<= )(?:instead|rather|mejor|en vez|en lugar|em vez|melhor|plutot|plutôt|a la place|à la place|ganti|jadi|galat|badal|uski jagah|की जगह|गलत|बदल\S*|بدل|بدلها)(?= )|改成|换成|改为|换为/u;

function readPlain(
  text: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): BasketReading {
  const order = (): BasketReading => {
    const wanted = readWanted(text, products, language);
    const empty = wanted.lines.length + wanted.which.length + wanted.unread.length === 0;
    const otherwise = empty ? inOtherVariant(text, products, basket, language) : undefined;
    if (otherwise !== undefined) return { lines: otherwise, wanted, changed: true, shown: false };
    return { lines: basket, wanted, changed: false, shown: empty && basket.length > 0 && asksForTotal(text) };
  };
  const clauses = clausesOf(text).map((clause) => corrected(clause, text, basket, products, language));
  if (basket.length === 0 || clauses.every(({ verb }) => verb === undefined)) return order();
  let lines = basket;
  let added = nothing;
  let changed = false;
  for (const clause of clauses) {
    const step = readClause(clause, products, lines, language);
    if (step === undefined) {
      const more = readWanted(clause.rest, products, language);
      added = {
        lines: [...added.lines, ...more.lines],
        which: [...added.which, ...more.which],
        unread: [...added.unread, ...more.unread],
      };
    } else {
      lines = step;
      changed = true;
    }
  }
  const understood = changed || added.lines.length + added.which.length + added.unread.length > 0;
  return understood ? { lines, wanted: added, changed, shown: false } : order();
}

type Clause = { readonly verb: BasketVerb | undefined; readonly rest: string };

/** "Eh, three rice", "no, two cups": of what is in the basket a correction counts anew. */
function corrected(
  clause: Clause,
  text: string,
  basket: readonly WantedLine[],
  products: readonly NamedProduct[],
  language: string,
): Clause {
  const rest = correctionIn(text);
  if (clause.verb !== undefined || rest === undefined || plainWords(rest).split(' ').length > 6)
    return clause;
  const inside = products.filter(({ sku }) => basket.some((line) => line.sku === sku));
  const { lines, which, unread } = readWanted(rest, inside, language);
  const one = lines.length === 1 && which.length + unread.length === 0;
  const [line] = lines;
  const otherwise = line?.size !== undefined || line?.colour !== undefined;
  return one && (otherwise || countIn(rest, inside, language) !== undefined) ? { verb: 'set', rest } : clause;
}

/** Parts between commas and words like "and"; what says no verb of its own goes on with the one before it. */
function clausesOf(text: string): readonly Clause[] {
  const parts = text
    .split(/[\n,;，、。；!?！？]+/u)
    .flatMap((part) => plainWords(part).split(joiner))
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let verb: BasketVerb | undefined;
  return parts.map((part) => {
    const found = basketVerbIn(part);
    verb = found?.verb ?? verb;
    return { verb, rest: found?.rest ?? part };
  });
}

const joiner = new RegExp(
  `(?:^| )(?:${[
    ...joiningWords,
    'but',
    'then',
    'pero',
    'mas',
    'mais',
    'puis',
    'tapi',
    'lalu',
    'terus',
    'लेकिन',
    'lekin',
    'لكن',
    'ثم',
  ]
    .filter((word) => !['more', 'aur', 'और', 'mais', '和', '跟', '还有'].includes(word))
    .join('|')})(?= |$)`,
  'u',
);

/** The basket after a clause that changes what is in it; undefined when the clause asks for something new. */
function readClause(
  { verb, rest }: Clause,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): readonly WantedLine[] | undefined {
  const inside = products.filter(({ sku }) => basket.some((line) => line.sku === sku));
  const named = readWanted(rest, inside, language);
  const count = countIn(rest, products, language);
  const [first] = named.lines;
  const target = first ?? (namesNothing(rest, products, language) ? basket.at(-1) : undefined);
  switch (verb) {
    case undefined:
      return undefined;
    case 'remove': {
      if (meansEverything(rest)) return [];
      if (named.lines.length > 1) return without(basket, named.lines);
      if (target === undefined || (named.lines.length === 0 && basket.length > 1)) return undefined;
      return counted(basket, target, (quantity) => (count === undefined ? 0 : quantity - count));
    }
    case 'set': {
      if (target === undefined) return undefined;
      const chosen = variantFor(rest, target.sku, products, language);
      // An article is no count: "a talla S".
      if (isChosen(chosen)) return varied(basket, target.sku, chosen, count === 1 ? undefined : count);
      return count === undefined ? undefined : counted(basket, target, () => count);
    }
    case 'more':
      // "Another one", "two more": of what was named last.
      if (named.lines.length > 0 || target === undefined) return undefined;
      return counted(basket, target, (quantity) => quantity + (count ?? 1));
  }
}

/** A few words that name no more than a size or a colour are about what was put in last that comes in it. */
function inOtherVariant(
  text: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): readonly WantedLine[] | undefined {
  if (plainWords(text).split(' ').length > 5) return undefined;
  if (meansEverything(text)) return allInVariant(text, products, basket, language);
  for (const { sku } of basket.toReversed()) {
    const chosen = variantFor(text, sku, products, language);
    if (isChosen(chosen)) return varied(basket, sku, chosen, undefined);
  }
  return undefined;
}

/** "All in black": whatever comes in it. */
function allInVariant(
  text: string,
  products: readonly NamedProduct[],
  basket: readonly WantedLine[],
  language: string,
): readonly WantedLine[] | undefined {
  const lines = basket.map((line) => ({ ...line, ...variantFor(text, line.sku, products, language) }));
  const same = lines.every((line, at) => JSON.stringify(line) === JSON.stringify(basket[at]));
  return same ? undefined : merged(lines);
}

function variantFor(text: string, sku: string, products: readonly NamedProduct[], language: string): Variant {
  const product = products.find((each) => each.sku === sku);
  return product === undefined ? {} : variantNamed(text, product, language);
}

function isChosen({ size, colour }: Variant): boolean {
  return size !== undefined || colour !== undefined;
}

/** The last line of a product in another size or colour; `count`: how many of it there are then. */
function varied(
  basket: readonly WantedLine[],
  sku: string,
  chosen: Variant,
  count: number | undefined,
): readonly WantedLine[] {
  const at = basket.findLastIndex((line) => line.sku === sku);
  return merged(
    basket.map((line, place) =>
      place === at ? { ...line, ...chosen, quantity: count ?? line.quantity } : line,
    ),
  );
}

function namesNothing(rest: string, products: readonly NamedProduct[], language: string): boolean {
  const { lines, which, unread } = readWanted(rest, products, language);
  return lines.length + which.length + unread.length === 0 && plainWords(rest).split(' ').length <= 4;
}

function without(basket: readonly WantedLine[], out: readonly WantedLine[]): readonly WantedLine[] {
  return basket.filter((line) => !out.some((named) => named.sku === line.sku && isInVariant(line, named)));
}

/** The last line that is meant, counted anew; nothing is left of it at none. */
function counted(
  basket: readonly WantedLine[],
  meant: WantedLine,
  change: (quantity: number) => number,
): readonly WantedLine[] {
  const at = basket.findLastIndex((line) => line.sku === meant.sku && isInVariant(line, meant));
  return basket
    .map((line, place) => (place === at ? { ...line, quantity: change(line.quantity) } : line))
    .filter(({ quantity }) => quantity > 0);
}
