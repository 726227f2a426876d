import { expect, test } from 'vitest';
import type { Task } from './business.ts';
import { describeProblem } from './describe-problem.ts';
import { readTasks } from './read-tasks.ts';

const packed = {
  'packs/order-status/en.yaml': `title: where your order is
button: Where is my order
examples: [wheres my order, has it shipped, any tracking, is my table late]
negatives: [where is my husband, where is the post office]
siblings:
  table: [where is my table booked]
`,
  'packs/order-status/pt.yaml': `title: seu pedido
button: Cadê meu pedido
examples: [cadê meu pedido, já enviou, tem rastreio]
`,
  'packs/order-status/hi.yaml': 'title: ऑर्डर कहाँ है\nbutton: ऑर्डर\nexamples: [ऑर्डर कहाँ है, कब आएगा, भेजा क्या]\n',
  'packs/order-status/hi-Latn.yaml':
    'title: aapka order\nbutton: Order kaha hai\nexamples: [order kaha hai, kab aayega, bheja kya]\n',
  'packs/table/en.yaml': `title: booking a table
button: Book a table
examples: [table for 2, any table free, book us in]
negatives: [what is a table of contents]
`,
};
const status = 'id: status\ndoes: hand-off\npack: order-status\n';

function read(tasks: Readonly<Record<string, string>>, languages: readonly string[] = ['en']) {
  const files = new Map(Object.entries({ ...packed, ...tasks }));
  const { tasks: read, problems } = readTasks(files, { languages, hasOrders: false, hasKnowledge: false });
  return { tasks: read, problems: problems.map((problem) => describeProblem(problem)) };
}

function only(tasks: readonly Task[]): Task {
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) throw new Error(`expected one task, got ${tasks.length}`);
  return task;
}

test('a task that names a pack has its title, button, examples and negatives', () => {
  const { tasks, problems } = read({ 'tasks/status.yaml': status });
  expect(problems).toEqual([]);
  expect(only(tasks)).toMatchObject({
    title: 'where your order is',
    button: 'Where is my order',
    examples: { en: ['wheres my order', 'has it shipped', 'any tracking', 'is my table late'] },
    negatives: { en: ['where is my husband', 'where is the post office', 'where is my table booked'] },
  });
});

test('title and button are in the first language of the business, the others beside them', () => {
  const { tasks } = read({ 'tasks/status.yaml': status }, ['pt-BR', 'en']);
  expect(only(tasks)).toMatchObject({
    title: 'seu pedido',
    titles: { en: 'where your order is' },
    buttons: { en: 'Where is my order' },
  });
  expect(Object.keys(only(tasks).examples)).toEqual(['pt-BR', 'en']);
});

test('a business that speaks Hindi reads it in Latin letters too', () => {
  const { tasks, problems } = read({ 'tasks/status.yaml': status }, ['hi']);
  expect(problems).toEqual([]);
  expect(Object.keys(only(tasks).examples)).toEqual(['hi', 'hi-Latn']);
});

test('what the business says itself comes first and wins', () => {
  const { tasks, problems } = read({
    'tasks/status.yaml': `${status}title: your parcel
examples:
  en: [Where is my husband?, Any news]
negatives:
  en: [any tracking]
`,
  });
  expect(problems).toEqual([]);
  const task = only(tasks);
  expect(task.title).toBe('your parcel');
  expect(task.examples['en']).toEqual([
    'Where is my husband?',
    'Any news',
    'wheres my order',
    'has it shipped',
    'is my table late',
  ]);
  expect(task.negatives['en']).toEqual([
    'any tracking',
    'where is the post office',
    'where is my table booked',
  ]);
});

test('what another task of the business does is neither declined nor claimed twice', () => {
  const { tasks } = read({
    'tasks/status.yaml': status,
    'tasks/table.yaml': 'id: table\ndoes: hand-off\npack: table\nexamples:\n  en: [Is my table late?]\n',
  });
  expect(tasks[0]?.examples['en']).not.toContain('is my table late');
  expect(tasks[0]?.negatives['en']).toEqual(['where is my husband', 'where is the post office']);
});

test.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
  [
    'a mistyped pack',
    { 'tasks/status.yaml': status.replace('pack: order-status', 'pack: order-staus') },
    ['en'],
    'tasks/status.yaml:3 pack: there is no task pack "order-staus" — did you mean "order-status"?',
  ],
  [
    'a language that the pack lacks',
    { 'tasks/status.yaml': status },
    ['en', 'de'],
    'tasks/status.yaml:1 examples.de: there are no examples in "de"',
  ],
  [
    'a pack in two tasks',
    {
      'tasks/status.yaml': status,
      'tasks/where.yaml': `${status.replace('id: status', 'id: where')}button: Other\n`,
    },
    ['en'],
    'tasks/where.yaml:3 pack: "order-status" is already the pack in tasks/status.yaml',
  ],
  [
    'a broken pack',
    {
      'tasks/status.yaml': status,
      'packs/order-status/en.yaml': 'title: a b\nbutton: c\nexamples: [1, no, yes, ok]\n',
    },
    ['en'],
    'packs/order-status/en.yaml:3 examples[0]: 1 was read as a number',
  ],
  [
    'a task without a pack and without a title',
    {
      'tasks/own.yaml':
        'id: own\ndoes: hand-off\nbutton: Own\nexamples:\n  en: [one of them, another, a third]\n',
    },
    ['en'],
    'tasks/own.yaml:1 title: "title" is missing — write it, or name a task pack',
  ],
  [
    'too few examples',
    {
      'tasks/own.yaml': 'id: own\ndoes: hand-off\ntitle: ours\nbutton: Own\nexamples:\n  en: [one of them]\n',
    },
    ['en'],
    'tasks/own.yaml:6 examples.en: there are fewer than 3 examples in "en"',
  ],
])('%s is told with its place', (_, tasks, languages, told) => {
  const { problems } = read(tasks, languages);
  expect(problems.filter((problem) => problem.startsWith(told))).toHaveLength(1);
});
