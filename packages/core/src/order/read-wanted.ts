import { bareWords, comparableText } from '../message/comparable-text.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { quantityWords } from '../slot/quantity-words.ts';
import { joiningWords, measureWords } from './wanted-words.ts';

/** A product as customers may name it: its number, its names in any language, its other words. */
export type NamedProduct = { readonly sku: string; readonly names: readonly string[] };

/** So many of a product. */
export type WantedLine = { readonly sku: string; readonly quantity: number };

/**
 * What a customer wants of a catalogue. `which`: words that several products go by; `unread`: so many of
 * something that no product goes by, in the customer's words.
 */
export type Wanted = {
  readonly lines: readonly WantedLine[];
  readonly which: readonly { readonly skus: readonly string[]; readonly quantity: number }[];
  readonly unread: readonly string[];
};

type Token =
  | { readonly kind: 'product'; readonly sku: string }
  | { readonly kind: 'number'; readonly value: number; readonly word: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'break' };

/** So many of one product at most; more is a slip, or for a person. */
const mostOfOne = 999;

/**
 * Reads what somebody orders: "2 grilled squid rice and an iced coffee", "nasi bakar cumi 2", "要两份沙爹".
 * Prices in the text mean nothing. `language`: whose number words count, beside English ones.
 */
export function readWanted(text: string, products: readonly NamedProduct[], language: string): Wanted {
  const tokens = withAsciiDigits(text)
    .split(/[\n,;+&،、，。]+|(?<!\d)\.|\.(?!\d)/u)
    .flatMap((part): readonly Token[] => [...tokensOf(part, products, language), { kind: 'break' }]);
  const used = new Set<number>();
  const lines: WantedLine[] = [];
  for (const [place, token] of tokens.entries())
    if (token.kind === 'product') lines.push({ sku: token.sku, quantity: quantityAt(tokens, place, used) });
  const rest = readRest(tokens, used, products, lines.length === 0);
  return { lines: merged([...lines, ...rest.lines]), which: rest.which, unread: rest.unread };
}

/** The first number of things in a text that belongs to no product's name; undefined when there is none. */
export function countIn(
  text: string,
  products: readonly NamedProduct[],
  language: string,
): number | undefined {
  const found = tokensOf(withAsciiDigits(text), products, language).find(({ kind }) => kind === 'number');
  return found?.kind === 'number' ? found.value : undefined;
}

/** Lines of one product put together. */
export function merged(lines: readonly WantedLine[]): readonly WantedLine[] {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of lines)
    quantities.set(sku, Math.min(mostOfOne, (quantities.get(sku) ?? 0) + quantity));
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}

function tokensOf(part: string, products: readonly NamedProduct[], language: string): readonly Token[] {
  const names = products
    .flatMap(({ sku, names: known }, index) =>
      [sku, ...known].map((name) => ({ index, name: bareWords(name) })),
    )
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length);
  let marked = ` ${bareWords(comparableText(part).replaceAll(/[×*]/gu, ' x '))} `;
  for (const { index, name } of names) marked = withMarks(marked, name, index);
  return marked
    .replaceAll(hanCount, (_all, digits: string) => ` ${hanValue(digits)} `)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => tokenOf(word, products, language));
}

/** A name found in the text becomes a mark that nothing else can be. Chinese needs no spaces around it. */
function withMarks(text: string, name: string, index: number): string {
  const mark = ` <${index}> `;
  if (/\p{Script=Han}/u.test(name)) return text.replaceAll(name, mark);
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(` ${literal}(?:e?s)?(?= )`, 'gu'), mark);
}

function tokenOf(word: string, products: readonly NamedProduct[], language: string): Token {
  const marked = /^<(\d+)>$/.exec(word)?.[1];
  const sku = marked === undefined ? undefined : products[Number(marked)]?.sku;
  if (sku !== undefined) return { kind: 'product', sku };
  const digits = /^x?(\d{1,3})x?$/.exec(word)?.[1];
  const value =
    digits === undefined ? (quantityWords[language]?.[word] ?? quantityWords['en']?.[word]) : Number(digits);
  if (value !== undefined && value > 0) return { kind: 'number', value, word };
  return joiningWords.has(word) ? { kind: 'break' } : { kind: 'word', word };
}

