import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { backgroundOf } from '../background.ts';
import { loadUnwhitened } from '../encoder/english/english-encoder.ts';
import { noBusinessVectorsFile, packNoBusinessVectors } from '../encoder/english/no-business-vectors.ts';
import { packWhitening, whiteningFile } from '../encoder/english/whitening.ts';
import { choleskyFactor, invertedColumns } from '../invert-matrix.ts';
import { intentMessages } from './intent-messages.ts';

/**
 * Makes the English encoder's data files from HWU64 and BANKING77 (training intents, CC BY 4.0) and the
 * intents of `intents/`.
 * Run: `node --conditions=source packages/guard/src/training/fit-whitening.ts FOLDER`, where the
 * folder holds hwu64.json and banking77.json: `{ "train": [[text, intent], …] }`.
 */
const shrink = 0.15;
const size = 512;

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name the folder that holds hwu64.json and banking77.json');
const Corpus = z.object({ train: z.array(z.tuple([z.string(), z.string()])) });
const encoder = await loadUnwhitened();
const byIntent = new Map<string, readonly Float32Array[]>();
for (const file of ['hwu64.json', 'banking77.json']) {
  const { train } = Corpus.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  const texts = Map.groupBy(train, ([, intent]) => intent);
  for (const [intent, pairs] of texts)
    byIntent.set(`${file} ${intent}`, await encoder.encode(pairs.map(([text]) => text)));
}
for (const [intent, texts] of intentMessages()) byIntent.set(intent, await encoder.encode(texts));

/** The mean of the intents' means, and the covariance around them. */
const mean = new Float64Array(size);
const covariance = new Float64Array(size * size);
const total = [...byIntent.values()].reduce((sum, { length }) => sum + length, 0);
for (const vectors of byIntent.values()) {
  const centre = new Float64Array(size);
  for (const vector of vectors)
    for (let at = 0; at < size; at += 1) centre[at] = (centre[at] ?? 0) + (vector[at] ?? 0) / vectors.length;
  for (let at = 0; at < size; at += 1) mean[at] = (mean[at] ?? 0) + (centre[at] ?? 0) / byIntent.size;
  for (const vector of vectors) {
    const off = Float64Array.from(vector, (value, at) => value - (centre[at] ?? 0));
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column <= row; column += 1) {
        const at = row * size + column;
        covariance[at] = (covariance[at] ?? 0) + ((off[row] ?? 0) * (off[column] ?? 0)) / total;
      }
  }
}
let trace = 0;
for (let at = 0; at < size; at += 1) trace += covariance[at * size + at] ?? 0;
for (let at = 0; at < covariance.length; at += 1) covariance[at] = (covariance[at] ?? 0) * (1 - shrink);
for (let at = 0; at < size; at += 1)
  covariance[at * size + at] = (covariance[at * size + at] ?? 0) + (shrink * trace) / size;
await writeFile(
  whiteningFile,
  packWhitening(mean, transposed(invertedColumns(choleskyFactor(covariance, size), size))),
);

const { texts } = backgroundOf('en');
await writeFile(noBusinessVectorsFile, packNoBusinessVectors(texts, await encoder.encode(texts)));
process.stdout.write(`${total} messages of ${byIntent.size} intents, ${texts.length} of no business\n`);

function transposed(columns: Float64Array): Float64Array {
  return columns.map((_, at) => columns[(at % size) * size + Math.floor(at / size)] ?? 0);
}
