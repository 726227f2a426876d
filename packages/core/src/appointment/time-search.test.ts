import { expect, test } from 'vitest';
import { readSearch } from './time-search.ts';

// Monday 23 November 2026.
const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB' };
const shown = {
  first: '2026-11-24T08:00:00.000Z',
  last: '2026-11-25T12:00:00.000Z',
  lastDay: '2026-11-25',
};
const former = JSON.stringify({ heard: 'asap', wish: { days: [], minutes: [] }, shown });

test.each([
  'the earliest',
  'lo antes posible',
  'o quanto antes',
  'le plus tôt possible',
  'secepatnya',
  '越快越好',
])('"%s", of times that are shown, is the first of them', (wish) => {
  expect(readSearch({ when: 'asap', wish, former }, context, false).change).toBe('any');
});

test('a day that is said as well is looked for', () => {
  const search = readSearch({ when: 'asap', wish: 'the earliest on friday', former }, context, false);
  expect(search.change).toBeUndefined();
  expect(search.wish.days).toEqual([{ from: '2026-11-27', to: '2026-11-27' }]);
});
