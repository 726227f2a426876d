import type { ToldOfModel } from '../pipeline/ask-model.ts';
import type { Metrics } from '../ports/metrics.ts';

/** Counts what was asked of models. */
export function countModel(metrics: Metrics, told: ToldOfModel): void {
  if (told.kind === 'over-budget') {
    metrics.count('modelCalls', { asked: told.asked, result: 'over-budget' });
    return;
  }
  const { asked, outcome, inputTokens, outputTokens } = told.use;
  metrics.count('modelCalls', { asked, result: outcome });
  metrics.count('modelTokens', { direction: 'input' }, inputTokens);
  metrics.count('modelTokens', { direction: 'output' }, outputTokens);
  if (told.again) metrics.count('modelTextsRejected', {});
}
