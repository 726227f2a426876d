import { fitTwoClasses } from './ridge.ts';
import { conformalQuantile } from './zones.ts';

/**
 * Tells an agent's business as a whole from what belongs to no business: one ridge over the agent's
 * examples, its declared negatives and the shipped messages. It knows nothing of tasks, so it never
 * accepts; it keeps a message that no task fits well from being refused.
 */
export type Belonging = {
  /** Of each example, negative and shipped message, in this order: its weight. */
  readonly weights: Float64Array;
  /** From here on a message is asked about rather than refused. */
  readonly threshold: number;
};

/** How many of `kernel`'s rows are the agent's examples, then negatives, then messages of no business. */
type Counts = { readonly own: number; readonly negatives: number; readonly general: number };

/** A message of no business that gets a question back costs so many own messages that are refused. */
const priceOfQuestion = 2;
const questionRates = { least: 0.01, most: 0.1 };

/** `kernel`: of all with all, rows after rows; undefined where no messages of no business are known. */
export function fitBelonging(
  kernel: Float64Array,
  { own, negatives, general }: Counts,
): Belonging | undefined {
  if (own === 0 || general === 0) return undefined;
  const total = own + negatives + general;
  const chosen = [...spread(0, own), ...spread(own, own + negatives), ...spread(own + negatives, total)];
  const size = chosen.length;
  const among = new Float64Array(size * size);
  for (const [row, from] of chosen.entries())
    for (const [column, to] of chosen.entries()) among[row * size + column] = kernel[from * total + to] ?? 0;
  const { weights, left } = fitTwoClasses(
    among,
    chosen.map((at) => (at < own ? 1 : -1)),
  );
  const all = new Float64Array(total);
  for (const [at, of] of chosen.entries()) all[of] = weights[at] ?? 0;
  const inside = left.filter((_, at) => (chosen[at] ?? 0) < own);
  const outside = left.filter((_, at) => (chosen[at] ?? 0) >= own + negatives);
  return { weights: all, threshold: cheapest(inside, outside) };
}

/** Of each kind at most so many are learnt from, from all over the list: fitting takes the cube of their number. */
const mostOfAKind = 300;

function spread(from: number, to: number): readonly number[] {
  const step = Math.max(1, (to - from) / mostOfAKind);
  return Array.from({ length: Math.min(to - from, mostOfAKind) }, (_, at) => from + Math.floor(at * step));
}

/** `similarity`: the kernel of a message with each row, in the order of fitting. */
export function belongingScore({ weights }: Belonging, similarity: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (similarity[at] ?? 0);
  return sum;
}

function cheapest(inside: readonly number[], outside: readonly number[]): number {
  const low = conformalQuantile(outside, questionRates.most);
  const high = conformalQuantile(outside, questionRates.least);
  let [best, least] = [high, Infinity];
  for (const candidate of [low, ...inside.filter((score) => score > low && score < high), high]) {
    const refused = inside.filter((score) => score < candidate).length / inside.length;
    const asked = outside.filter((score) => score >= candidate).length / outside.length;
    if (refused + priceOfQuestion * asked < least)
      [best, least] = [candidate, refused + priceOfQuestion * asked];
  }
  return best;
}
