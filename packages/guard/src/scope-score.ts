import type { Prediction } from './ridge.ts';

/** How a message fits each task, and the score that the zones are set on. */
export type ScopeScore = {
  /** For each task, near 1 where its examples are. */
  readonly fits: readonly number[];
  /** The number of the task that fits best. */
  readonly best: number;
  /** How far the best task's fit is above the next one's. */
  readonly margin: number;
  /** How surely the message is the agent's business; not bounded. */
  readonly raw: number;
  /** Whether it is nearer to what the owner declared that the agent does not do. */
  readonly declined: boolean;
};

/** What is unknown about a message counts against it by this much. Chosen, like the next, on CLINC150's validation part. */
export const varianceShare = 0.2;
const negativeShare = 0.5;
/** So does that the nearest declared negative is about as near as the task's nearest example, or nearer. */
const nearerShare = 1;
const aboutAsNear = 0.7;

/** `prediction`: of the tasks, in their order, and of the declared negatives, after the last task. */
export function scopeScore({ fits: all, variance, nearest }: Prediction, tasks: number): ScopeScore {
  const fits = all.slice(0, tasks);
  const negative = Math.max(0, all[tasks] ?? 0);
  let best = 0;
  for (const [task, fit] of fits.entries()) if (fit > (fits[best] ?? 0)) best = task;
  const top = fits[best] ?? 0;
  const second = fits.reduce((most, fit, task) => (task === best ? most : Math.max(most, fit)), -Infinity);
  const nearer = Math.max(0, (nearest[tasks] ?? 0) - aboutAsNear * (nearest[best] ?? 0));
  const raw = top - varianceShare * variance - negativeShare * negative - nearerShare * nearer;
  return { fits, best, margin: top - second, raw, declined: negative > top };
}
