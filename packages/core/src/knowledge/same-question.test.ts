import { expect, test } from 'vitest';
import type { Language } from '../language/language.ts';
import { sameQuestion } from './same-question.ts';

const known = [
  { id: '1', question: 'do you rent kayaks?', wordings: [] },
  {
    id: '2',
    question: 'is the down jacket vegan',
    wordings: ['are there animal products in the down jacket'],
  },
  { id: '3', question: '¿alquilan bicicletas?', wordings: [] },
];

test.each([
  ['Do you rent kayaks?', 'en', '1'],
  ['can i rent a kayak', 'en', '1'],
  ['the down jacket: is it vegan?', 'en', '2'],
  ['se alquila una bicicleta', 'es', '3'],
] as const)('"%s" is a question that is known', (text, language, id) => {
  expect(sameQuestion(text, known, language)).toBe(id);
});

test.each<[string, Language]>([
  ['do you rent tents', 'en'],
  ['do you sell skis', 'en'],
  ['is it vegan', 'en'],
  ['¿tienen wifi?', 'es'],
])('"%s" is another', (text, language) => {
  expect(sameQuestion(text, known, language)).toBeUndefined();
});
