import { attention } from './attention.ts';
import { compileMatmul } from './integer-matmul.ts';
import { embeddingSize, unpackWeights } from './packed-weights.ts';
import { Memory } from './web-assembly.ts';

/** Turns the numbers of sentence pieces into a vector of length 1 with 512 parts. */
export type Transformer = (pieces: readonly number[]) => Float32Array;

export const vectorSize = 512;
const hiddenSize = 1536;
const longest = 128;
const epsilon = 1e-6;
/** Activations are 13-bit integers, weights 8-bit ones: the sums of 1536 products fit into 32 bits. */
const activationRange = 4095;

/** Where an 8-bit matrix lies, as `columns` rows of `depth` weights, each row with its scale. */
type Matrix = {
  readonly at: number;
  readonly depth: number;
  readonly columns: number;
  readonly scales: Float32Array;
};

/**
 * The Universal Sentence Encoder lite (Cer et al. 2018), weights kept in 8 bits: 7 MB instead of 28.
 * `packed`: from `packWeights`.
 */
export async function createTransformer(packed: Uint8Array): Promise<Transformer> {
  const { matrices: shipped, vectors, embeddings } = unpackWeights(packed);
  const weightBytes = [...shipped.values()].reduce((sum, { values }) => sum + values.length, 0);
  const leftAt = weightBytes;
  const outAt = leftAt + longest * hiddenSize * 2;
  const bytes = outAt + longest * hiddenSize * 4;
  const memory = new Memory({ initial: Math.ceil(bytes / 65_536) });
  const matmul = await compileMatmul(memory);
  const left = new Int16Array(memory.buffer, leftAt, longest * hiddenSize);
  const sums = new Int32Array(memory.buffer, outAt, longest * hiddenSize);
  const matrices = new Map<string, Matrix>();
  let used = 0;
  for (const [name, { values, depth, columns, scales }] of shipped) {
    new Int8Array(memory.buffer, used, values.length).set(values);
    matrices.set(name, { at: used, depth, columns, scales });
    used += values.length;
  }
  const matrixOf = (name: string): Matrix => required(matrices, name);
  const vectorOf = (name: string): Float32Array => required(vectors, name);
  const scratchScales = new Float32Array(longest);

  /** input × matrix + bias, for each of `count` rows. */
  function times(input: Float32Array, count: number, name: string): Float32Array {
    const { at, depth, columns, scales } = matrixOf(name);
    const bias = vectorOf(`${name}/bias`);
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
        // To the nearest integer; above 0 cutting off does that, without asking for the sign.
        left[each] = (((input[each] ?? 0) * factor + activationRange + 0.5) | 0) - activationRange;
      }
    }
    matmul(leftAt, at, outAt, count, columns, depth);
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

  /** A layer but for its last product: what goes into that, and what is added to it. */
  function layer(input: Float32Array, residual: Float32Array, count: number, name: string) {
    const size = input.length / count;
    const mixed = times(normalised(input, count, size, `${name}/norm`), count, `${name}/qkv`);
    const attended = times(attention(mixed, count, size), count, `${name}/output`);
    const inner = added(attended, residual);
    const hidden = times(normalised(inner, count, vectorSize, `${name}/ffn-norm`), count, `${name}/conv1`);
    for (let each = 0; each < hidden.length; each += 1) hidden[each] = Math.max(0, hidden[each] ?? 0);
    return { hidden, inner };
  }

  return (pieces) => {
    const kept = pieces.slice(0, longest);
    const count = kept.length;
    if (count === 0) return new Float32Array(vectorSize);
    const input = embedded(embeddings, kept);
    const first = layer(input, times(input, count, 'Layer_0/dense'), count, 'Layer_0');
    const between = added(times(first.hidden, count, 'Layer_0/conv2'), first.inner);
    const second = layer(between, between, count, 'Layer_1');
    // The mean of products is the product of the mean.
    const mean = added(
      times(meanRow(second.hidden, count), 1, 'Layer_1/conv2'),
      meanRow(second.inner, count),
    );
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
  for (const [place, piece] of pieces.entries()) {
    const scale = 2 * (scales[piece] ?? 0);
    for (let each = 0; each < embeddingSize; each += 1)
      input[place * embeddingSize + each] =
        scale * (values[piece * embeddingSize + each] ?? 0) + (signals[place * embeddingSize + each] ?? 0);
  }
  return input;
}

/** A signal for each place, by which the model tells places apart. */
const signals = Float32Array.from({ length: longest * embeddingSize }, (_, at) => {
  const half = embeddingSize / 2;
  const each = at % embeddingSize;
  const angle = Math.floor(at / embeddingSize) * 10_000 ** (-(each % half) / (half - 1));
  return each < half ? Math.sin(angle) : Math.cos(angle);
});

/** The mean of `count` rows. */
function meanRow(rows: Float32Array, count: number): Float32Array {
  const width = rows.length / count;
  const mean = new Float32Array(width);
  for (let at = 0; at < rows.length; at += width)
    for (let each = 0; each < width; each += 1)
      mean[each] = (mean[each] ?? 0) + (rows[at + each] ?? 0) / count;
  return mean;
}

/** left += right */
function added(left: Float32Array, right: Float32Array): Float32Array {
  for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) + (right[at] ?? 0);
  return left;
}

function required<Value>(found: ReadonlyMap<string, Value>, name: string): Value {
  const value = found.get(name);
  if (value === undefined) throw new Error(`The sentence encoder's weights have no ${name}`);
  return value;
}
