import { foldedText } from '../catalogue/words/fold-words.ts';
import { bareWords, comparableText } from '../message/comparable-text.ts';
import { quantityWords } from '../slot/quantity-words.ts';
import type { VariantValue } from './variant.ts';
import { joiningWords } from './wanted-words.ts';

/** A product as customers may name it: its number, its names in any language, its other words; what it is chosen by. */
export type NamedProduct = {
  readonly sku: string;
  readonly names: readonly string[];
  readonly variants?: readonly VariantValue[];
};

/** A part of an order. `variant`: a word for a size or a colour, folded. */
export type WantedToken =
  | { readonly kind: 'product'; readonly sku: string }
  | { readonly kind: 'number'; readonly value: number; readonly word: string }
  | { readonly kind: 'variant'; readonly word: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'break' };

/**
 * The parts of an order as somebody wrote it. A name that several products go by is left in words: it does not
 * say which. Words for a size or a colour count where some product is chosen by them.
 */
export function tokensOf(
  part: string,
  products: readonly NamedProduct[],
  language: string,
): readonly WantedToken[] {
  const { names, chosenBy } = wordsOf(products);
  let marked = ` ${bareWords(withSizes(comparableText(part), chosenBy).replaceAll(/[×*]/gu, ' x '))} `;
  for (const { index, name } of names) marked = withMarks(marked, name, index);
  for (const name of chosenBy)
    if (/\p{Script=Han}/u.test(name)) marked = marked.replaceAll(name, ` ${name} `);
  return (
    marked
      .replaceAll(hanCount, (_all, digits: string) => ` ${hanValue(digits)} `)
      // "… and two of": what stands before is a thing of its own.
      .replaceAll(/(?:和|跟|还有|以及|加上)(?= \d)/gu, ' 和 ')
      .split(' ')
      .filter((word) => word !== '')
      .flatMap((word) => withoutArabicAnd(word, language))
      .map((word) => tokenOf(word, products, language, chosenBy))
  );
}

type ProductWords = {
  readonly names: readonly { readonly index: number; readonly name: string }[];
  readonly chosenBy: ReadonlySet<string>;
};

/** What products go by, the longest names first: the same for all parts of a text. */
const words = new WeakMap<readonly NamedProduct[], ProductWords>();

function wordsOf(products: readonly NamedProduct[]): ProductWords {
  const known = words.get(products);
  if (known !== undefined) return known;
  const all = products
    .flatMap(({ sku, names: called }, index) =>
      [sku, ...called].map((name) => ({ index, name: bareWords(name) })),
    )
    .filter(({ name }) => name !== '');
  const owners = new Map<string, Set<number>>();
  for (const { name, index } of all) owners.set(name, (owners.get(name) ?? new Set()).add(index));
  const made = {
    names: all
      .filter(({ name }) => owners.get(name)?.size === 1)
      .toSorted((a, b) => b.name.length - a.name.length),
    chosenBy: variantNames(products),
  };
  words.set(products, made);
  return made;
}

/** "وواحد", "ومقاس": the "and" is written on the word behind it; apart where that is a number. */
function withoutArabicAnd(word: string, language: string): readonly string[] {
  const rest = /^و(\p{L}{2,})$/u.exec(word)?.[1];
  return rest !== undefined && quantityWords[language]?.[rest] !== undefined ? ['و', rest] : [word];
}

/** A name found in the text becomes a mark that nothing else can be. Chinese needs no spaces around it. */
function withMarks(text: string, name: string, index: number): string {
  if (!text.includes(name)) return text;
  const mark = ` <${index}> `;
  if (/\p{Script=Han}/u.test(name)) return text.replaceAll(name, mark);
  const literal = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(` ${literal}(?:e?s)?(?= )`, 'gu'), mark);
}

function tokenOf(
  word: string,
  products: readonly NamedProduct[],
  language: string,
  chosenBy: ReadonlySet<string>,
): WantedToken {
  const marked = /^<(\d+)>$/.exec(word)?.[1];
  const sku = marked === undefined ? undefined : products[Number(marked)]?.sku;
  if (sku !== undefined) return { kind: 'product', sku };
  if (word.startsWith(sizeMark)) return { kind: 'variant', word: word.slice(sizeMark.length) };
  const digits = /^x?(\d{1,3})x?$/.exec(word)?.[1];
  const value =
    digits === undefined ? (quantityWords[language]?.[word] ?? quantityWords['en']?.[word]) : Number(digits);
  if (value !== undefined && value > 0) return { kind: 'number', value, word };
  if (chosenBy.has(foldedText(word))) return { kind: 'variant', word: foldedText(word) };
  return joiningWords.has(word) ? { kind: 'break' } : { kind: 'word', word };
}

/** Letters that no text has: before a size that its own words announced, such as "size 9". */
const sizeMark = 'zqsz';
const announced =
  /(?<![\p{L}\p{M}\p{N}])(?:size|sz|talla|talle|tamanho|tam|numero|número|taille|pointure|ukuran|uk|nomor|साइज|साइज़|مقاس|قياس|尺码|尺寸|in|en|em|dalam)\s*(?:is|:|#|de|do)?\s*([\p{L}\p{N}]{1,4})(?![\p{L}\p{M}\p{N}'])/gu;

/** "Size 9", "talla 42": a number there is no count. Only sizes that something comes in are taken. */
function withSizes(text: string, chosenBy: ReadonlySet<string>): string {
  return text.replaceAll(announced, (all, size: string) =>
    chosenBy.has(foldedText(size)) ? ` ${sizeMark}${foldedText(size)} ` : all,
  );
}

function variantNames(products: readonly NamedProduct[]): ReadonlySet<string> {
  return new Set(products.flatMap(({ variants = [] }) => variants.flatMap(({ names }) => names)));
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
