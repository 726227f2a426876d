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
  const labels = Array.from({ length: own + negatives + general }, (_, at) => (at < own ? 1 : -1));
  const { weights, left } = fitTwoClasses(kernel, labels);
  return { weights, threshold: cheapest(left.slice(0, own), left.slice(own + negatives)) };
}

/** `similarity`: the kernel of a message with each row, in the order of fitting. */
export function belongingScore({ weights }: Belonging, similarity: Float64Array): number {
  let sum = 0;
  for (const [at, weight] of weights.entries()) sum += weight * (similarity[at] ?? 0);
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
