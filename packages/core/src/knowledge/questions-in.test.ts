import { expect, test } from 'vitest';
import { questionsIn } from './questions-in.ts';

test.each([
  ['Do you take insurance? And where are you?', ['Do you take insurance?', 'And where are you?']],
  ['¿aceptan seguro? y dónde están?', ['¿aceptan seguro?', 'y dónde están?']],
  ['quel est le prix ?\nvous êtes où ?', ['quel est le prix ?', 'vous êtes où ?']],
  ['几点开门？可以停车吗？', ['几点开门？', '可以停车吗？']],
  ['كم السعر؟ وين المحل؟', ['كم السعر؟', 'وين المحل؟']],
])('%s asks two things', (text, parts) => {
  expect(questionsIn(text)).toEqual(parts);
});

test.each([
  'do you ship to France?',
  'really??',
  'can I return it? my name is Ana',
  'Hi. Do you ship to France and how long does it take?',
  'ok? ok? ok? ok? ok?',
  'what? when do you open?',
])('%s stays whole', (text) => {
  expect(questionsIn(text)).toEqual([text]);
});
