import { foldSpelling } from './fold-spelling.ts';

/** How often each feature occurs in a text. Words, pairs of words and letter groups have prefixes that keep them apart. */
export type Features = ReadonlyMap<string, number>;

const shortestGram = 3;
const longestGram = 4;

/**
 * What a text is compared by: words, pairs of words, and groups of 3 and 4 letters within a word
 * (1 to 2 for scripts without spaces), with their spelling folded. Order numbers are all one word.
 */
export function featuresOf(text: string): Features {
  const words = wordsOf(text);
  const features = new Map<string, number>();
  const add = (name: string): void => {
    features.set(name, (features.get(name) ?? 0) + 1);
  };
  for (const [index, word] of words.entries()) {
    // A run of Chinese is no word: it would be unseen nearly always.
    if (withoutSpaces.test(word)) {
      for (const gram of gramsOf(word)) add(`g:${gram}`);
      continue;
    }
    add(`w:${word}`);
    const next = words[index + 1];
    if (next !== undefined && !isMark(word) && !isMark(next)) add(`p:${word} ${next}`);
    if (isMark(word)) continue;
    for (const gram of gramsOf(word)) add(`g:${gram}`);
  }
  return features;
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

function gramsOf(word: string): readonly string[] {
  const unspaced = withoutSpaces.test(word);
  const [shortest, longest] = unspaced ? [1, 2] : [shortestGram, longestGram];
  const padded = unspaced ? word : ` ${word} `;
  const grams: string[] = [];
  // Letters beyond the first plane are two units of a string.
  const letters = /[\ud800-\udfff]/.test(padded) ? [...padded] : undefined;
  const { length } = letters ?? padded;
  for (let size = shortest; size <= longest; size += 1) {
    for (let start = 0; start + size <= length; start += 1) {
      const end = start + size;
      grams.push(letters === undefined ? padded.slice(start, end) : letters.slice(start, end).join(''));
    }
  }
  return grams;
}
