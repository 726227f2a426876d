import type { Business } from '@ambit/core/business/business';
import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import { createGuard } from '@ambit/guard/create-guard';
import { guardDefinition } from '@ambit/guard/guard-definition';
import type { GuardPool } from '@ambit/guard/worker/create-guard-pool';
import type { ReadyBusiness } from '../pipeline/published-business.ts';
import type { Tool } from '../ports/tools.ts';

/**
 * Fits the guard and indexes the knowledge of a version. `tools`: those it declares, connected;
 * `guards`: the threads that judge, so that the event loop does not; without them it judges itself.
 */
export function prepareBusiness(
  version: number,
  business: Business,
  tools: ReadonlyMap<string, Tool> = new Map(),
  guards?: GuardPool,
): ReadyBusiness {
  const definition = guardDefinition(business);
  const guard = guards === undefined ? createGuard(definition) : guards.guard(definition);
  const passages = indexPassages(business.knowledge);
  return {
    version,
    business,
    guard: { judge: async (text, context) => guard.judge(text, context) },
    tools,
    knowledge: { retrieve: (text, most) => Promise.resolve(rankPassages(passages, text, most)) },
  };
}
