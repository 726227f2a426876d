import type { Background } from './background.ts';
import { orderCode, type Features } from './features.ts';

/** Which texts have a feature, and how much of it: only these are touched when a message has it. */
type Posting = { readonly texts: readonly number[]; readonly values: readonly number[] };

/** Texts prepared for comparing messages with them: TF-IDF vectors of length 1. */
export type TextIndex = {
  readonly size: number;
  readonly postings: ReadonlyMap<string, Posting>;
  readonly weights: ReadonlyMap<string, number>;
  readonly unseenWeight: number;
};

/** A message of the background counts as so many examples when a feature's weight is set. Chosen on CLINC150's validation part. */
const backgroundShare = 1.5;

/** People who ask a general assistant hardly ever write an order number. */
const codeShare = 1.6;
const codeFeature = `w:${orderCode}`;

/**
 * `features`: of each text. `background`: how common features are in messages that belong to no
 * business, so that "please" and "can you" weigh little even where few examples have them; or the
 * weights of another index.
 */
export function indexTexts(
  features: readonly Features[],
  background: Pick<Background, 'counts' | 'total'> | { readonly weights: TextIndex },
): TextIndex {
  if ('weights' in background) return posted(features, background.weights);
  const counts = new Map<string, number>();
  for (const each of features) for (const name of each.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const total = 1 + features.length + backgroundShare * background.total;
  // Without a background every weight gets 1 more, so that what is common still counts.
  const floor = background.total === 0 ? 1 : 0;
  const weightOf = (name: string): number =>
    Math.log(total / (1 + (counts.get(name) ?? 0) + backgroundShare * (background.counts.get(name) ?? 0))) +
    floor;
  const weights = new Map<string, number>();
  for (const name of counts.keys()) weights.set(name, weightOf(name));
  for (const name of background.counts.keys()) weights.set(name, weightOf(name));
  return posted(features, { weights, unseenWeight: Math.log(total) + floor });
}

function posted(
  features: readonly Features[],
  { weights, unseenWeight }: Pick<TextIndex, 'weights' | 'unseenWeight'>,
): TextIndex {
  const postings = new Map<string, { texts: number[]; values: number[] }>();
  for (const [number, each] of features.entries()) {
    for (const [name, value] of vectorOf(each, weights, unseenWeight)) {
      const posting = postings.get(name) ?? { texts: [], values: [] };
      posting.texts.push(number);
      posting.values.push(value);
      postings.set(name, posting);
    }
  }
  return { size: features.length, postings, weights, unseenWeight };
}

/** The cosine of a message to each text. */
export function cosines(index: TextIndex, features: Features): Float64Array {
  const found = new Float64Array(index.size);
  for (const [name, value] of vectorOf(features, index.weights, index.unseenWeight)) {
    const posting = index.postings.get(name);
    if (posting === undefined) continue;
    for (const [at, text] of posting.texts.entries()) {
      found[text] = (found[text] ?? 0) + value * (posting.values[at] ?? 0);
    }
  }
  return found;
}

/**
 * Features that no text has stay in the vector, and so in its length: a message that is mostly
 * about something else is far from every text even if it shares a few words with one.
 */
function vectorOf(
  features: Features,
  weights: ReadonlyMap<string, number>,
  unseenWeight: number,
): readonly (readonly [string, number])[] {
  const values: [string, number][] = [];
  let squares = 0;
  for (const [name, count] of features) {
    const value =
      (1 + Math.log(count)) * (weights.get(name) ?? unseenWeight) * (name === codeFeature ? codeShare : 1);
    values.push([name, value]);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  if (length === 0) return values;
  for (const pair of values) pair[1] /= length;
  return values;
}
