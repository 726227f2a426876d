import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Model = z.object({
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(z.object({ name: z.string(), shape: z.array(z.number()), dtype: z.string() })),
    }),
  ),
});
/** A few pieces have no score, which counts as 0. */
const Vocabulary = z.array(
  z.tuple([
    z.string(),
    z
      .number()
      .nullable()
      .transform((score) => score ?? 0),
  ]),
);

/** Reads a TensorFlow.js model's weights, handing each to `take` in turn, so that they are never all in memory. */
export async function readWeights(
  folder: string,
  take: (name: string, values: Float32Array) => void,
): Promise<void> {
  const { weightsManifest } = Model.parse(JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')));
  for (const { paths, weights } of weightsManifest) {
    let rest = new Uint8Array(0);
    const waiting = [...paths];
    for (const { name, shape, dtype } of weights) {
      const size = 4 * shape.reduce((product, each) => product * each, 1);
      while (rest.length < size) {
        const path = waiting.shift();
        if (path === undefined) throw new Error(`${folder} ends before the weights of ${name}`);
        const next = await readFile(join(folder, path));
        const joined = new Uint8Array(rest.length + next.length);
        joined.set(rest);
        joined.set(next, rest.length);
        rest = joined;
      }
      if (dtype === 'float32') take(name, new Float32Array(rest.slice(0, size).buffer));
      rest = rest.subarray(size);
    }
  }
}

export async function readVocabulary(folder: string): Promise<readonly (readonly [string, number])[]> {
  return Vocabulary.parse(JSON.parse(await readFile(join(folder, 'vocab.json'), 'utf8')));
}
