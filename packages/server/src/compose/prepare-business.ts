import type { Business } from '@ambit/core/business/business';
import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import { createGuard } from '@ambit/guard/create-guard';
import { guardDefinition } from '@ambit/guard/guard-definition';
import type { ReadyBusiness } from '../pipeline/published-business.ts';
import type { Tool } from '../ports/tools.ts';

/** Fits the guard and indexes the knowledge of a version. `tools`: those it declares, connected. */
export function prepareBusiness(
  version: number,
  business: Business,
  tools: ReadonlyMap<string, Tool> = new Map(),
): ReadyBusiness {
  const guard = createGuard(guardDefinition(business));
  const passages = indexPassages(business.knowledge);
  return {
    version,
    business,
    guard: { judge: (text) => Promise.resolve(guard.judge(text, {})) },
    tools,
    knowledge: { retrieve: (text, most) => Promise.resolve(rankPassages(passages, text, most)) },
  };
}
