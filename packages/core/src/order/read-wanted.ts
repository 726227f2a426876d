import { withAsciiDigits } from '../slot/digits.ts';
import { withDozens } from '../slot/dozens.ts';
import { withNumberWords } from '../slot/number-words.ts';
import { likeliest } from './parts-of-names.ts';
import { chosenKinds, shareOut, withMore, type Ordered, type Portion } from './portions.ts';
import type { Variant } from './variant.ts';
import { variantOf } from './variant-named.ts';
import { groupsOf, type WantedGroup } from './wanted-groups.ts';
import { merged, type WantedLine } from './wanted-line.ts';
import { tokensOf, type NamedProduct, type WantedToken } from './wanted-tokens.ts';
import { measureWords, moneyWords, variantFillers } from './wanted-words.ts';

/**
 * What a customer wants of a catalogue. `which`: words that several products go by; `unread`: so many of
 * something that no product goes by, in the customer's words.
 */
export type Wanted = {
  readonly lines: readonly WantedLine[];
  readonly which: readonly {
    readonly skus: readonly string[];
    readonly quantity: number;
    readonly said: string;
  }[];
  readonly unread: readonly string[];
};

/**
 * Reads what somebody orders: "2 grilled squid rice and an iced coffee", "nasi bakar cumi 2", "要两份沙爹".
 * Prices in the text mean nothing. `language`: whose number words count, beside English ones.
 */
export function readWanted(text: string, products: readonly NamedProduct[], language: string): Wanted {
  const tokens = withCounts(text, language)
    .split(/[\n,;+&،、，。]+|(?<!\d)\.|\.(?!\d)/u)
    .flatMap((part): readonly WantedToken[] => [...tokensOf(part, products, language), { kind: 'break' }]);
  const used = new Set<number>();
  const things = new Map<number, Thing>();
  for (const [place, token] of tokens.entries()) {
    if (token.kind !== 'product') continue;
    const size = sizeAt(tokens, place, products, used);
    const quantity = quantityAt(tokens, place, used);
    things.set(place, {
      line: {
        sku: token.sku,
        quantity: quantity ?? 1,
        ...variantOf(token.sku, [...size, ...wordsAround(tokens, place)], products),
      },
      counted: quantity !== undefined,
      portions: [],
    });
  }
  const { which, unread } = readRest(tokens, used, products, things);
  const inOrder = [...things].toSorted(([a], [b]) => a - b);
  return { lines: merged(inOrder.flatMap(([, thing]) => shareOut(thing))), which, unread };
}

/** A thing whose portions are still being read. */
type Thing = Omit<Ordered, 'portions'> & { portions: Portion[] };

/** The first number of things in a text that belongs to no product's name; undefined when there is none. */
export function countIn(
  text: string,
  products: readonly NamedProduct[],
  language: string,
): number | undefined {
  const found = tokensOf(withCounts(text, language), products, language).find(
    ({ kind }) => kind === 'number',
  );
  return found?.kind === 'number' ? found.value : undefined;
}

/** "Three hundred cables", "two dozen eggs", in digits. A single such word may stand in a product's name. */
export function withCounts(text: string, language: string): string {
  const plain = withAsciiDigits(text).toLowerCase().replace(helpingDo, ' ');
  return withNumberWords(withDozens(plain, language), { language, smallest: 13, leastWords: 2 });
}

/** The "do" of "bhej do" and "दे दो" is no two. */
const helpingDo =
  /(?<![\p{L}\p{M}])(?:(?:bhej|bhijwa|de|kar|la|bana|laga|rakh|daal|dal|mangwa) (?:do|dena|dijiye|dijiyega|dein)|(?:भेज|भिजवा|दे|कर|ला|बना|लगा|रख|डाल|मंगवा) (?:दो|देना|दीजिए|दीजिये|दें))(?![\p{L}\p{M}])/gu;

/** Words for sizes and colours that belong to the product at a place: behind it as far as the next thing, then before it. */
function wordsAround(tokens: readonly WantedToken[], place: number): readonly string[] {
  const behind: string[] = [];
  for (let at = place + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'product' || token.kind === 'number') break;
    if (token.kind === 'break' && startsAnother(tokens, at + 1)) break;
    if (token.kind === 'variant') behind.push(token.word);
  }
  const before: string[] = [];
  for (let at = place - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'product' || token.kind === 'break') break;
    if (token.kind === 'variant') before.unshift(token.word);
  }
  return [...behind, ...before];
}

/** Whether what stands behind a comma is a thing of its own: it has a number or a product, or nothing of a size. */
function startsAnother(tokens: readonly WantedToken[], from: number): boolean {
  const to = tokens.findIndex(({ kind }, at) => at >= from && kind === 'break');
  const part = tokens.slice(from, to === -1 ? undefined : to);
  return (
    part.some(({ kind }) => kind === 'product' || kind === 'number') ||
    !part.some(({ kind }) => kind === 'variant')
  );
}

/** "Jeans 40": the number behind a product is a size where it comes in that one. */
function sizeAt(
  tokens: readonly WantedToken[],
  place: number,
  products: readonly NamedProduct[],
  used: Set<number>,
): readonly string[] {
  const [token, next] = [tokens[place], tokens[place + 1]];
  if (token?.kind !== 'product' || next?.kind !== 'number' || used.has(place + 1)) return [];
  if (variantOf(token.sku, [next.word], products).size === undefined) return [];
  // "Jeans 40 trousers": it counts what follows.
  const after = tokens[place + 2];
  if (after?.kind === 'product' || (after?.kind === 'word' && measureWords.has(after.word))) return [];
  used.add(place + 1);
  return [next.word];
}

