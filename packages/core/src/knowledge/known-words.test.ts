import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { indexWords, nearestWord, type NearWord } from './known-words.ts';

/** What comparing with each word in turn finds. */
function nearestOfAll(words: readonly string[], word: string): NearWord | undefined {
  let best: NearWord | undefined;
  for (const other of words) {
    const likeness = 1 - editDistance(word, other) / Math.max(word.length, other.length);
    if (Math.min(word.length, other.length) < 4 || likeness < 0.75) continue;
    if (best === undefined || likeness > best.likeness) best = { word: other, likeness };
  }
  return best;
}

test('the nearest word is the one that comparing with each of them finds', () => {
  // Few letters, so that words are near each other, some of which share a bit; and any signs.
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'é', 'ا'), minLength: 1, maxLength: 17 }),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (words, asked) => {
      expect(nearestWord(indexWords(words), asked)).toEqual(nearestOfAll(words, asked));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  'xvoucher',
  'vouxcher',
  'vouchexr',
  'voucherx',
  'ovucher',
  'vouchre',
  'vuocher',
  'oucher',
  'vouche',
  'voucheé',
])('"%s" is a slip of "voucher"', (slip) => {
  const known = indexWords(['delivery', 'vouch', 'voucher', 'ouch']);
  expect(nearestWord(known, slip)?.word).toBe('voucher');
});

test('what is like no known word is none of them', () => {
  expect(nearestWord(indexWords(['delivery', 'voucher']), 'train')).toBeUndefined();
  expect(nearestWord(indexWords([]), 'delivery')).toBeUndefined();
});
