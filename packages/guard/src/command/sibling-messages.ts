import type { Business } from '@ambit/core/business/business';
import { parseTaskPack } from '@ambit/core/business/task-pack';

/** Of each pack so many messages are tried in each language. */
const eachPack = 6;

/**
 * What people write to businesses of other trades, by language: examples of the task packs that a
 * business has no task of. `packs`: the packs' texts by file ("packs/returns/pt.yaml").
 */
export function siblingMessages(
  { agent }: Business,
  packs: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly string[]>> {
  const has = new Set(agent.tasks.map(({ id, pack }) => pack ?? id));
  const messages: Record<string, string[]> = {};
  for (const [file, text] of packs) {
    const [, name, language] = /^packs\/([^/]+)\/([^/]+)\.yaml$/u.exec(file) ?? [];
    if (name === undefined || language === undefined || language === 'flow' || has.has(name)) continue;
    const examples = parseTaskPack(file, text).value?.examples ?? [];
    const step = Math.max(1, Math.floor(examples.length / eachPack));
    const some = examples.filter((_, at) => at % step === 0).slice(0, eachPack);
    messages[language] = [...(messages[language] ?? []), ...some];
  }
  return messages;
}
