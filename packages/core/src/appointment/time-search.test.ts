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

test.each(['mañana temprano', 'amanhã cedo', 'tomorrow early', 'besok pagi', 'kal subah'])(
  '"7" after "%s" is in the morning',
  (when) => {
    const heard = readSearch({ when, wish: '' }, context, false);
    const before = JSON.stringify({ heard: when, wish: heard.wish, shown });
    expect(readSearch({ when, wish: '7h', former: before }, context, false).wish.minutes).toEqual([420]);
  },
);

test.each([
  'the one after',
  'el siguiente',
  'o próximo',
  'le suivant',
  'yang berikutnya',
  'इसके बाद वाला',
  'uske baad wala',
  'اللي بعده',
  '下一个',
])('"%s" is behind the time that was chosen', (when) => {
  const base = { day: '2026-11-27', time: '11:00' };
  expect(readSearch({ when, wish: '', former }, context, false, base).wish).toEqual({
    days: [{ from: '2026-11-27', to: '2026-11-27' }],
    minutes: [661],
    bound: 'after',
  });
});

test('a day that is said as well is looked for', () => {
  const search = readSearch({ when: 'asap', wish: 'the earliest on friday', former }, context, false);
  expect(search.change).toBeUndefined();
  expect(search.wish.days).toEqual([{ from: '2026-11-27', to: '2026-11-27' }]);
});

test('"an hour later" counts from the time that is booked', () => {
  const base = { day: '2026-11-28', time: '20:30' };
  expect(readSearch({ when: 'an hour later', wish: '' }, context, true, base).wish).toMatchObject({
    days: [{ from: '2026-11-28', to: '2026-11-28' }],
    minutes: [21 * 60 + 30],
  });
});

test('without such a time it asks for later ones', () => {
  const search = readSearch({ when: 'asap', wish: 'an hour later', former }, context, false);
  expect(search.change).toBe('later');
});

test('what was said on lines one after the other is heard one after the other', () => {
  const search = readSearch({ when: 'friday at 4 pm\nand thursday at that hour', wish: '' }, context, false);
  expect(search.wish).toMatchObject({ days: [{ from: '2026-11-26', to: '2026-11-26' }], minutes: [960] });
});

test('the last of a day is taken', () => {
  const search = readSearch({ when: 'friday, whatever is latest', wish: '' }, context, false);
  expect(search.wish).toMatchObject({ latest: true, days: [{ from: '2026-11-27', to: '2026-11-27' }] });
});
