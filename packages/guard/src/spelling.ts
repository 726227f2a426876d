import { editDistance } from '@ambit/core/knowledge/edit-distance';
import { isFillerWord } from '@ambit/core/knowledge/words';

/** Mends the spelling of words that are almost one of the examples' words. */
export type Spelling = (text: string) => string;

/** Shorter words are too often other words. */
const shortestMended = 4;
/** From this length on, a word that differs in any one letter is hardly ever a word of its own. */
const longEnoughForAny = 7;

const words = /[\p{L}\p{M}]+/gu;

/**
 * Knows the words of `examples`. A word that is none of them, but one typing slip away from one with the same first
 * letter, is read as that one: two neighbours swapped ("cancle"), or, with the same last letter, a letter left out
 * ("pakage") or doubled ("parcell"). What makes other words of short ones, a letter replaced or put in ("store",
 * "story"; "back", "black"), is left alone there.
 */
export function createSpelling(examples: readonly string[]): Spelling {
  const seen = new Set(examples.flatMap((text) => text.normalize('NFKC').toLowerCase().match(words) ?? []));
  const known = new Map<string, string[]>();
  for (const word of seen) {
    if (word.length < shortestMended || isFillerWord(word)) continue;
    const initial = word.slice(0, 1);
    known.set(initial, [...(known.get(initial) ?? []), word]);
  }
  const mend = (word: string): string =>
    word.length < shortestMended || seen.has(word) || isFillerWord(word)
      ? word
      : ((known.get(word.slice(0, 1)) ?? []).find((candidate) => isSlipOf(word, candidate)) ?? word);
  return (text) => text.normalize('NFKC').toLowerCase().replaceAll(words, mend);
}

function isSlipOf(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1 || editDistance(word, known) !== 1) return false;
  if (haveSameLetters(word, known)) return true;
  if (word.at(-1) !== known.at(-1)) return false;
  if (word.length < known.length || word.length >= longEnoughForAny) return true;
  return word.length > known.length && undoubled(word) === undoubled(known);
}

function haveSameLetters(left: string, right: string): boolean {
  return [...left].toSorted().join('') === [...right].toSorted().join('');
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1/gu, '$1');
}
