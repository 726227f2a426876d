/** What a text means to an encoder: its vector, and the same with what tells no tasks apart taken out. */
export type Meaning = { readonly raw: Float32Array; readonly whitened: Float32Array };

/** Turns an encoder's vector of length 1 into a meaning. */
export type MeaningSpace = (vector: Float32Array) => Meaning;

const rawShare = 0.5;
const rawSharpness = 4;

/** How alike two texts are, from about -1 to `selfLikeness`: chosen on CLINC150's validation part. */
export function likeness(left: Meaning, right: Meaning): number {
  return likenessOf(dot(left.whitened, right.whitened), dot(left.raw, right.raw));
}

/** The same, of the inner products of both vectors. */
export function likenessOf(whitened: number, raw: number): number {
  return whitened + rawShare * Math.exp(rawSharpness * (raw - 1));
}

/** A text with itself. */
export const selfLikeness = 1 + rawShare;

/** Four sums at once: one would wait for itself. */
function dot(left: Float32Array, right: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = left.length - (left.length % 4);
  for (let at = 0; at < whole; at += 4) {
    a += (left[at] ?? 0) * (right[at] ?? 0);
    b += (left[at + 1] ?? 0) * (right[at + 1] ?? 0);
    c += (left[at + 2] ?? 0) * (right[at + 2] ?? 0);
    d += (left[at + 3] ?? 0) * (right[at + 3] ?? 0);
  }
  for (let at = whole; at < left.length; at += 1) a += (left[at] ?? 0) * (right[at] ?? 0);
  return a + b + c + d;
}

export function unitVector(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}

/** The space of an encoder that nothing is known about: what all messages have in common is taken out. */
export function centredSpace(vectors: readonly Float32Array[]): MeaningSpace {
  const [first] = vectors;
  const mean = new Float32Array(first?.length ?? 0);
  for (const vector of vectors)
    for (let each = 0; each < mean.length; each += 1)
      mean[each] = (mean[each] ?? 0) + (vector[each] ?? 0) / vectors.length;
  return (vector) => ({
    raw: vector,
    whitened: unitVector(vector.map((value, at) => value - (mean[at] ?? 0))),
  });
}
