import { expect, test } from 'vitest';
import { asksForOtherOrder } from './other-order-words.ts';

test.each([
  'thx! and the other one?',
  'what about my other order',
  '¿y el otro?',
  'e o outro?',
  'et l’autre ?',
  'kalau yang satu lagi?',
  'और दूसरा?',
  'aur dusra wala?',
  'والطلب الآخر؟',
  '那另一个呢?',
])('the other order is asked for: %s', (text) => {
  expect(asksForOtherOrder(text)).toBe(true);
});

test.each([
  'on the other hand I want a refund of everything you ever sent me',
  'do you have other colours',
  'another one please',
])('something else: %s', (text) => {
  expect(asksForOtherOrder(text)).toBe(false);
});
