import { expect, test } from 'vitest';
import { doesNotKnow } from './does-not-know.ts';

test.each([
  "I don't know",
  'no sé',
  'No la tengo.',
  'não sei',
  "je ne l'ai pas",
  'gak tau',
  'पता नहीं',
  'mere paas nahi hai',
  'ما عنديش',
  '不知道',
])('"%s" leaves a question open', (text) => {
  expect(doesNotKnow(text)).toBe(true);
});

test.each(['no', 'yes', 'ABCD-1234', "I don't know, maybe Friday"])('"%s" does not', (text) => {
  expect(doesNotKnow(text)).toBe(false);
});
