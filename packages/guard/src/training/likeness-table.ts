import { tableSize } from '../likeness-features.ts';

/** A message as the table sees it. `weight`: how much it counts. */
export type Sample = {
  readonly features: Int32Array;
  readonly values: Float64Array;
  readonly business: boolean;
  readonly weight: number;
};

const rounds = 14;
const firstRate = 2;
const rateFalls = 0.3;
/** What a weight loses each time its feature is seen. Chosen on the development messages, where 1/1000 of it learns by heart. */
const decay = 0.01;
const constantShare = 0.1;

/** Logistic regression with weights held small (L2), by stochastic gradient descent in a fixed order. */
export function fitTable(samples: readonly Sample[]): Float64Array {
  const table = new Float64Array(tableSize);
  const order = samples.slice();
  let state = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const other = state % (at + 1);
      const [one, two] = [order[at], order[other]];
      if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
    }
    const rate = firstRate / (1 + round * rateFalls);
    for (const sample of order) {
      const { features, values, business, weight } = sample;
      const step = rate * weight * ((business ? 1 : 0) - 1 / (1 + Math.exp(-scored(table, sample))));
      for (let at = 0; at < features.length; at += 1) {
        const feature = features[at] ?? 0;
        table[feature] = (table[feature] ?? 0) * (1 - rate * decay) + step * (values[at] ?? 0);
      }
      table[tableSize - 1] = (table[tableSize - 1] ?? 0) + step * constantShare;
    }
  }
  return table;
}

/** What a table says of a message, in log odds. */
export function scored(
  table: Float64Array,
  { features, values }: Pick<Sample, 'features' | 'values'>,
): number {
  let sum = table[tableSize - 1] ?? 0;
  for (let at = 0; at < features.length; at += 1) sum += (values[at] ?? 0) * (table[features[at] ?? 0] ?? 0);
  return sum;
}

/** The greatest weights are cut to this quantile of all, so that the others keep their differences. */
const kept = 0.995;
const levels = 7;

/**
 * The table in a byte a weight that is not 0, as Base64, what one step is worth, and the constant. The
 * upper four bits say how many weights of 0 come before it, the lower four what it is, less 8; a weight of 0 there only fills.
 */
export function packTable(table: Float64Array): {
  readonly scale: number;
  readonly constant: number;
  readonly weights: string;
} {
  const sizes = [...table.subarray(0, tableSize - 1)]
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted((a, b) => a - b);
  const scale = (sizes[Math.floor(sizes.length * kept)] ?? 1) / levels;
  const bytes: number[] = [];
  let zeros = 0;
  for (const weight of table.subarray(0, tableSize - 1)) {
    const step = Math.max(-levels, Math.min(levels, Math.round(weight / scale)));
    if (step === 0 && zeros < mostZeros) zeros += 1;
    else {
      bytes.push((zeros << 4) | (step + 8));
      zeros = 0;
    }
  }
  return {
    scale: Number(scale.toPrecision(6)),
    constant: Number((table[tableSize - 1] ?? 0).toPrecision(6)),
    weights: Buffer.from(bytes).toString('base64'),
  };
}

const mostZeros = 15;
