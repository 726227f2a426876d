import { plainWords } from '../slot/plain-words.ts';

/** The phrases of comma-separated lists as `plainWords` leaves them, the longest first. */
export function phrasesIn(lists: readonly string[]): readonly string[] {
  return lists
    .flatMap((list) => list.split(','))
    .map(plainWords)
    .toSorted((a, b) => b.length - a.length);
}

/** Any of the phrases: whole words between spaces; Chinese anywhere. The longest phrase first. */
export function phrasePattern(lists: readonly string[]): RegExp {
  const all = phrasesIn(lists);
  const han = all.filter((phrase) => /\p{Script=Han}/u.test(phrase)).join('|');
  const spaced = all.filter((phrase) => !/\p{Script=Han}/u.test(phrase)).join('|');
  return new RegExp(`(?<= )(?:${spaced})(?= )|${han}`, 'u');
}
