import { editDistance } from './edit-distance.ts';
import { isMere, meaningsOf } from './meanings.ts';
import { wordsOf } from './plain-words.ts';
import { subjectWords } from './search-words.ts';
import { meaningfulWords } from './words.ts';

/** What a word counts that only the answer speaks of, and not the question that it answers. */
const bodyShare = 0.6;
/** What a word counts where only another of the same meaning is. */
const meaningShare = 0.7;
/** What a word counts where only another form of it is. */
const formShare = 0.85;
/** How much of the longer of two words they must have in common for both to be forms of one. */
const leastCommon = 0.6;
/** How much of a mistyped word must be right for it to count as a known one. */
const leastRight = 0.65;

/** Of shorter words, nothing is a form or a slip. */
const shortestForm = 4;

/** What a word counts beside others that says only that something can be. */
const mereShare = 0.4;

/** What a text speaks of, as words of a question are looked for in it. */
type Spoken = {
  readonly words: ReadonlySet<string>;
  /** Those of them that another may be a form or a slip of. */
  readonly long: readonly string[];
  readonly meanings: ReadonlySet<string>;
};

/** A passage's questions and its answer, as words are looked for in them. */
export type SpokenPassage = { readonly questions: Spoken; readonly body: Spoken };

export function spokenOf(questions: readonly string[], body: string): SpokenPassage {
  return { questions: spoken(questions.join('\n')), body: spoken(body) };
}

function spoken(text: string): Spoken {
  const words = wordsOf(text);
  const all = new Set([...words, ...meaningfulWords(text), ...subjectWords(text, 'zh')]);
  return {
    words: all,
    long: [...all].filter((word) => word.length >= shortestForm),
    meanings: new Set(words.flatMap(meaningsOf)),
  };
}

/** A word of a question; `weight`: how telling it is; `known`: the knowledge has it somewhere. */
export type AskedWord = {
  readonly word: string;
  readonly stem: string | undefined;
  readonly meanings: readonly string[];
  readonly weight: number;
  readonly known: boolean;
};

/** `words`: those of a question that say what it is about; `weigh`: how telling a word of the knowledge is. */
export function askedWords(
  words: readonly string[],
  weigh: (word: string) => number | undefined,
  unknownWeight: number,
): readonly AskedWord[] {
  return words.map((word) => {
    const weight = weigh(word);
    const [stem] = meaningfulWords(word);
    const meanings = meaningsOf(word);
    // "Do you accept" is said of cards and of insurers: what is accepted says more.
    const share = words.length > 1 && isMere(meanings) ? mereShare : 1;
    return {
      word,
      stem,
      meanings,
      weight: share * (weight ?? unknownWeight),
      known: weight !== undefined,
    };
  });
}

/**
 * The share, 0 to 1, of what a question asks about that a passage speaks of: each word by itself, by a
 * word of the same meaning, by most of its letters, or by one that it is a slip of.
 */
export function coverage(asked: readonly AskedWord[], { questions, body }: SpokenPassage): number {
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return (
    asked.reduce(
      (sum, word) => sum + word.weight * Math.max(found(word, questions), bodyShare * found(word, body)),
      0,
    ) / total
  );
}

function found({ word, stem, meanings, known }: AskedWord, spoken: Spoken): number {
  const { words } = spoken;
  if (words.has(word)) return 1;
  // A stem may be that of another word with the same meaning.
  if (stem !== undefined && words.has(stem)) return word.startsWith(stem.slice(0, 3)) ? 1 : meaningShare;
  if (meanings.some((meaning) => spoken.meanings.has(meaning))) return meaningShare;
  return word.length < shortestForm ? 0 : nearest(word, known, spoken.long);
}

/** Another form of the word, or, if the knowledge does not have it at all, the word it is a slip of. */
function nearest(word: string, known: boolean, words: readonly string[]): number {
  let best = 0;
  for (const other of words) {
    const longer = Math.max(word.length, other.length);
    if (other.length < word.length * leastCommon || word.length < other.length * leastCommon) continue;
    if (word.includes(other) || other.includes(word) || commonBeginning(word, other) >= longer * leastCommon)
      return formShare;
    // People seldom mistype a word's first letter.
    if (known || other[0] !== word[0] || Math.abs(other.length - word.length) > 2) continue;
    best = Math.max(best, 1 - editDistance(word, other) / longer);
  }
  return best >= leastRight ? best : 0;
}

function commonBeginning(left: string, right: string): number {
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  return same;
}
