import {
  choleskyFactor,
  discard,
  invertedColumns,
  invertMatrix,
  lowerTriangle,
  triangleRow,
  type Matrix,
} from './invert-matrix.ts';

/** Kernel ridge regression, one class against the others, in closed form. */
export type Ridge = {
  readonly classes: number;
  readonly size: number;
  /** For each class the weight of each example. */
  readonly weights: readonly Float64Array[];
  /** (K + λI)⁻¹, its lower triangle. */
  readonly inverse: Float64Array;
  readonly labels: readonly number[];
  /** The kernel of a text with itself. */
  readonly self: number;
  /** For each example how alike the nearest other one of each class is. */
  readonly nearest: readonly Float64Array[];
};

/** What the regression says of one message. */
export type Prediction = {
  /** For each class, near 1 where its examples are, near 0 elsewhere. */
  readonly fits: readonly number[];
  /** How little the examples say about it: 0 at an example, `self` far from all. */
  readonly variance: number;
  /** For each class how alike its nearest example is, from 0 to 1. */
  readonly nearest: Float64Array;
};

/** λ, chosen on CLINC150's validation part. */
const lambda = 0.5;

/** λ of an example that is trusted to the letter: what the owner declared to be none of the business. */
const strictLambda = 0.1;

/**
 * `kernel`: of each example with each, rows after rows, discarded; `labels`: the class of each example;
 * `strict`: a class whose examples count more than those of others.
 */
export function fitRidge(
  kernel: Matrix,
  labels: readonly number[],
  { classes, self, strict }: { readonly classes: number; readonly self: number; readonly strict: number },
): Ridge {
  const size = labels.length;
  const nearest = labels.map((_, row) =>
    nearestOfEach(kernel.subarray(row * size, (row + 1) * size), labels, { classes, self, except: row }),
  );
  const regularised = kernel;
  for (const [each, label] of labels.entries()) {
    const at = each * size + each;
    regularised[at] = (regularised[at] ?? 0) + (label === strict ? strictLambda : lambda);
  }
  const inverse = invertMatrix(regularised, size);
  const weights = Array.from({ length: classes }, () => new Float64Array(size));
  for (let row = 0; row < size; row += 1) {
    for (const [column, label] of labels.entries()) {
      const ofClass = weights[label];
      if (ofClass !== undefined) ofClass[row] = (ofClass[row] ?? 0) + (inverse[row * size + column] ?? 0);
    }
  }
  const kept = lowerTriangle(inverse, size);
  discard(inverse);
  return { classes, size, weights, inverse: kept, labels, self, nearest };
}

function nearestOfEach(
  similarity: Float64Array,
  labels: readonly number[],
  { classes, self, except }: { readonly classes: number; readonly self: number; readonly except?: number },
): Float64Array {
  const nearest = new Float64Array(classes);
  for (let each = 0; each < labels.length; each += 1) {
    const label = labels[each] ?? 0;
    const alike = (similarity[each] ?? 0) / self;
    if (each !== except && alike > (nearest[label] ?? 0)) nearest[label] = alike;
  }
  return nearest;
}

const negligible = 0.03;

/** `similarity`: the kernel of the message with each example. */
export function predict(ridge: Ridge, similarity: Float64Array): Prediction {
  const { size, inverse } = ridge;
  // What hardly shares anything with the message explains nothing of it.
  const touched = new Int32Array(size);
  const values = new Float64Array(size);
  let count = 0;
  for (let each = 0; each < size; each += 1) {
    const value = similarity[each] ?? 0;
    if (Math.abs(value) <= negligible) continue;
    touched[count] = each;
    values[count] = value;
    count += 1;
  }
  const explained = quadraticForm(inverse, touched.subarray(0, count), values);
  const fits = ridge.weights.map((weights) => {
    let sum = 0;
    for (let each = 0; each < size; each += 1) sum += (weights[each] ?? 0) * (similarity[each] ?? 0);
    return sum;
  });
  const nearest = nearestOfEach(similarity, ridge.labels, ridge);
  return { fits, variance: Math.max(0, ridge.self - explained), nearest };
}

