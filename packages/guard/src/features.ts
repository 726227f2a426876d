import { isFillerWord } from '@ambit/core/knowledge/words';

/** How often each feature occurs in a text. Words and letter groups have prefixes that keep them apart. */
export type Features = ReadonlyMap<string, number>;

/** A word that says nothing about the subject ("the", "please") counts as this much of a word. */
const fillerShare = 0.25;
const shortestGram = 2;
const longestGram = 5;

/**
 * What a text is compared by: words, pairs of words, and groups of 2 to 5 letters within a word
 * (1 to 2 for scripts without spaces), in lower case after NFKC. Order numbers are all one word.
 */
export function featuresOf(text: string): Features {
  const words = wordsOf(text);
  const features = new Map<string, number>();
  const add = (name: string, share: number): void => {
    features.set(name, (features.get(name) ?? 0) + share);
  };
  for (const [index, word] of words.entries()) {
    const share = isFillerWord(word) ? fillerShare : 1;
    add(`w:${word}`, share);
    const next = words[index + 1];
    if (next !== undefined) add(`w:${word} ${next}`, (share + (isFillerWord(next) ? fillerShare : 1)) / 2);
    if (word === orderCode) continue;
    for (const gram of gramsOf(word)) add(`g:${gram}`, share);
  }
  return features;
}

const orderCode = '#code';

/** The words of a text in lower case; "a1042", "A-1042" and "#100234" all become one word. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/(?<![\p{L}\p{N}])(?:[a-z]{1,3}-?)?\d{3,}(?![\p{L}\p{N}])/gu, ` ${orderCode} `)
      .match(/#code|[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function gramsOf(word: string): readonly string[] {
  const spaced = withoutSpaces.test(word);
  const letters = spaced ? [...word] : [' ', ...word, ' '];
  const grams: string[] = [];
  for (let size = spaced ? 1 : shortestGram; size <= (spaced ? 2 : longestGram); size += 1) {
    for (let start = 0; start + size <= letters.length; start += 1)
      grams.push(letters.slice(start, start + size).join(''));
  }
  return grams;
}
