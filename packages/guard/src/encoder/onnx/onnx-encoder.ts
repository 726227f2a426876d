import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Encoder } from '../encoder.ts';
import { unitVector } from '../meaning.ts';
import { readTokenizer } from './read-tokenizer.ts';

const longest = 256;

/**
 * A sentence encoder of the user's own: a folder with `model.onnx` (or `onnx/model.onnx`) and
 * `tokenizer.json`, such as an export of multilingual-e5-small or all-MiniLM-L6-v2. Its vectors are
 * the means of the tokens' last states. Needs the package onnxruntime-node, which is not installed
 * with this one. `prefix`: put before each text, "query: " for e5. Rejects, saying what is missing.
 */
export async function loadOnnxEncoder(options: {
  readonly folder: string;
  readonly languages: readonly string[] | 'all';
  readonly prefix?: string;
}): Promise<Encoder> {
  const { folder, languages, prefix = '' } = options;
  const runtime = await import('onnxruntime-node').catch((cause: unknown) => {
    throw new Error('The package onnxruntime-node is not installed; add it to use a model of your own', {
      cause,
    });
  });
  const tokenize = readTokenizer(JSON.parse(await readFile(join(folder, 'tokenizer.json'), 'utf8')));
  const model = ['model.onnx', 'onnx/model.onnx']
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  if (model === undefined) throw new Error(`${folder} holds no model.onnx`);
  const digest = await digestOf(model, prefix);
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 1 });
  const encodeOne = async (text: string): Promise<Float32Array> => {
    const ids = tokenize(prefix + text).slice(0, longest);
    const row = (value: (at: number) => number) =>
      new runtime.Tensor(
        'int64',
        BigInt64Array.from(ids, (_, at) => BigInt(value(at))),
        [1, ids.length],
      );
    const known = new Map([
      ['input_ids', row((at) => ids[at] ?? 0)],
      ['attention_mask', row(() => 1)],
      ['token_type_ids', row(() => 0)],
    ]);
    const feeds = Object.fromEntries([...known].filter(([name]) => session.inputNames.includes(name)));
    const outputs = await session.run(feeds);
    const name = ['sentence_embedding', 'last_hidden_state'].find((each) =>
      session.outputNames.includes(each),
    );
    const output = outputs[name ?? session.outputNames[0] ?? ''];
    if (output === undefined || !(output.data instanceof Float32Array))
      throw new Error(`${model} gives no sentence_embedding or last_hidden_state of 32-bit numbers`);
    return unitVector(meanOfTokens(output.data, output.dims));
  };
  return {
    name: `onnx:${basename(folder)}:${digest}`,
    languages,
    async encode(texts) {
      const vectors: Float32Array[] = [];
      for (const text of texts) vectors.push(await encodeOne(text));
      return vectors;
    },
    close: () => session.release(),
  };
}

/** [1, size] as it is; [1, tokens, size] as the mean of its tokens. */
function meanOfTokens(values: Float32Array, dims: readonly number[]): Float32Array {
  const size = dims.at(-1) ?? values.length;
  const tokens = values.length / size;
  const mean = new Float32Array(size);
  for (const [at, value] of values.entries()) mean[at % size] = (mean[at % size] ?? 0) + value / tokens;
  return mean;
}

/** Says which model it is, and what is put before each text. */
async function digestOf(model: string, prefix: string): Promise<string> {
  const digest = createHash('sha256').update(prefix);
  await pipeline(createReadStream(model), digest);
  return digest.digest('hex').slice(0, 12);
}
