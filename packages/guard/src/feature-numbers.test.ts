import { expect, test } from 'vitest';
import { noBusiness } from './data/no-business/by-language.ts';
import { FeatureNumbers } from './feature-numbers.ts';
import { featuresOf, wordFeature, wordsOf } from './features.ts';

test('features are numbered in the order in which they come, however many there are', () => {
  const numbers = new FeatureNumbers();
  const keys = Array.from({ length: 5_000 }, (_, at) => at * 2 ** 33 + (at % 7));
  expect(keys.map((key) => numbers.take(key))).toEqual([...keys.keys()]);
  expect(keys.map((key) => numbers.take(key))).toEqual([...keys.keys()]);
  expect(numbers.find(keys[4_321] ?? 0)).toBe(4_321);
  expect(numbers.find(1)).toBe(-1);
  numbers.clear();
  expect(numbers.find(keys[0] ?? 0)).toBe(-1);
  expect(numbers.take(keys[9] ?? 0)).toBe(0);
});

test('no two words of the shipped messages are the same number', () => {
  const words = new Set(Object.values(noBusiness).flatMap((texts) => texts.flatMap(wordsOf)));
  expect(words.size).toBeGreaterThan(3_000);
  expect(new Set([...words].map(wordFeature)).size).toBe(words.size);
});

test('a text has its words, their pairs and the letter groups within them, each as often as it occurs', () => {
  const { keys, counts } = featuresOf('ok ok now');
  // "ok" twice; " ok", "ok " and " ok " twice; "now", " no", "now", "ow ", " now", "now "; "ok ok", "ok now".
  expect(keys).toHaveLength(1 + 3 + 1 + 5 + 2);
  expect(counts[keys.indexOf(wordFeature('ok'))]).toBe(2);
  expect(counts[keys.indexOf(wordFeature('now'))]).toBe(1);
});

test('letters beyond the first plane are one letter each, and Chinese has no words', () => {
  expect(featuresOf('𐌰𐌱').keys.length).toBe(featuresOf('ab').keys.length);
  expect(featuresOf('订单').keys).toHaveLength(3);
});
