import type { KnowledgePassage } from '../business/business.ts';
import type { Passage } from '../conversation/call.ts';
import { indexWords, nearestWord, type KnownWords } from './known-words.ts';
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
/** A word the knowledge has never seen says more than its rarest known word. */
const unknownFactor = 1.4;

/** Which passages have a word, and how often: those in titles count several times. */
type Occurrences = { readonly passages: Uint32Array; readonly counts: Uint32Array; readonly weight: number };

/** Passages prepared for ranking; holds for one published version of the knowledge. */
export type PassageIndex = {
  readonly passages: readonly KnowledgePassage[];
  /** What a count must reach for half of a word's weight, by passage. */
  readonly norms: Float64Array;
  readonly occurrences: ReadonlyMap<string, Occurrences>;
  readonly words: KnownWords;
  readonly unknownWeight: number;
};

export function indexPassages(passages: readonly KnowledgePassage[]): PassageIndex {
  const found = new Map<string, { passages: number[]; counts: number[] }>();
  const lengths: number[] = [];
  for (const [at, { title, body }] of passages.entries()) {
    const inBody = meaningfulWords(body);
    lengths.push(inBody.length);
    for (const [word, count] of countsOf(meaningfulWords(title), inBody)) {
      const entry = found.get(word) ?? { passages: [], counts: [] };
      entry.passages.push(at);
      entry.counts.push(count);
      found.set(word, entry);
    }
  }
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const weightOf = (count: number): number => Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  return {
    passages,
    norms: Float64Array.from(
      lengths,
      (length) => saturation * (1 - lengthCorrection + (lengthCorrection * length) / mean),
    ),
    occurrences: new Map(
      [...found].map(([word, entry]) => [
        word,
        {
          passages: Uint32Array.from(entry.passages),
          counts: Uint32Array.from(entry.counts),
          weight: weightOf(entry.passages.length),
        },
      ]),
    ),
    words: indexWords(found.keys()),
    unknownWeight: unknownFactor * weightOf(0),
  };
}

function countsOf(title: readonly string[], body: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of title) counts.set(word, (counts.get(word) ?? 0) + titleWeight);
  for (const word of body) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The passages that say most about a text, best first, at most `most`, none with a score of 0.
 * Score: the share, 0 to 1, of what the text asks about that the passage speaks of; words the
 * knowledge does not know count against it. Ties keep the order of the files.
 */
export function rankPassages(index: PassageIndex, text: string, most: number): readonly Passage[] {
  const { norms } = index;
  const scores = new Float64Array(norms.length);
  let total = 0;
  for (const word of new Set(meaningfulWords(text))) {
    const known = knownWord(index, word);
    total += known?.occurrences.weight ?? index.unknownWeight;
    if (known === undefined) continue;
    const { passages, counts, weight } = known.occurrences;
    for (let n = 0; n < passages.length; n += 1) {
      const at = passages[n] ?? 0;
      const count = counts[n] ?? 0;
      scores[at] = (scores[at] ?? 0) + (weight * known.likeness * count) / (count + (norms[at] ?? 0));
    }
  }
  const best: Ranked[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = Math.min(1, (scores[at] ?? 0) / total);
    if (score > (best.length < most ? 0 : (best.at(-1)?.score ?? 0))) keepBest(best, { at, score }, most);
  }
  return best.flatMap(({ at, score }) => {
    const passage = index.passages[at];
    if (passage === undefined) return [];
    const { passageId, title, body } = passage;
    return [{ passageId, title, body, score }];
  });
}

type Ranked = { readonly at: number; readonly score: number };

/** Of equal ones the earlier stays first. */
function keepBest(best: Ranked[], one: Ranked, most: number): void {
  const place = best.findIndex(({ score }) => score < one.score);
  best.splice(place < 0 ? best.length : place, 0, one);
  if (best.length > most) best.pop();
}

/** A word as the knowledge has it, or the one of its words that it is a slip of. */
function knownWord(
  { occurrences, words }: PassageIndex,
  word: string,
): { readonly occurrences: Occurrences; readonly likeness: number } | undefined {
  const exact = occurrences.get(word);
  if (exact !== undefined) return { occurrences: exact, likeness: 1 };
  const near = nearestWord(words, word);
  const meant = near === undefined ? undefined : occurrences.get(near.word);
  return near === undefined || meant === undefined
    ? undefined
    : { occurrences: meant, likeness: near.likeness };
}
