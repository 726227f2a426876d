import type { Language } from '../language/language.ts';
import { wordsOf } from './plain-words.ts';
import { questionClauses } from './question-clauses.ts';

/** So many questions of one message are answered one by one. */
const most = 3;
/** Each has at least so many words, or signs where words are not written apart. */
const [leastWords, leastSigns] = [2, 3];

/**
 * The questions of a message that asks several: "Do you take insurance? And where are you?". Just the whole text
 * where it asks one, or where a part of it says too little by itself. Without question marks, clauses that each begin
 * like a question in that language.
 */
export function questionsIn(text: string, language: Language): readonly [string, ...string[]] {
  const parts = text
    .split(/(?<=[?？؟])\s*|\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, ...rest] = parts;
  const asking = parts.filter((part) => /[?？؟]$/u.test(part)).length;
  if (first !== undefined && rest.length === 0) {
    const [one, ...others] = questionClauses(text, language) ?? [];
    return one === undefined || others.length === 0 ? [text] : [one, ...others];
  }
  if (first === undefined || parts.length > most || asking < parts.length) return [text];
  return parts.every(saysEnough) ? [first, ...rest] : [text];
}

function saysEnough(part: string): boolean {
  const han = part.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 ? han >= leastSigns : wordsOf(part).length >= leastWords;
}
