import { expect, test } from 'vitest';
import { createGuard } from './create-guard.ts';
import { withoutTimes } from './time-words.ts';

test.each([
  ['une leçon de conduite le 11 décembre à 10h', 'une lecon de conduite le a'],
  ['quero marcar yoga no dia 9 de fevereiro de 2027', 'quero marcar yoga no dia de'],
  ['a table for four tomorrow at 7:30 pm', 'a table for four at'],
  ['mujhe kal 5 baje aana hai', 'mujhe aana hai'],
  ['مراجعة يوم الخميس الساعة 5', 'مراجعه يوم'],
  ['我想订明天下午五点半的位子', '我想订 的位子'],
])('"%s" is "%s" at any time', (text, left) => {
  expect(withoutTimes(text)).toBe(left);
});

test.each(['where is my order', 'iphone 15 under 300', '31/12', 'tomorrow at 5', 'I may come'])(
  '"%s" has no time, or nothing else',
  (text) => {
    expect(withoutTimes(text)).toBeUndefined();
  },
);

test('a day that no example names takes nothing from a clear request', () => {
  const examples = { en: ['book a driving lesson', 'i need a lesson', 'can i have a driving lesson'] };
  const guard = createGuard({ tasks: [{ id: 'lesson', examples, words: {}, passages: [] }] });
  const plain = guard.judge('i want to book a driving lesson', {});
  const dated = guard.judge('i want to book a driving lesson on 26 January 2027', {});
  expect(dated.score).toBeGreaterThan(plain.score - 0.05);
  expect(guard.judge('weather on 26 January 2027', {}).zone).toBe('refuse');
});
