import type { Language } from '../language/language.ts';
import { isFiller } from './filler-words.ts';
import { isMere, meaningsOf } from './meanings.ts';
import { isUnspaced, wordsOf } from './plain-words.ts';
import { letterGroups } from './search-words.ts';
import { meaningfulWords } from './words.ts';

/** What a text is compared by and how much each counts. Prefixes keep kinds apart. */
export type SearchFeatures = ReadonlyMap<string, number>;

/** How much each kind counts. Chosen on questions of BANKING77's training part, three a topic. */
const weights = { word: 1, pair: 1, stem: 3, stemPair: 2, meaning: 3, meaningPair: 2, letters: 0.6 } as const;
const fillerShare = 0.5;
/** What only says that something can be done tells no subject from another, beside a word that does. */
const mereShare = 0.4;
/** More words than this make too many pairs to say anything. */
const mostPaired = 10;

/**
 * Words, pairs of neighbours, stems and meanings with their pairs, and groups of letters. A question
 * has them all; of a long text only single ones count, because everything would be near everything.
 */
export function searchFeatures(
  text: string,
  kind: 'question' | 'body',
  language: Language | undefined,
): SearchFeatures {
  const features = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    features.set(name, (features.get(name) ?? 0) + weight);
  };
  const words = wordsOf(text);
  const meanings = [...new Set(words.flatMap(meaningsOf))];
  const stems = meaningfulWords(text).filter((word) => !isUnspaced(word));
  const mere = (word: string): number => (isMere(meaningsOf(word)) ? mereShare : 1);
  for (const stem of stems) add(`s:${stem}`, weights.stem * mere(stem));
  for (const meaning of meanings) add(`m:${meaning}`, weights.meaning * (isMere([meaning]) ? mereShare : 1));
  for (const [at, word] of words.entries()) {
    const share = isFiller(word, language) ? fillerShare : mere(word);
    if (!isUnspaced(word)) add(`w:${word}`, weights.word * share);
    const next = words[at + 1];
    if (kind === 'question') {
      if (next !== undefined && !isUnspaced(word)) add(`n:${word} ${next}`, weights.pair);
      for (const group of letterGroups(word)) add(`g:${group}`, weights.letters * share);
    } else if (isUnspaced(word)) for (const group of letterGroups(word)) add(`g:${group}`, weights.letters);
    // The beginning of a word brings its forms together without the cost of all its groups.
    else if (word.length > 4 && share === 1) add(`g: ${word.slice(0, 4)}`, weights.letters);
  }
  if (kind === 'question') {
    addPairs('q', stems, weights.stemPair, add);
    addPairs('x', meanings, weights.meaningPair, add);
  }
  return features;
}

function addPairs(
  prefix: string,
  names: readonly string[],
  weight: number,
  add: (name: string, weight: number) => void,
): void {
  if (names.length > mostPaired) return;
  for (const [at, one] of names.entries())
    for (const other of names.slice(at + 1))
      add(`${prefix}:${one < other ? `${one} ${other}` : `${other} ${one}`}`, weight);
}
