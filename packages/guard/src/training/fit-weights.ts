/** What a linear model is fitted on. */
export type Row = { readonly values: readonly number[]; readonly yes: boolean; readonly weight: number };

const rounds = 600;
const stepShare = 0.3;
const held = 0.5;

/** Logistic regression with few weights, by steps of bounded curvature; the first value is the constant. */
export function fitWeights(rows: readonly Row[]): readonly number[] {
  const weights = Array.from({ length: rows[0]?.values.length ?? 0 }, () => 0);
  for (let round = 0; round < rounds; round += 1) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : held * weight));
    const curves = weights.map(() => 1);
    for (const { values, yes, weight } of rows) {
      const wrong = weight * (1 / (1 + Math.exp(-logOdds(weights, values))) - (yes ? 1 : 0));
      for (const [at, value] of values.entries()) {
        slopes[at] = (slopes[at] ?? 0) + wrong * value;
        curves[at] = (curves[at] ?? 0) + weight * 0.25 * value * value;
      }
    }
    for (const [at, slope] of slopes.entries())
      weights[at] = (weights[at] ?? 0) - (stepShare * slope) / (curves[at] ?? 1);
  }
  return weights;
}

/** What such weights make of one row. */
export function logOdds(weights: readonly number[], values: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
}
