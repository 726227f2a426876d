import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Task, type Business } from '@ambit/core/business/business';
import { z } from 'zod';
import { createGuard } from '../../create-guard.ts';
import { guardDefinition } from '../../guard-definition.ts';
import { readExampleShop } from '../example-shop.ts';
import { readTestYaml } from '../read-test-yaml.ts';
import type { Subject } from './subjects.ts';

const Pack = z.object({
  title: z.string(),
  button: z.string(),
  examples: z.array(z.string()),
  negatives: z.array(z.string()).default([]),
  siblings: z.record(z.string(), z.array(z.string())).default({}),
});

const packs = fileURLToPath(new URL('../../../../packs', import.meta.url));

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
  return Object.entries(tasksOf).map(([name, ids]) => {
    const read = ids.map(readPack);
    const tasks = read.map(({ task }) => task);
    const languages = [...new Set(read.flatMap(({ negatives }) => Object.keys(negatives)))];
    const negatives = Object.fromEntries(
      languages.map((language) => [language, read.flatMap((pack) => pack.negatives[language] ?? [])]),
    );
    const made: Business = { ...business, knowledge: [], agent: { ...business.agent, tasks } };
    return { name, business: made, guard: createGuard({ ...guardDefinition(made), negatives }) };
  });
}

function readPack(id: string): {
  readonly task: Task;
  readonly negatives: Readonly<Record<string, readonly string[]>>;
} {
  const folder = join(packs, id);
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const byLanguage = files.map((name): [string, z.infer<typeof Pack>] => [
    basename(name, '.yaml'),
    readTestYaml(join(folder, name), Pack),
  ]);
  const texts = (key: 'examples' | 'negatives'): Record<string, string[]> =>
    Object.fromEntries(byLanguage.map(([language, pack]) => [language, pack[key]]));
  const [first] = byLanguage;
  const { title = id, button = id } = first?.[1] ?? {};
  const task = Task.parse({
    id,
    does: 'answer-from-knowledge',
    title,
    button,
    examples: texts('examples'),
  });
  return { task, negatives: texts('negatives') };
}
