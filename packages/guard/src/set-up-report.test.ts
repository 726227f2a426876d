import { expect, test } from 'vitest';
import type { GuardDefinition } from './guard-definition.ts';
import { setUpReport } from './set-up-report.ts';

const orders = [
  'where is my order',
  'track my order',
  'has my order shipped',
  'my order is late',
  'order status',
  'when does my order arrive',
  'is my order on its way',
  'i have not got my order',
  'any news of my order',
  'update on my order',
];
const task = (id: string, en: readonly string[]) => ({ id, examples: { en }, words: {}, passages: [] });
const definition: GuardDefinition = {
  tasks: [
    task('status', orders),
    task('tracking', orders),
    task('recipes', ['give me a recipe for chocolate cake', 'how long do i boil an egg', 'how to cook rice']),
  ],
};
const { tasks, findings } = setUpReport(definition, ['en', 'es'], {
  en: ['track my order at the post office'],
});

test('each task has its leave-one-out accuracy and what it is confused with', () => {
  const status = tasks.find((each) => each.task === 'status');
  expect(status?.accuracy).toBeLessThan(0.7);
  expect(status?.confusedWith[0]?.task).toBe('tracking');
  expect(findings).toContainEqual(
    expect.objectContaining({ kind: 'confused', task: 'status', with: 'tracking' }),
  );
});

test('languages without enough examples are named, with how many are missing', () => {
  const few = findings.filter(({ kind }) => kind === 'few-examples');
  expect(few).toContainEqual(expect.objectContaining({ task: 'recipes', language: 'en', count: 3 }));
  expect(few).toContainEqual(expect.objectContaining({ task: 'status', language: 'es', count: 0 }));
});

test('general messages that would be accepted are named, with the negative to declare', () => {
  const message = 'give me a recipe for chocolate cake';
  expect(findings).toContainEqual({
    kind: 'general-accepted',
    task: 'recipes',
    language: 'en',
    message,
    fix: "declare this as a negative of recipes, unless it is the agent's business",
  });
});
