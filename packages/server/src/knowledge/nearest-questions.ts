import { createHash } from 'node:crypto';
import type { Encoder } from '@ambit/guard/encoder/encoder';
import type { Meaning } from '@ambit/guard/encoder/meaning';
import type { NearMeaning, VectorSearch } from '../ports/vector-store.ts';
import type { EncodedQuestions } from './encode-questions.ts';

/** So many of the nearest questions are compared closely; the others count as the last of them. */
export const mostNear = 100;
/** Finds the nearest of the questions by whitened vector, nearest first. */
export type FindNearest = (asked: Meaning) => Promise<readonly NearMeaning[]>;

/** Has the database look, which rejects when it cannot. The meanings are put there first, if they are not there yet. */
export async function nearestInDatabase(
  { questions, meanings }: EncodedQuestions,
  encoder: Encoder,
  search: VectorSearch,
): Promise<FindNearest> {
  const name = nameOf(encoder, questions, meanings);
  await search.prepare(name, meanings);
  return (asked) => search.nearest(name, asked, mostNear);
}

/** The same questions in the same order, by the same encoder and in the same space, are the same set on every node. */
function nameOf(
  encoder: Encoder,
  questions: EncodedQuestions['questions'],
  [first]: readonly Meaning[],
): string {
  const texts = questions.map(({ text }) => text);
  const what = JSON.stringify([encoder.name, [...(first?.whitened ?? [])], ...texts]);
  return createHash('sha256').update(what).digest('hex').slice(0, 32);
}

/** Looks at every meaning; all vectors lie in one piece of memory each. */
export function nearestInMemory(meanings: readonly Meaning[]): FindNearest {
  const whitened = inOnePiece(meanings.map((meaning) => meaning.whitened));
  const raw = inOnePiece(meanings.map((meaning) => meaning.raw));
  return (asked) => {
    const products = new Float32Array(meanings.length);
    for (let at = 0; at < products.length; at += 1) products[at] = innerProduct(whitened, at, asked.whitened);
    const least = products.toSorted()[products.length - mostNear] ?? -Infinity;
    const near: NearMeaning[] = [];
    for (let at = 0; at < products.length && near.length < 2 * mostNear; at += 1) {
      const product = products[at] ?? 0;
      if (product >= least) near.push({ at, whitened: product, raw: innerProduct(raw, at, asked.raw) });
    }
    return Promise.resolve(near.toSorted((a, b) => b.whitened - a.whitened).slice(0, mostNear));
  };
}

function inOnePiece(vectors: readonly Float32Array[]): Float32Array {
  const size = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * size);
  for (const [at, vector] of vectors.entries()) all.set(vector, at * size);
  return all;
}

/** Of the row `at` with a vector. Four sums at once: one would wait for itself. */
function innerProduct(rows: Float32Array, at: number, vector: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const from = at * vector.length;
  const whole = vector.length - (vector.length % 4);
  for (let each = 0; each < whole; each += 4) {
    a += (rows[from + each] ?? 0) * (vector[each] ?? 0);
    b += (rows[from + each + 1] ?? 0) * (vector[each + 1] ?? 0);
    c += (rows[from + each + 2] ?? 0) * (vector[each + 2] ?? 0);
    d += (rows[from + each + 3] ?? 0) * (vector[each + 3] ?? 0);
  }
  for (let each = whole; each < vector.length; each += 1) a += (rows[from + each] ?? 0) * (vector[each] ?? 0);
  return a + b + c + d;
}
