import { expect, test } from 'vitest';
import { conceptFeatures } from './concept-features.ts';
import { likenessTokens } from './likeness-words.ts';
import { conceptReader } from './read-concepts.ts';
import type { SparseVector } from './sparse-vector.ts';

function featuresOf(language: string, text: string): SparseVector {
  return conceptFeatures(conceptReader(language)?.(likenessTokens(text)) ?? { found: [], unknown: 0 });
}

function alike(one: SparseVector, other: SparseVector): number {
  let sum = 0;
  for (const [at, place] of one.places.entries())
    sum += (one.values[at] ?? 0) * (other.values[other.places.indexOf(place)] ?? 0);
  return sum;
}

test('a request is nearer to its translation than to another request of the same language', () => {
  const poem = featuresOf('en', 'write a poem about love');
  const translated = featuresOf('es', 'escribe un poema sobre el amor');
  expect(alike(poem, translated)).toBeGreaterThan(alike(poem, featuresOf('en', 'where is my parcel')) + 0.3);
});

test('a text is as alike to itself as can be, and one without words has features too', () => {
  const parcel = featuresOf('fr', 'où est mon colis');
  expect(alike(parcel, parcel)).toBeCloseTo(1, 9);
  expect(featuresOf('fr', '…').places.length).toBeGreaterThan(0);
});
