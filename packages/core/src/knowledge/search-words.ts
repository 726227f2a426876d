import type { Language } from '../language/language.ts';
import { chineseFillers, isFiller } from './filler-words.ts';
import { chineseWords, meaningsOf } from './meanings.ts';
import { isUnspaced, wordsOf } from './plain-words.ts';

/**
 * What a text is about: its words without those that say nothing, each once; when it has no others,
 * what it asks for ("where are you?"). Of a run of Chinese, the words that are known and the pairs of
 * the characters that are left. `language`: of the text, if it is known.
 */
export function subjectWords(text: string, language: Language | undefined): readonly string[] {
  const own = ownWords(text, language);
  return own.length > 0 ? own : [...new Set(wordsOf(text).filter((word) => meaningsOf(word).length > 0))];
}

/** The same without what it asks for: nothing for "how much is that?". */
export function ownWords(text: string, language: Language | undefined): readonly string[] {
  const kept = wordsOf(text).flatMap((word): readonly string[] => {
    if (isUnspaced(word)) return cutRun(word);
    return isFiller(word, language) ? [] : [word];
  });
  return [...new Set(kept)];
}

function cutRun(run: string): readonly string[] {
  const known: string[] = [];
  let left = run;
  for (const word of chineseWords) {
    if (!left.includes(word)) continue;
    known.push(word);
    left = left.replaceAll(word, ' ');
  }
  const parts = chineseFillers.reduce((rest, filler) => rest.replaceAll(filler, ' '), left).split(' ');
  return [...known, ...parts.flatMap(pairsOf)];
}

function pairsOf(part: string): readonly string[] {
  const letters = [...part];
  if (letters.length < 2) return part === '' ? [] : [part];
  return letters.slice(1).map((letter, at) => `${letters[at] ?? ''}${letter}`);
}

/** The groups of 3 to 5 letters of a word with its ends marked; of Chinese, characters and their pairs. */
export function letterGroups(word: string): readonly string[] {
  if (/^[a-z0-9]+$/.test(word)) return plainGroups(` ${word} `);
  const chinese = isUnspaced(word);
  const letters = chinese ? [...word] : [' ', ...word, ' '];
  const groups: string[] = [];
  for (let size = chinese ? 1 : 3; size <= (chinese ? 2 : 5); size += 1)
    for (let start = 0; start + size <= letters.length; start += 1)
      groups.push(letters.slice(start, start + size).join(''));
  return groups;
}

/** The same of a word whose letters each are one unit of its text. */
function plainGroups(ended: string): readonly string[] {
  const groups: string[] = [];
  for (let size = 3; size <= 5; size += 1)
    for (let start = 0; start + size <= ended.length; start += 1)
      groups.push(ended.slice(start, start + size));
  return groups;
}
