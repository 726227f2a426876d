import { expect, test } from 'vitest';
import { backgroundOf } from '../../background.ts';
import { likeness } from '../meaning.ts';
import { loadEnglishEncoder } from './english-encoder.ts';
import { loadNoBusinessVectors } from './no-business-vectors.ts';
import { loadEnglishSpace } from './whitening.ts';

const encoder = await loadEnglishEncoder();
const dot = (left: Float32Array, right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

test('texts of one meaning are more alike than texts of two', async () => {
  const space = await loadEnglishSpace();
  const meanings = (
    await encoder.encode(['where is my parcel', 'where is my package now', 'i want to book a table'])
  ).map(space);
  const [parcel, package_, table] = meanings;
  if (parcel === undefined || package_ === undefined || table === undefined) throw new Error('three texts');
  expect(likeness(parcel, package_)).toBeGreaterThan(likeness(parcel, table) + 0.3);
});

test('an empty text, emoji and a very long text have vectors', async () => {
  const vectors = await encoder.encode(['', '👍🏽', 'where is my order '.repeat(200)]);
  expect(vectors.map(({ length }) => length)).toEqual([512, 512, 512]);
  expect(vectors.flatMap((vector) => [...vector]).every(Number.isFinite)).toBe(true);
});

test('the shipped vectors of messages of no business belong to those messages', async () => {
  const { texts: general } = backgroundOf('en');
  const shipped = await loadNoBusinessVectors(general);
  const [first] = await encoder.encode(general.slice(0, 1));
  expect(shipped).toHaveLength(general.length);
  expect(dot(first ?? new Float32Array(0), [...(shipped?.[0] ?? [])])).toBeGreaterThan(0.99);
  expect(await loadNoBusinessVectors(['something else'])).toBeUndefined();
});