/** The number right before a product, or else right after it, words like "x" and "portions" between them. */
function quantityAt(tokens: readonly Token[], place: number, used: Set<number>): number {
  for (const step of [-1, 1]) {
    let at = place + step;
    while (isMeasure(tokens[at])) at += step;
    const found = tokens[at];
    if (found?.kind !== 'number' || used.has(at)) continue;
    used.add(at);
    return Math.min(mostOfOne, found.value);
  }
  return 1;
}

function isMeasure(token: Token | undefined): boolean {
  return token?.kind === 'word' && measureWords.has(token.word);
}

/** Words that are no product's whole name: a part of one, where they are counted or are all there is. */
function readRest(
  tokens: readonly Token[],
  used: ReadonlySet<number>,
  products: readonly NamedProduct[],
  alone: boolean,
): { lines: WantedLine[]; which: { skus: string[]; quantity: number }[]; unread: string[] } {
  const rest = {
    lines: Array<WantedLine>(),
    which: Array<{ skus: string[]; quantity: number }>(),
    unread: Array<string>(),
  };
  for (const { words, quantity } of groupsOf(tokens, used)) {
    const skus = likeliest(words, products);
    const [only, other] = skus;
    const short = alone && words.length <= 4;
    if (quantity === undefined && !short) continue;
    if (only === undefined) {
      if (quantity !== undefined) rest.unread.push(words.join(' '));
    } else if (other === undefined) rest.lines.push({ sku: only, quantity: quantity ?? 1 });
    else rest.which.push({ skus: skus.slice(0, 10), quantity: quantity ?? 1 });
  }
  return rest;
}

function groupsOf(
  tokens: readonly Token[],
  used: ReadonlySet<number>,
): readonly { words: readonly string[]; quantity: number | undefined }[] {
  const groups: { words: string[]; quantity: number | undefined }[] = [];
  let words: string[] = [];
  let quantity: number | undefined;
  const close = (): void => {
    if (words.length > 0) groups.push({ words, quantity });
    words = [];
    quantity = undefined;
  };
  for (const [place, token] of [...tokens, { kind: 'break' } as const].entries()) {
    if (token.kind === 'word') {
      if (!measureWords.has(token.word) && token.word.length > (/\p{Script=Han}/u.test(token.word) ? 0 : 2))
        words.push(token.word);
    } else if (token.kind === 'number' && !used.has(place)) {
      // "2 pizza" counts what follows, "pizza 2" what stands before.
      const next = tokens[place + 1];
      const follows = next?.kind === 'word' && !measureWords.has(next.word);
      if (follows || quantity !== undefined) close();
      quantity = token.value;
      if (!follows) close();
    } else close();
  }
  return groups;
}

/** The products of which most words of the group are part; none when not one is. */
function likeliest(words: readonly string[], products: readonly NamedProduct[]): readonly string[] {
  const scored = products.map(({ sku, names }) => {
    const parts = new Set(names.flatMap((name) => bareWords(name).split(' ')));
    return { sku, score: words.filter((word) => isPartOf(word, parts)).length };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ sku }) => sku);
}

/** A word of a name, in the plural or with a small word at its end; in Chinese, some of its signs in their order. */
function isPartOf(word: string, parts: ReadonlySet<string>): boolean {
  if (!/\p{Script=Han}/u.test(word))
    return ['', 's', 'es', 'nya'].some(
      (end) => word.endsWith(end) && parts.has(word.slice(0, word.length - end.length)),
    );
  const signs = [...word.replace(/(?:的|那个|这个|那款|吧|呢|了)+$/u, '')];
  if (signs.length < 2) return false;
  return [...parts].some((part) => {
    let from = 0;
    return signs.every((sign) => {
      const at = part.indexOf(sign, from);
      from = at + sign.length;
      return at !== -1;
    });
  });
}

const hanCount =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3})(?:个|件|双|份|张|位|瓶|盒|只|条|套|台|杯|碗|串|打|斤|根|部|副|对|把|支|块|壶)/gu;

function hanValue(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const digit = (sign: string): number => (sign === '两' ? 2 : '一二三四五六七八九'.indexOf(sign) + 1);
  if (!written.includes('十')) return digit(written);
  const [tens = '', ones = ''] = written.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