/** vᵀ M v for the rows of a symmetric matrix that are `touched`, of which `triangle` is the lower triangle. */
function quadraticForm(triangle: Float64Array, touched: Int32Array, values: Float64Array): number {
  let form = 0;
  let at = 0;
  // Two rows at once, and of each two sums: what is read once counts twice, and no sum waits for itself.
  for (; at + 1 < touched.length; at += 2) {
    const row = touched[at] ?? 0;
    const next = touched[at + 1] ?? 0;
    const start = triangleRow(row);
    const nextStart = triangleRow(next);
    const value = values[at] ?? 0;
    const nextValue = values[at + 1] ?? 0;
    let even = 0;
    let odd = 0;
    let nextEven = 0;
    let nextOdd = 0;
    for (let other = 0; other < at; other += 2) {
      const column = touched[other] ?? 0;
      const after = touched[other + 1] ?? 0;
      const one = values[other] ?? 0;
      const two = values[other + 1] ?? 0;
      even += (triangle[start + column] ?? 0) * one;
      odd += (triangle[start + after] ?? 0) * two;
      nextEven += (triangle[nextStart + column] ?? 0) * one;
      nextOdd += (triangle[nextStart + after] ?? 0) * two;
    }
    const own = ((triangle[start + row] ?? 0) * value) / 2;
    const nextOwn = ((triangle[nextStart + next] ?? 0) * nextValue) / 2;
    const between = (triangle[nextStart + row] ?? 0) * value;
    form += 2 * (even + odd + own) * value + 2 * (nextEven + nextOdd + between + nextOwn) * nextValue;
  }
  for (; at < touched.length; at += 1) {
    const start = triangleRow(touched[at] ?? 0);
    let sum = ((triangle[start + (touched[at] ?? 0)] ?? 0) * (values[at] ?? 0)) / 2;
    for (let other = 0; other < at; other += 1)
      sum += (triangle[start + (touched[other] ?? 0)] ?? 0) * (values[other] ?? 0);
    form += 2 * sum * (values[at] ?? 0);
  }
  return form;
}

/** What the regression would say of each example had it never seen it: exact, without refitting. */
export function leaveOneOut(ridge: Ridge): readonly Prediction[] {
  const { inverse, labels } = ridge;
  return labels.map((label, example) => {
    const pivot = inverse[triangleRow(example) + example] ?? 1;
    return {
      fits: ridge.weights.map((weights, at) => (at === label ? 1 : 0) - (weights[example] ?? 0) / pivot),
      variance: Math.max(0, 1 / pivot - lambda),
      nearest: ridge.nearest[example] ?? new Float64Array(ridge.classes),
    };
  });
}

/**
 * The same for two classes and without the variance, in two thirds of the time. `kernel`: discarded;
 * `labels`: 1 inside, -1 outside. `left`: what it would say of each example had it never seen it.
 */
export function fitTwoClasses(
  kernel: Matrix,
  labels: readonly number[],
): { readonly weights: Float64Array; readonly left: readonly number[] } {
  const size = labels.length;
  for (let at = 0; at < size * size; at += size + 1) kernel[at] = (kernel[at] ?? 0) + lambda;
  const columns = invertedColumns(choleskyFactor(kernel, size), size);
  discard(kernel);
  const weights = new Float64Array(size);
  const pivots = new Float64Array(size);
  const projected = new Float64Array(size);
  for (const [column, label] of labels.entries())
    for (let row = column; row < size; row += 1)
      projected[row] = (projected[row] ?? 0) + (columns[column * size + row] ?? 0) * label;
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      const value = columns[column * size + row] ?? 0;
      weights[column] = (weights[column] ?? 0) + value * (projected[row] ?? 0);
      pivots[column] = (pivots[column] ?? 0) + value * value;
    }
  }
  discard(columns);
  return { weights, left: labels.map((label, at) => label - (weights[at] ?? 0) / (pivots[at] ?? 1)) };
}
