/** Where the zones of one agent and language begin, on its raw score. */
export type Zones = { readonly accept: number; readonly refuse: number };

/**
 * Sets the zones. `scope`: raw scores of the agent's own examples, each judged as if it were not
 * among them. `none`: raw scores of messages that belong to no business. From `accept` on lie at
 * most `falseAccepts` of the latter (split conformal). Below `refuse` lie few of the former and
 * most of the latter. `floors`: neither begins lower, however few examples there are.
 */
export function setZones(
  scope: readonly number[],
  none: readonly number[],
  falseAccepts: number,
  floors: Zones,
): Zones {
  const accept = Math.max(floors.accept, conformalQuantile(none, falseAccepts));
  const refuse = Math.min(accept, Math.max(floors.refuse, cheapestRefusal(scope, none)));
  return { accept, refuse };
}

/**
 * The score that a new message of the same kind exceeds with a probability of at most `rate`.
 * With too few scores to promise that, the greatest of them and a little more.
 * Source: Vovk, Gammerman & Shafer 2005, split conformal prediction.
 */
export function conformalQuantile(scores: readonly number[], rate: number): number {
  if (scores.length === 0) return -Infinity;
  const sorted = scores.toSorted((a, b) => a - b);
  const rank = Math.ceil((sorted.length + 1) * (1 - rate));
  return sorted[rank - 1] ?? (sorted.at(-1) ?? 0) + headroom;
}

const headroom = 0.02;
/** A message of no business that gets a question back costs so many own messages that are refused. */
const priceOfQuestion = 0.6;
/** The share of messages of no business that may get a question back, at least and at most. */
const questionRates = { least: 0.01, most: 0.08 };

/** Between the bounds, where refused own messages and questions about nobody's business cost least. */
function cheapestRefusal(scope: readonly number[], none: readonly number[]): number {
  if (none.length === 0) return quantile(scope, 0.02);
  const low = conformalQuantile(none, questionRates.most);
  const high = conformalQuantile(none, questionRates.least);
  let best = low;
  let least = Infinity;
  for (const candidate of [low, ...scope.filter((score) => score > low && score < high), high]) {
    const refused = share(scope, (score) => score < candidate);
    const cost = refused + priceOfQuestion * share(none, (score) => score >= candidate);
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

function share(scores: readonly number[], holds: (score: number) => boolean): number {
  return scores.length === 0 ? 0 : scores.filter(holds).length / scores.length;
}

function quantile(scores: readonly number[], rate: number): number {
  const sorted = scores.toSorted((a, b) => a - b);
  return sorted[Math.floor(rate * sorted.length)] ?? -Infinity;
}