/** The number right before a product, or else right after it, words like "x" and "portions" between them. */
function quantityAt(tokens: readonly WantedToken[], place: number, used: Set<number>): number | undefined {
  for (const step of [-1, 1]) {
    let at = place + step;
    while (isMeasure(tokens[at])) at += step;
    const found = tokens[at];
    if (found?.kind !== 'number' || used.has(at)) continue;
    used.add(at);
    return found.value;
  }
  return undefined;
}

function isMeasure(token: WantedToken | undefined): boolean {
  return token?.kind === 'variant' || (token?.kind === 'word' && measureWords.has(token.word));
}

/**
 * Words that are no product's whole name: a part of one, where they are counted or are all there is, or in which
 * sizes and colours the thing before them is wanted ("one in M and two in L").
 */
function readRest(
  tokens: readonly WantedToken[],
  used: ReadonlySet<number>,
  products: readonly NamedProduct[],
  things: Map<number, Thing>,
): Pick<Wanted, 'which' | 'unread'> {
  const which: Asked[] = [];
  const unread: string[] = [];
  const alone = things.size === 0;
  const early: Pick<WantedGroup, 'place' | 'quantity' | 'chosenBy'>[] = [];
  // What was ordered before a place; undefined where nobody knows yet which product it is.
  const before = new Map<number, Thing | undefined>(things);
  for (const { place, words, quantity, chosenBy } of groupsOf(tokens, used)) {
    const skus = likeliest(words, products);
    const [only, other] = skus;
    const short = words.length > 0 && (alone || chosenBy.length > 0) && words.length <= 4;
    if (only === undefined) {
      const oneOfThem = chosenBy.length > 0 && words.every((word) => variantFillers.has(word));
      if (oneOfThem) {
        if (!isPortion(before, place, { quantity, chosenBy }, products))
          early.push({ place, quantity, chosenBy });
        continue;
      }
      const money = words.every((word) => moneyWords.has(word));
      if (quantity !== undefined && words.length > 0 && !money) unread.push(words.join(' '));
      continue;
    }
    if (quantity === undefined && !short) continue;
    if (other === undefined) {
      const thing: Thing = {
        line: { sku: only, quantity: quantity ?? 1, ...variantOf(only, chosenBy, products) },
        counted: quantity !== undefined,
        portions: [],
      };
      things.set(place, thing);
      before.set(place, thing);
    } else {
      which.push({
        place,
        skus: skus.slice(0, 10),
        quantity: quantity ?? 1,
        said: [...(quantity === undefined ? [] : [String(quantity)]), ...chosenBy, ...words].join(' '),
      });
      before.set(place, undefined);
    }
  }
  // "A blue and a red mug": the first of them is named by the second.
  for (const { place, quantity, chosenBy } of early) {
    const next = Math.min(...[...things.keys()].filter((each) => each > place));
    const thing = things.get(next);
    if (thing === undefined) continue;
    const chosen = variantOf(thing.line.sku, chosenBy, products);
    if (chosenKinds(chosen).length > 0)
      things.set(place, {
        line: { ...thing.line, quantity: quantity ?? 1, ...chosen },
        counted: true,
        portions: [],
      });
  }
  return {
    which: which
      .filter((asked, at) => !isNamedBehind(asked, which[at + 1]?.place ?? Infinity, things))
      .map(({ place: _place, ...asked }) => asked),
    unread,
  };
}

/** Words that several products go by. `place`: of the last of them. */
type Asked = Wanted['which'][number] & { readonly place: number };

/** "2 pizzas, one margherita and one pepperoni": which they are is said right behind. */
function isNamedBehind(
  { place, skus, quantity }: Asked,
  end: number,
  things: ReadonlyMap<number, Thing>,
): boolean {
  const named = [...things].flatMap(([at, { line, counted }]) =>
    at > place && at < end && counted && skus.includes(line.sku) ? [line] : [],
  );
  const different = new Set(named.map(({ sku }) => sku)).size;
  return different > 1 && named.reduce((sum, line) => sum + line.quantity, 0) === quantity;
}

/** Whether words say in which size or colour so many of what stands before them are wanted; notes that with it. */
function isPortion(
  before: ReadonlyMap<number, Thing | undefined>,
  place: number,
  { quantity, chosenBy }: Pick<WantedGroup, 'quantity' | 'chosenBy'>,
  products: readonly NamedProduct[],
): boolean {
  const last = Math.max(-1, ...[...before.keys()].filter((each) => each < place));
  if (last === -1) return false;
  const thing = before.get(last);
  // Which product it is will be asked; its sizes are read with the answer.
  if (thing === undefined) return true;
  const chosen = variantOf(thing.line.sku, chosenBy, products);
  if (chosenKinds(chosen).length === 0) return false;
  if (quantity !== undefined) {
    thing.portions.push({ quantity, counted: true, ...chosen });
    return true;
  }
  // Without a number: more of what was said last, or else another one of it.
  const part = thing.portions.at(-1);
  const fuller = part === undefined ? undefined : withMore(part, chosen);
  if (fuller !== undefined) thing.portions.splice(-1, 1, fuller);
  else if (chosenKinds(chosen).some((kind) => isOther(part ?? thing.line, chosen, kind)))
    thing.portions.push({ quantity: 1, counted: false, ...chosen });
  return true;
}

function isOther(said: Variant, more: Variant, kind: keyof Variant): boolean {
  return said[kind] !== undefined && more[kind] !== undefined && said[kind] !== more[kind];
}
