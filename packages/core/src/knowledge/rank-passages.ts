import type { KnowledgePassage } from '../business/business.ts';
import type { Passage } from '../conversation/call.ts';
import { editDistance } from './edit-distance.ts';
import { meaningfulWords } from './words.ts';

/**
 * Below this score a passage says too little about a text to be an answer to it: less than about
 * a quarter of what the text asks about is found there. Measured on the example shop's questions.
 */
export const passageFloor = 0.3;

/** A word of a title counts as much as so many in the body. */
const titleWeight = 4;
/** BM25's saturation and length correction. Source: Robertson & Zaragoza 2009, section 3.4. */
const saturation = 1.2;
const lengthCorrection = 0.4;
/** How much of a mistyped word must be right for it to count as a known one. */
const leastLikeness = 0.75;
/** A word the knowledge has never seen says more than its rarest known word. */
const unknownFactor = 1.4;

type IndexedPassage = {
  readonly passage: KnowledgePassage;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
};

/** Passages prepared for ranking; holds for one published version of the knowledge. */
export type PassageIndex = {
  readonly passages: readonly IndexedPassage[];
  /** How telling each known word is. */
  readonly weights: ReadonlyMap<string, number>;
  /** The words long enough to be what a mistyped one was meant to be, with the letters that are in them. */
  readonly words: readonly { readonly word: string; readonly letters: number }[];
  readonly meanLength: number;
  readonly unknownWeight: number;
};

export function indexPassages(passages: readonly KnowledgePassage[]): PassageIndex {
  const indexed = passages.map((passage) => {
    const counts = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const word of meaningfulWords(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
    };
    add(passage.title, titleWeight);
    add(passage.body, 1);
    return { passage, counts, length: meaningfulWords(passage.body).length };
  });
  const within = new Map<string, number>();
  for (const { counts } of indexed)
    for (const word of counts.keys()) within.set(word, (within.get(word) ?? 0) + 1);
  const weightOf = (count: number): number => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  return {
    passages: indexed,
    weights: new Map([...within].map(([word, count]) => [word, weightOf(count)])),
    words: [...within.keys()]
      .filter((word) => word.length >= shortestMistyped)
      .map((word) => ({ word, letters: lettersOf(word) })),
    meanLength: Math.max(
      1,
      indexed.reduce((sum, { length }) => sum + length, 0) / Math.max(1, indexed.length),
    ),
    unknownWeight: unknownFactor * weightOf(0),
  };
}

/**
 * The passages that say most about a text, best first, at most `most`, none with a score of 0.
 * Score: the share, 0 to 1, of what the text asks about that the passage speaks of; words the
 * knowledge does not know count against it. Ties keep the order of the files.
 */
export function rankPassages(index: PassageIndex, text: string, most: number): readonly Passage[] {
  const asked = [...new Set(meaningfulWords(text))].map((word) => closestKnownWord(index, word));
  const total = asked.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  return index.passages
    .map(({ passage, counts, length }) => {
      const norm = saturation * (1 - lengthCorrection + (lengthCorrection * length) / index.meanLength);
      const found = asked.reduce((sum, { word, weight, likeness }) => {
        const count = word === undefined ? 0 : (counts.get(word) ?? 0);
        return sum + (weight * likeness * count) / (count + norm);
      }, 0);
      const { passageId, title, body } = passage;
      return { passageId, title, body, score: Math.min(1, found / total) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

type AskedWord = { readonly word: string | undefined; readonly weight: number; readonly likeness: number };

function closestKnownWord(index: PassageIndex, word: string): AskedWord {
  const weight = index.weights.get(word);
  if (weight !== undefined) return { word, weight, likeness: 1 };
  if (word.length < shortestMistyped) return { word: undefined, weight: index.unknownWeight, likeness: 0 };
  const letters = lettersOf(word);
  let best: AskedWord = { word: undefined, weight: index.unknownWeight, likeness: 0 };
  for (const known of index.words) {
    const longer = Math.max(word.length, known.word.length);
    const mostSlips = longer * (1 - leastLikeness);
    if (Math.abs(word.length - known.word.length) > mostSlips) continue;
    // A slip takes one letter away and brings one in at most.
    if (countBits(letters ^ known.letters) > 2 * mostSlips) continue;
    const likeness = 1 - editDistance(word, known.word) / longer;
    if (likeness >= leastLikeness && likeness > best.likeness)
      best = { word: known.word, weight: index.weights.get(known.word) ?? 0, likeness };
  }
  return best;
}

/** Shorter words are too like one another. */
const shortestMistyped = 4;

/** Which letters a word has, as bits; several letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
