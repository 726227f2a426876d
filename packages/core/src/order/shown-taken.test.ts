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
])('the product that was shown is taken: %s', (text, language, quantity) => {
  expect(shownTaken(text, language)).toBe(quantity);
});

test.each([
  'is it waterproof?',
  'show me another one',
  'cheaper',
  'I want to talk about my order from last week with it',
])('something else: %s', (text) => {
  expect(shownTaken(text, 'en')).toBeUndefined();
});

test('sizes and colours stay when the count is read', () => {
  expect(withoutCounts("ok i'll take 2 of them in blue", 'en')).toBe('ok i ll take of them in blue');
});
