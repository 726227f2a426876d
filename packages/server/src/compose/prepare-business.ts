import type { Business, KnowledgePassage } from '@ambit/core/business/business';
import { guardDefinition, type GuardDefinition } from '@ambit/guard/guard-definition';
import type { GuardPool, PooledGuard } from '@ambit/guard/worker/create-guard-pool';
import { createKnowledge, type MeaningSource } from '../knowledge/create-knowledge.ts';
import type { ReadyBusiness } from '../pipeline/published-business.ts';
import type { Tool } from '../ports/tools.ts';

/**
 * What a business knows beside its published version. `stored`: web pages and approved answers, of the
 * revision that is current; `meanings`: what compares questions by meaning.
 */
export type MoreKnowledge = {
  readonly stored?: readonly KnowledgePassage[];
  readonly meanings?: MeaningSource;
};

/**
 * Fits the guard and indexes the knowledge of a version. `tools`: those it declares, connected;
 * `guards`: the threads that judge, so that the event loop does not; without them it judges itself.
 */
export function prepareBusiness(
  version: number,
  business: Business,
  tools: ReadonlyMap<string, Tool> = new Map(),
  guards?: GuardPool,
  { stored = [], meanings }: MoreKnowledge = {},
): Omit<ReadyBusiness, 'revision'> {
  const passages = [...business.knowledge, ...stored];
  const definition = guardDefinition({ ...business, knowledge: passages });
  const guard = guards === undefined ? guardOfItsOwn(definition) : guards.guard(definition);
  if (guards !== undefined) warmUp(guard, business);
  return {
    version,
    business,
    guard: { judge: async (text, context) => guard.judge(text, context) },
    tools,
    knowledge: createKnowledge(passages, meanings),
  };
}

/** The first customer of each language must not wait until what it takes to understand them is loaded. */
function warmUp(guard: Pick<PooledGuard, 'judge'>, { agent, languages }: Business): void {
  for (const language of languages) {
    const text = agent.tasks.find(({ examples }) => examples[language] !== undefined)?.examples[
      language
    ]?.[0];
    // One that cannot judge says so again to the first message.
    if (text !== undefined) guard.judge(text, { language }).catch(() => undefined);
  }
}

/** The words it goes by are loaded only here: where threads judge, the threads have them. */
function guardOfItsOwn(definition: GuardDefinition): Pick<PooledGuard, 'judge'> {
  const made = import('@ambit/guard/create-guard').then(({ createGuard }) => createGuard(definition));
  return { judge: async (text, context) => (await made).judge(text, context) };
}
