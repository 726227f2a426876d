import { phraseParts, type PhrasePart } from './phrase-pattern.ts';

/**
 * Words of which any text that a phrase matches holds at least one, as few and as rare ones as the
 * phrase allows; undefined when nothing can be said, so that the phrase has to be tried on every text.
 * Holds for phrases of scripts with spaces.
 */
export function phraseAnchors(phrase: string): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const part of phraseParts(phrase)) {
    const words = partAnchors(part);
    if (words !== undefined && (best === undefined || commonness(words) < commonness(best))) best = words;
  }
  return best;
}

/**
 * The words of `checkedWords` in every form that an anchor may have: the beginnings of long ones, Arabic without
 * the "and" that is written as one word with what follows, Hindi without its endings.
 */
export function anchorForms(words: string): ReadonlySet<string> {
  const written = words.split(' ');
  const forms = new Set(written);
  for (const word of written) {
    if (word.length >= wordBeginning) forms.add(`${word.slice(0, wordBeginning)}*`);
    if (!notAscii.test(word)) continue;
    if (word.startsWith('و')) forms.add(word.slice(1));
    if (devanagari.test(word))
      for (let length = word.length - longestEnding; length < word.length; length += 1)
        if (length > 0) forms.add(word.slice(0, length));
  }
  return forms;
}

/** So many characters of a word that may go on ("suicid*") are looked for. */
export const wordBeginning = 5;
const notAscii = /[\u0080-\uffff]/;
const devanagari = /\p{Script=Devanagari}/u;
/** Three characters, in UTF-16 units. */
const longestEnding = 6;

function partAnchors(part: PhrasePart): readonly string[] | undefined {
  if (part.kind === 'word') {
    if (plainWord.test(part.word)) return [part.word];
    return openWord.test(part.word) ? [`${part.word.slice(0, wordBeginning)}*`] : undefined;
  }
  if (part.kind !== 'group' || part.optional) return undefined;
  const chosen = part.choices.map((choice) => phraseAnchors(choice));
  return chosen.every((words) => words !== undefined) ? chosen.flat() : undefined;
}

/** Without the notation's "*" or anything else that is not matched as it stands. */
const plainWord = /^[\p{L}\p{M}\p{N}]+$/u;
/** A word that may go on, of letters that are written as they stand. */
const openWord = new RegExp(`^[a-z]{${wordBeginning},}\\*$`);

/** Short words are in many texts. */
function commonness(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + 1 / word.length ** 3, 0);
}
