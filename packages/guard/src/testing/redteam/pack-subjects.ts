import { Task, type Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { fillFromPacks } from '@ambit/core/business/fill-from-pack';
import { TaskFile } from '@ambit/core/business/task-file';
import { packLanguages } from '@ambit/core/business/task-pack';
import { createGuard } from '../../create-guard.ts';
import { guardDefinition } from '../../guard-definition.ts';
import { readExampleShop } from '../example-shop.ts';
import { readPacks } from '../read-packs.ts';
import type { Subject } from './subjects.ts';

const tasksOf: Readonly<Record<string, readonly string[]>> = {
  'shop-packs': [
    'support',
    'order-status',
    'order-change',
    'order-cancel',
    'returns',
    'shopping-guide',
    'take-order',
    'account',
    'human',
  ],
  'clinic-packs': ['support', 'appointment-clinic', 'reminders', 'account', 'human'],
  'restaurant-packs': ['support', 'appointment-restaurant', 'take-order', 'order-status', 'human'],
};

/** A shop, a clinic and a restaurant that do what the packs say in every language, and know nothing else. */
export function packSubjects(): readonly Subject[] {
  const { business } = readExampleShop();
  const packs = readPacks();
  return Object.entries(tasksOf).map(([name, names]) => {
    const tasks = tasksFrom(names, packs);
    const made: Business = { ...business, knowledge: [], agent: { ...business.agent, tasks } };
    return { name, business: made, guard: createGuard(guardDefinition(made)) };
  });
}

function tasksFrom(names: readonly string[], packs: ReadonlyMap<string, string>): Task[] {
  const declared = names.map((id) => ({
    task: TaskFile.parse({ id, pack: id, does: 'answer-from-knowledge' }),
    note: (_path: readonly PropertyKey[], message: string): void => {
      throw new Error(message);
    },
  }));
  const { tasks, problems } = fillFromPacks(declared, packs, packLanguages);
  if (problems.length > 0) throw new Error(problems.map((problem) => describeProblem(problem)).join('\n'));
  return tasks.map((task) => Task.parse(task));
}
