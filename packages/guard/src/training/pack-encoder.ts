import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { englishWeightsFile } from '../encoder/english/english-encoder.ts';
import { packWeights } from '../encoder/english/packed-weights.ts';

/**
 * Makes the English encoder's weights file of what `tune-encoder.py` wrote. Run after it, and before
 * `fit-whitening.ts`: `node --conditions=source packages/guard/src/training/pack-encoder.ts FOLDER`, where the
 * folder holds weights.json and tuned.f32.
 */
const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Name the folder that holds weights.json and tuned.f32');
const Places = z.record(z.string(), z.tuple([z.number(), z.number()]));
const places = Places.parse(JSON.parse(await readFile(join(folder, 'weights.json'), 'utf8')));
const bytes = await readFile(join(folder, 'tuned.f32'));
const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
const weights = new Map(
  Object.entries(places).map(([name, [from, length]]) => [name, numbers.subarray(from, from + length)]),
);
await writeFile(englishWeightsFile, packWeights(weights));
