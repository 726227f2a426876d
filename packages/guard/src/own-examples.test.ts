import { describe, expect, test } from 'vitest';
import { createGuard } from './create-guard.ts';
import { guardDefinition } from './guard-definition.ts';
import { packSubjects } from './testing/redteam/pack-subjects.ts';

const perTask = 2;

describe.each(packSubjects())('a business made of packs: $name', ({ business }) => {
  const definition = guardDefinition(business);
  const guard = createGuard(definition);

  test('what its own examples say is accepted for their task, however alike other tasks are', () => {
    const texts = definition.tasks.flatMap(({ id, examples }) =>
      Object.entries(examples).flatMap(([language, list]) =>
        list
          .filter((text) => isOnlyIn(id, language, text))
          .slice(0, perTask)
          .map((text) => ({ id, language, text })),
      ),
    );
    const wrong = texts.filter(({ id, language, text }) => {
      const { zone, task } = guard.judge(text, { language });
      return !['accept', 'mixed'].includes(zone) || task !== id;
    });
    expect(texts.length).toBeGreaterThan(50);
    // Some are small talk ("thanks"), or name nothing ("?").
    expect(wrong.length / texts.length < 0.02 ? [] : wrong).toEqual([]);
  });

  function isOnlyIn(id: string, language: string, text: string): boolean {
    return definition.tasks.every(
      (task) => task.id === id || !(task.examples[language] ?? []).includes(text),
    );
  }
});

test('a text that two tasks have among their examples is asked about', () => {
  const examples = { en: ['I lost my card', 'my card is gone', 'card lost'] };
  const guard = createGuard({
    tasks: [
      { id: 'lost-card', examples, words: {}, passages: [] },
      { id: 'complaint', examples, words: {}, passages: [] },
    ],
  });
  expect(guard.judge('I lost my card', { language: 'en' }).zone).toBe('clarify');
});
