import { expect, test } from 'vitest';
import { createGuard } from './create-guard.ts';
import type { GuardDefinition } from './guard-definition.ts';

const definition: GuardDefinition = {
  tasks: [
    {
      id: 'book',
      examples: {
        en: ['I want to book an appointment', 'Can I see the doctor tomorrow?', 'Make an appointment'],
        de: ['Ich möchte einen Termin vereinbaren', 'Haben Sie morgen einen Termin frei?', 'Termin buchen'],
      },
      words: { en: ['appointment'] },
      passages: [],
    },
    {
      id: 'questions',
      examples: { en: ['When are you open?', 'Where is the practice?', 'Do you have parking?'], de: [] },
      words: {},
      passages: [
        {
          passageId: 'faq#insurance',
          source: 'faq',
          title: 'Which insurance do you accept?',
          body: 'All public ones.',
        },
      ],
    },
  ],
};
const guard = createGuard(definition);

test('a message like an example is accepted for its task, with the example as evidence', () => {
  const verdict = guard.judge('i want to book an apointment', { language: 'en' });
  expect(verdict).toMatchObject({ zone: 'accept', task: 'book' });
  expect(verdict.evidence.join()).toContain('I want to book an appointment');
  expect(verdict.runnersUp.map(({ task }) => task)).toEqual(['questions']);
});

test('the title of a passage is an example of the task that answers from it', () => {
  expect(guard.judge('which insurance do you take', { language: 'en' })).toMatchObject({
    zone: 'accept',
    task: 'questions',
  });
});

test('a message about something else is refused and names no task', () => {
  const verdict = guard.judge('write a song about the moon', { language: 'en' });
  expect(verdict.zone).toBe('refuse');
  expect(verdict.task).toBeUndefined();
});

test('examples of another language are compared when the language is unknown', () => {
  expect(guard.judge('Termin vereinbaren bitte', {}).task).toBe('book');
  expect(guard.judge('Termin vereinbaren', { language: 'de' }).task).toBe('book');
});

test('two tasks that fit about as well make it a question', () => {
  const twins = createGuard({
    tasks: ['one', 'two'].map((id) => ({
      id,
      examples: { en: ['change my booking'] },
      words: {},
      passages: [],
    })),
  });
  const verdict = twins.judge('change my booking', { language: 'en' });
  expect(verdict.zone).toBe('clarify');
  expect(new Set([verdict.task, ...verdict.runnersUp.map(({ task }) => task)])).toEqual(
    new Set(['one', 'two']),
  );
});

test('a message without words is a question back, not a refusal', () => {
  expect(guard.judge('???', {}).zone).toBe('clarify');
  expect(guard.judge('', {}).zone).toBe('clarify');
});

test('asking what the agent can do is a question back', () => {
  expect(guard.judge('hi, what can you do?', {}).zone).toBe('clarify');
});

test('greetings are chit-chat and thanks close', () => {
  expect(guard.judge('hello!', {}).zone).toBe('chit-chat');
  expect(guard.judge('thank you', {}).zone).toBe('closing');
});

test('the owner’s thresholds decide', () => {
  const strict = createGuard({ ...definition, thresholds: { accept: 0.99, refuse: 0.98, margin: 0 } });
  expect(strict.judge('book an apointment', { language: 'en' }).zone).toBe('refuse');
});

test('a guard without tasks refuses', () => {
  expect(createGuard({ tasks: [] }).judge('where is my order', {}).zone).toBe('refuse');
});

test('a text of 4,096 characters is judged in under 100 ms', () => {
  const started = performance.now();
  guard.judge('where is the practice and how do I get there? '.repeat(90), { language: 'en' });
  expect(performance.now() - started).toBeLessThan(100);
});
