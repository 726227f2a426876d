import { tableSize } from './likeness-features.ts';
import type { ConceptsRead } from './read-concepts.ts';
import { SparseVectorBuilder, type SparseVector } from './sparse-vector.ts';

/** How much each says. */
const shares = { concept: 3, pair: 2, couple: 1.5, beginning: 2, shape: 1 };
/** So many concepts apart two of them still make a couple. */
const nearby = 3;
const mostWords = 6;
const unknownSteps = 4;
const features = new SparseVectorBuilder();

/**
 * Concepts, two in a row, two near one another in whatever order, how the text begins, how long it is and how much of
 * it is unknown, hashed, as a vector of length 1. It is the same in every language.
 */
export function conceptFeatures({ found, unknown }: ConceptsRead): SparseVector {
  const known: number[] = [];
  for (const concepts of found) {
    for (const concept of concepts) features.set(placeOf('concept', concept, 0), shares.concept);
    const [first] = concepts;
    if (first !== undefined) known.push(first);
  }
  const [first = 0, second = 0] = [found[0]?.[0], found[1]?.[0]];
  features.set(placeOf('first', first, 0), shares.beginning);
  features.set(placeOf('beginning', first, second), shares.beginning);
  for (const [at, one] of known.entries()) {
    const next = known[at + 1];
    if (next !== undefined) features.set(placeOf('pair', one, next), shares.pair);
    for (let beside = at + 1; beside < known.length && beside <= at + nearby; beside += 1) {
      const other = known[beside] ?? 0;
      features.set(placeOf('couple', Math.min(one, other), Math.max(one, other)), shares.couple);
    }
  }
  features.set(placeOf('length', Math.min(mostWords, found.length >> 1), 0), shares.shape);
  const unknownShare = Math.round((unknownSteps * unknown) / Math.max(1, found.length));
  features.set(placeOf('unknown', unknownShare, 0), shares.shape);
  return features.take();
}

/** What keeps features of different sorts apart. */
const sorts = { concept: 1, first: 4, beginning: 5, pair: 6, couple: 7, length: 8, unknown: 9 };

/** Where in a table a feature is kept. Multipliers of MurmurHash3 (Appleby, public domain). */
function placeOf(sort: keyof typeof sorts, one: number, other: number): number {
  let hash = Math.imul(sorts[sort], 0x9e_37_79_b1) ^ one;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b) ^ Math.imul(other, 0xc2_b2_ae_35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x2c_1b_3c_6d);
  return ((hash ^ (hash >>> 15)) >>> 0) % (tableSize - 1);
}
