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

/** Whether they differ by one slip. `word` is not `known`. */
function isSlipOf(word: string, known: string): boolean {
  const longer = word.length - known.length;
  if (longer < -1 || longer > 1) return false;
  let at = 0;
  while (at < word.length && word.charCodeAt(at) === known.charCodeAt(at)) at += 1;
  const haveSameEnd = word.charCodeAt(word.length - 1) === known.charCodeAt(known.length - 1);
  if (longer === 0) {
    const swapped =
      word.charCodeAt(at) === known.charCodeAt(at + 1) && word.charCodeAt(at + 1) === known.charCodeAt(at);
    if (swapped && agreeFrom(word, at + 2, known, at + 2)) return true;
    return haveSameEnd && word.length >= longEnoughForAny && agreeFrom(word, at + 1, known, at + 1);
  }
  if (!haveSameEnd) return false;
  if (longer < 0) return agreeFrom(word, at, known, at + 1);
  if (!agreeFrom(word, at + 1, known, at)) return false;
  return word.length >= longEnoughForAny || undoubled(word) === undoubled(known);
}

/** Whether the rests of two words, which are equally long, are the same. */
function agreeFrom(left: string, leftAt: number, right: string, rightAt: number): boolean {
  for (let at = leftAt, other = rightAt; at < left.length; at += 1, other += 1)
    if (left.charCodeAt(at) !== right.charCodeAt(other)) return false;
  return true;
}

function undoubled(word: string): string {
  return word.replaceAll(/(.)\1/gu, '$1');
}
