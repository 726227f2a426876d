import { expect, test } from 'vitest';
import { asksAboutShown } from './asks-about-shown.ts';

test.each([
  'when will it get here exactly',
  'will it be here by friday?',
  'y quien lo trae',
  'cuándo llega?',
  'e será que chega até sexta?',
  "c'est quoi le transporteur?",
  'ça arrive quand',
  'kapan sampenya ya',
  'कब तक आएगा',
  'kal tak aa jayega kya',
  'متى بيوصل',
  '什么时候能到',
])('"%s" is about what was shown', (text) => {
  expect(asksAboutShown(text)).toBe(true);
});

test.each([
  'when do you open?',
  'how long is the warranty',
  'cuándo abren',
  'quand fermez-vous',
  'jam berapa tutup',
  'कब खुलता है',
  '什么时候开门',
  'when will it be possible to write me a poem about delivery and the sea, please',
])('"%s" is about something else', (text) => {
  expect(asksAboutShown(text)).toBe(false);
});
