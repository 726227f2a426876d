import { expect, test } from 'vitest';
import { unmetWishes, type PlaceWish } from './place-together.ts';

const whole = (start: number) => ({ start, freeAt: start + 1, people: 'whole' as const });
const wish = (from: number | undefined, to: number, beside: readonly number[] = []): PlaceWish => ({
  resourceId: 'a',
  capacity: 1,
  wanted: whole(to),
  beside: beside.map(whole),
  ...(from === undefined ? {} : { held: { resourceId: 'a', occupancy: whole(from) } }),
});

test('two exchange their times, a chain moves up, and a new one takes the time that becomes free', () => {
  expect(unmetWishes([wish(1, 2), wish(2, 1)]).size).toBe(0);
  expect(unmetWishes([wish(undefined, 1), wish(1, 2), wish(2, 3), wish(3, 4)]).size).toBe(0);
});

test('who cannot have a time stays, and so does everybody who counted on theirs', () => {
  expect(unmetWishes([wish(1, 2), wish(2, 3), wish(3, 4, [4])])).toEqual(new Set([0, 1, 2]));
  expect(unmetWishes([wish(1, 2), wish(2, 9, [9]), wish(3, 4)])).toEqual(new Set([0, 1]));
});

test('of two that want the same time the first has it', () => {
  expect(unmetWishes([wish(undefined, 5), wish(undefined, 5)])).toEqual(new Set([1]));
});

test('on a course those who move count with those who stay', () => {
  const seat = (from: number, to: number, there: number): PlaceWish => ({
    resourceId: 'yoga',
    capacity: 3,
    wanted: { start: to, freeAt: to + 1, people: 2 },
    beside: there === 0 ? [] : [{ start: to, freeAt: to + 1, people: there }],
    held: { resourceId: 'yoga', occupancy: { start: from, freeAt: from + 1, people: 2 } },
  });
  expect(unmetWishes([seat(1, 2, 1), seat(2, 1, 1)]).size).toBe(0);
  expect(unmetWishes([seat(1, 2, 2), seat(2, 1, 1)])).toEqual(new Set([0, 1]));
});
