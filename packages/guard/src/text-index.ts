import type { Background, FeatureCounts } from './background.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { orderCode, wordFeature, type Features } from './features.ts';

/**
 * Texts prepared for comparing messages with them: TF-IDF vectors of length 1, kept by feature, so
 * that only the texts that share one with a message are touched.
 */
export type TextIndex = {
  readonly size: number;
  /** The row of each known feature is its number. */
  readonly rows: FeatureNumbers;
  /** By row: how rare the feature is. */
  readonly weights: Float64Array;
  readonly unseenWeight: number;
  /** By row: where its texts begin in `texts` and `values`. */
  readonly starts: Int32Array;
  readonly texts: Int32Array;
  readonly values: Float64Array;
};

/** A message of the background counts as so many examples when a feature's weight is set. Chosen on CLINC150's validation part. */
const backgroundShare = 1.5;
/** People who ask a general assistant hardly ever write an order number. */
const codeShare = 1.6;
const codeFeature = wordFeature(orderCode);

/**
 * `features`: of each text. `examples`: how many of them, from the first, are the agent's and say how
 * rare a feature is. `background`: how common features are in messages that belong to no business, so
 * that "please" and "can you" weigh little even where few examples have them.
 */
export function indexTexts(
  features: readonly Features[],
  examples: number,
  background: Pick<Background, 'total'> & { readonly counts?: FeatureCounts },
): TextIndex {
  const rows = new FeatureNumbers();
  const within: number[] = [];
  const counts: number[] = [];
  for (const [text, { keys }] of features.entries()) {
    for (const key of keys) {
      const row = rows.take(key);
      within[row] = (within[row] ?? 0) + 1;
      counts[row] = (counts[row] ?? 0) + (text < examples ? 1 : 0);
    }
  }
  const common = background.counts;
  for (const key of common?.numbers.keys ?? []) rows.take(key);
  const total = 1 + examples + backgroundShare * background.total;
  // Without a background every weight gets 1 more, so that what is common still counts.
  const floor = background.total === 0 ? 1 : 0;
  const weights = Float64Array.from(rows.keys, (key, row) => {
    const usual = common?.counts[common.numbers.find(key)] ?? 0;
    const seen = (counts[row] ?? 0) + backgroundShare * usual;
    return (Math.log(total / (1 + seen)) + floor) * (key === codeFeature ? codeShare : 1);
  });
  const size = rows.keys.length;
  const starts = new Int32Array(size + 1);
  for (let row = 0; row < size; row += 1) starts[row + 1] = (starts[row] ?? 0) + (within[row] ?? 0);
  const places = starts[size] ?? 0;
  const index: TextIndex = {
    size: features.length,
    rows,
    weights,
    unseenWeight: Math.log(total) + floor,
    starts,
    texts: new Int32Array(places),
    values: new Float64Array(places),
  };
  const next = starts.slice();
  for (const [text, each] of features.entries()) {
    const { rows: found, values, length } = vectorOf(index, each);
    for (const [at, row] of found.entries()) {
      const place = next[row] ?? 0;
      next[row] = place + 1;
      index.texts[place] = text;
      index.values[place] = length === 0 ? 0 : (values[at] ?? 0) / length;
    }
  }
  return index;
}

/** The cosine of a message to each text. */
export function cosines(index: TextIndex, features: Features): Float64Array {
  const cosine = new Float64Array(index.size);
  const { rows, values, length } = vectorOf(index, features);
  if (length === 0) return cosine;
  const { starts, texts, values: kept } = index;
  for (let each = 0; each < rows.length; each += 1) {
    const row = rows[each] ?? 0;
    const value = (values[each] ?? 0) / length;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const text = texts[at] ?? 0;
      cosine[text] = (cosine[text] ?? 0) + value * (kept[at] ?? 0);
    }
  }
  return cosine;
}

/**
 * The known features of a text with their values, and the length of the whole. Features that no
 * text has count in that length: a message that is mostly about something else is far from every
 * text even if it shares a few words with one.
 */
function vectorOf(
  { rows, weights, unseenWeight }: TextIndex,
  { keys, counts }: Features,
): { readonly rows: readonly number[]; readonly values: readonly number[]; readonly length: number } {
  const found: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (let at = 0; at < keys.length; at += 1) {
    const row = rows.find(keys[at] ?? 0);
    const count = counts[at] ?? 1;
    const often = count === 1 ? 1 : 1 + Math.log(count);
    const value = often * (row < 0 ? unseenWeight : (weights[row] ?? 0));
    squares += value * value;
    if (row < 0) continue;
    found.push(row);
    values.push(value);
  }
  return { rows: found, values, length: Math.sqrt(squares) };
}
