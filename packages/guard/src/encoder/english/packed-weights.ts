/** The weights of the sentence encoder as they are shipped: matrices and embeddings in 8 bits, the rest as 32-bit numbers. */
export type PackedWeights = {
  readonly matrices: ReadonlyMap<string, PackedMatrix>;
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly embeddings: { readonly values: Int8Array; readonly scales: Float32Array };
};

/** `columns` rows of `depth` weights, each row with its scale. */
type PackedMatrix = {
  readonly values: Int8Array;
  readonly depth: number;
  readonly columns: number;
  readonly scales: Float32Array;
};

export const embeddingSize = 256;
const pieces = 8002;
const weightRange = 127;

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

/** The numbers beside the matrices, with how many there are of each, in the order of the file. */
const vectorSizes = new Map<string, number>([
  ...[...matrixShapes].map(([name, [, columns]]): [string, number] => [`${name}/bias`, columns]),
  ...['Layer_0/norm', 'Layer_0/ffn-norm', 'Layer_1/norm', 'Layer_1/ffn-norm'].flatMap(
    (name): [string, number][] => {
      const size = name === 'Layer_0/norm' ? 256 : 512;
      return [
        [`${name}/scale`, size],
        [`${name}/shift`, size],
      ];
    },
  ),
]);

const shapes = [...matrixShapes.values()];
/** In bytes: numbers of four, and one for each weight. */
const packedSize =
  4 * [...vectorSizes.values(), ...shapes.map(([, columns]) => columns), pieces].reduce((a, b) => a + b, 0) +
  shapes.reduce((sum, [depth, columns]) => sum + depth * columns, pieces * embeddingSize);

/** `weights`: by the names of `weightName`, as the model has them. Throws when one is missing or has another size. */
export function packWeights(weights: ReadonlyMap<string, Float32Array>): Uint8Array {
  const of = (name: string, size: number): Float32Array => {
    const values = weights.get(name);
    if (values?.length === size) return values;
    throw new Error(`The model has ${values?.length ?? 'no'} numbers for ${name} instead of ${size}`);
  };
  const numbers: Float32Array[] = [...vectorSizes].map(([name, size]) => of(name, size));
  const bytes: Int8Array[] = [];
  for (const [name, [depth, columns]] of matrixShapes) {
    const values = new Int8Array(depth * columns);
    numbers.push(quantiseColumns(of(name, depth * columns), values, columns));
    bytes.push(values);
  }
  const { values, scales } = quantisedRows(of('embeddings', pieces * embeddingSize), embeddingSize);
  return Buffer.concat([...numbers, scales, ...bytes, values].map(bytesOf));
}

/** Reads what `packWeights` wrote; its matrices stay there. Throws when it is something else. */
export function unpackWeights(packed: Uint8Array): PackedWeights {
  if (packed.length !== packedSize)
    throw new Error(`The encoder's weights are ${packed.length} bytes instead of ${packedSize}`);
  let at = 0;
  const take = (bytes: number): ArrayBuffer => {
    const taken = Uint8Array.from(packed.subarray(at, at + bytes)).buffer;
    at += bytes;
    return taken;
  };
  const numbers = (count: number): Float32Array => new Float32Array(take(4 * count));
  const vectors = new Map([...vectorSizes].map(([name, size]) => [name, numbers(size)]));
  const scales = shapes.map(([, columns]) => numbers(columns));
  const pieceScales = numbers(pieces);
  const matrices = new Map(
    [...matrixShapes].map(([name, [depth, columns]], matrix): [string, PackedMatrix] => {
      const values = new Int8Array(packed.buffer, packed.byteOffset + at, depth * columns);
      at += depth * columns;
      return [name, { values, depth, columns, scales: scales[matrix] ?? new Float32Array(columns) }];
    }),
  );
  const embeddings = { values: new Int8Array(take(pieces * embeddingSize)), scales: pieceScales };
  return { matrices, vectors, embeddings };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
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

/** A name in the TensorFlow graph, shortened to what it is. */
export function weightName(name: string): string {
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
