import type { Background } from './background.ts';
import { orderCode, type Features } from './features.ts';

/**
 * Texts prepared for comparing messages with them: TF-IDF vectors of length 1, kept by feature, so
 * that only the texts that share one with a message are touched.
 */
export type TextIndex = {
  readonly size: number;
  /** The row of each known feature. */
  readonly rows: ReadonlyMap<string, number>;
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
const codeFeature = `w:${orderCode}`;

/**
 * `features`: of each text. `examples`: how many of them, from the first, are the agent's and say how
 * rare a feature is. `background`: how common features are in messages that belong to no business, so
 * that "please" and "can you" weigh little even where few examples have them.
 */
export function indexTexts(
  features: readonly Features[],
  examples: number,
  background: Pick<Background, 'counts' | 'total'>,
): TextIndex {
  const rows = new Map<string, number>();
  const within: number[] = [];
  const counts: number[] = [];
  const rowOf = (name: string): number => {
    const known = rows.get(name);
    if (known !== undefined) return known;
    const row = rows.size;
    rows.set(name, row);
    within.push(0);
    counts.push(0);
    return row;
  };
  for (const [text, each] of features.entries()) {
    for (const name of each.keys()) {
      const row = rowOf(name);
      within[row] = (within[row] ?? 0) + 1;
      if (text < examples) counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  const total = 1 + examples + backgroundShare * background.total;
  // Without a background every weight gets 1 more, so that what is common still counts.
  const floor = background.total === 0 ? 1 : 0;
  for (const name of background.counts.keys()) rowOf(name);
  const weights = new Float64Array(rows.size);
  for (const [name, row] of rows) {
    const seen = (counts[row] ?? 0) + backgroundShare * (background.counts.get(name) ?? 0);
    weights[row] = (Math.log(total / (1 + seen)) + floor) * (name === codeFeature ? codeShare : 1);
  }
  const starts = new Int32Array(rows.size + 1);
  for (let row = 0; row < rows.size; row += 1) starts[row + 1] = (starts[row] ?? 0) + (within[row] ?? 0);
  const size = starts[rows.size] ?? 0;
  const index: TextIndex = {
    size: features.length,
    rows,
    weights,
    unseenWeight: Math.log(total) + floor,
    starts,
    texts: new Int32Array(size),
    values: new Float64Array(size),
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
  features: Features,
): { readonly rows: readonly number[]; readonly values: readonly number[]; readonly length: number } {
  const found: number[] = [];
  const values: number[] = [];
  let squares = 0;
  for (const [name, count] of features) {
    const row = rows.get(name);
    const often = count === 1 ? 1 : 1 + Math.log(count);
    const value = often * (row === undefined ? unseenWeight : (weights[row] ?? 0));
    squares += value * value;
    if (row === undefined) continue;
    found.push(row);
    values.push(value);
  }
  return { rows: found, values, length: Math.sqrt(squares) };
}
