import { FeatureNumbers } from './feature-numbers.ts';
import { foldSpelling } from './fold-spelling.ts';

/** The features of a text, and how often each occurs. */
export type Features = {
  /** Words, pairs of words and letter groups as numbers (see `featureKey`), in the order of the text. */
  readonly keys: readonly number[];
  readonly counts: readonly number[];
};

const shortestGram = 3;
const longestGram = 4;
/** What keeps features of different sorts apart. */
const sorts = { word: 119, pair: 112, gram: 103 };

/** Used for one text after the other. */
const numbers = new FeatureNumbers();

/**
 * What a text is compared by: words, pairs of words, and groups of 3 and 4 letters within a word
 * (1 to 2 for scripts without spaces), with their spelling folded. Order numbers are all one word.
 */
export function featuresOf(text: string): Features {
  const words = wordsOf(text);
  const counts: number[] = [];
  const add = (key: number): void => {
    const number = numbers.take(key);
    counts[number] = (counts[number] ?? 0) + 1;
  };
  for (const [index, word] of words.entries()) {
    // A run of Chinese is no word: it would be unseen nearly always.
    if (withoutSpaces.test(word)) {
      addGrams(word, 1, 2, add);
      continue;
    }
    add(wordFeature(word));
    const next = words[index + 1];
    if (next !== undefined && !isMark(word) && !isMark(next)) add(featureKey('pair', `${word} ${next}`));
    if (!isMark(word)) addGrams(` ${word} `, shortestGram, longestGram, add);
  }
  const keys = numbers.keys.slice();
  numbers.clear();
  return { keys, counts };
}

/** The feature that a word is. */
export function wordFeature(word: string): number {
  return featureKey('word', word);
}

/** What stands for every order number. */
export const orderCode = '#code';

function isMark(word: string): boolean {
  return word.startsWith('#');
}

/** The words of a text in lower case; "a1042", "A-1042" and "#100234" all become one word, as do bare long numbers. */
export function wordsOf(text: string): readonly string[] {
  return (
    foldSpelling(text)
      .replace(/(?<![\p{L}\p{N}])(?:#\s?|[a-z]{1,3}-?)\d{3,}(?![\p{L}\p{N}])/gu, ` ${orderCode} `)
      .replace(/(?<![\p{L}\p{N}])\d{3,}(?![\p{L}\p{N}])/gu, ' #number ')
      .match(/#code|#number|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** The groups of `shortest` to `longest` letters in a row. */
function addGrams(word: string, shortest: number, longest: number, add: (key: number) => void): void {
  const starts = letterStarts(word);
  const length = starts === undefined ? word.length : starts.length - 1;
  for (let size = shortest; size <= longest; size += 1)
    for (let start = 0; start + size <= length; start += 1)
      add(featureKey('gram', word, starts?.[start] ?? start, starts?.[start + size] ?? start + size));
}

/** Where each letter begins, and the last one ends, if some are beyond the first plane: those are two units of a string. */
function letterStarts(word: string): readonly number[] | undefined {
  if (!/[\ud800-\udfff]/.test(word)) return undefined;
  const starts = [0];
  for (const letter of word) starts.push((starts.at(-1) ?? 0) + letter.length);
  return starts;
}

/**
 * A feature as a number of 53 bits, made of its letters without cutting them out: of a million features
 * two are the same with a probability of 1 in 20,000. Two FNV-1a hashes (Fowler, Noll & Vo), the second with
 * a multiplier of MurmurHash3 (Appleby, public domain).
 */
function featureKey(sort: keyof typeof sorts, text: string, from = 0, end = text.length): number {
  let low = Math.imul(2_166_136_261 ^ sorts[sort], 16_777_619);
  let high = Math.imul(sorts[sort], 0xc2_b2_ae_35);
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 16_777_619);
    high = Math.imul(high ^ (high >>> 15) ^ code, 0x85_eb_ca_6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
