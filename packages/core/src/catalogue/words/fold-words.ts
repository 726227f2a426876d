import { folded } from '../../slot/date/folded.ts';

/** A text in the form that catalogue words are compared in: folded, and Devanagari without dots. */
export function foldedText(text: string): string {
  return folded(text).replace(/\u093c/gu, '');
}

/** Runs of letters and digits; a Chinese run is one word here. `at`: where it starts in the folded text. */
export type Word = { readonly text: string; readonly at: number };

export function wordsOf(foldedLine: string): readonly Word[] {
  return [...foldedLine.matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu)].map(
    (match) => ({ text: match[0], at: match.index }),
  );
}

export function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

/**
 * What a word's forms have in common, well enough for a catalogue: plural and gender endings of Latin
 * and Devanagari off, the Arabic article off. Both sides are cut alike, so the rest need not be a word.
 */
export function stemOf(word: string): string {
  if (isHan(word) || /^\p{N}/u.test(word)) return word;
  if (/^\p{Script=Arabic}/u.test(word)) return arabicStem(word);
  if (/^\p{Script=Devanagari}/u.test(word)) {
    const cut = word.replace(/[\u0901\u0902\u093e-\u094c]+$/u, '');
    return cut.length >= 2 ? cut : word;
  }
  if (word.length < 4) return word;
  const singular = word
    .replace(/nya$/, '')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1');
  const cut = singular.replace(/[aeiou]$/, '');
  return cut.length >= 3 ? cut : singular;
}

function arabicStem(word: string): string {
  const bare = word.replace(/^(?:وال|بال|فال|كال|لل|ال)(?=.{3})/u, '');
  const cut = bare.replace(/(?:ات|ين|ون|ه|ي)$/u, '');
  return cut.length >= 3 ? cut : bare;
}
