import { expect, test } from 'vitest';
import { shownTaken, withoutCounts } from './shown-taken.ts';

test.each([
  ["ok i'll take 2 of them in blue", 'en', 2],
  ["I'll take it", 'en', 1],
  ['give me three of these', 'en', 3],
  ['quiero dos de esos', 'es', 2],
  ['je le prends', 'fr', 1],
  ['mau ambil ini 2', 'id', 2],
  ['vou levar dois desses', 'pt', 2],
  ['mujhe ye chahiye', 'hi-Latn', 1],
  ['أريد هذا', 'ar', 1],
  ['我要这个', 'zh', 1],
  ["I'll take one", 'en', 1],
  ["Great, I'll take a pair", 'en', 2],
  ['me llevo dos', 'es', 2],
  ['me llevo dos en azul', 'es', 2],
  ['vou levar três', 'pt', 3],
  ["j'en prends une paire", 'fr', 2],
  ['ambil satu', 'id', 1],
  ['saya ambil 2 aja', 'id', 2],
  ['दो दे दीजिए', 'hi', 2],
  ['do chahiye', 'hi-Latn', 2],
  ['ek de do', 'hi-Latn', 1],
  ['أريد اثنين', 'ar', 2],
  ['我要两个', 'zh', 2],
  ['那来一个吧', 'zh', 1],
])('the product that was shown is taken: %s', (text, language, quantity) => {
  expect(shownTaken(text, language)).toBe(quantity);
});

test.each([
  'is it waterproof?',
  'show me another one',
  'cheaper',
  "I'll take two cables",
  'I want one that is cheaper',
  'I want to order',
  'I want to talk about my order from last week with it',
])('something else: %s', (text) => {
  expect(shownTaken(text, 'en')).toBeUndefined();
});

test('sizes and colours stay when the count is read', () => {
  expect(withoutCounts("ok i'll take 2 of them in blue", 'en')).toBe('ok i ll take of them in blue');
});
