import { expect, test } from 'vitest';
import { indexPassages, passageFloor, rankPassages } from './rank-passages.ts';

const passage = (id: string, title: string, body: string) => ({
  passageId: `faq.md#${id}`,
  source: 'faq.md',
  title,
  body,
});
const index = indexPassages([
  passage('returns', 'How do I return an item?', 'Send it back within 30 days.'),
  passage('parking', 'Where can I park?', 'Behind the house; an electric charger is there too.'),
  passage('pets', 'Are dogs allowed?', 'Dogs may come along on a lead, also behind the counter.'),
]);
const first = (text: string): string | undefined => rankPassages(index, text, 1)[0]?.passageId;

test('other forms of a word, words of one meaning and typing slips find the passage', () => {
  expect(first('returning items')).toBe('faq.md#returns');
  expect(first('can I bring it back')).toBe('faq.md#returns');
  expect(first('retrun')).toBe('faq.md#returns');
});

test('a word in a title counts for more than the same word in a body', () => {
  const both = indexPassages([
    passage('body', 'Something else', 'We repair boots and much else in our own house.'),
    passage('title', 'Do you repair boots?', 'We do, and much else in our own house.'),
  ]);
  expect(rankPassages(both, 'repair boots', 2).map(({ passageId }) => passageId)).toEqual([
    'faq.md#title',
    'faq.md#body',
  ]);
});

test('scores lie between 0 and 1, and what is not known stays below the floor', () => {
  for (const text of ['dogs', 'are dogs allowed', 'who wrote hamlet', 'parking for my dog']) {
    for (const { score } of rankPassages(index, text, 3)) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  }
  expect(rankPassages(index, 'dogs', 1)[0]?.score).toBeGreaterThan(passageFloor);
  expect(rankPassages(index, 'who wrote hamlet', 3)).toEqual([]);
});

test('no more passages than asked for come back', () => {
  expect(rankPassages(index, 'dogs behind the house', 2)).toHaveLength(2);
});

test('a text without meaningful words, or no knowledge, finds nothing', () => {
  expect(rankPassages(index, 'and the of', 3)).toEqual([]);
  expect(rankPassages(indexPassages([]), 'dogs', 3)).toEqual([]);
});
