import { expect, test } from 'vitest';
import { changedWish, chooseTimes, spread } from './choose-times.ts';

const slots = (day: string, ...times: readonly string[]) =>
  times.map((time) => ({ startsAt: `${day}T${time}:00Z`, day, time }));
const friday = slots('2026-11-27', '09:00', '12:00', '16:00', '17:00', '18:00');
const days = [{ from: '2026-11-27', to: '2026-11-27' }];
const said = { soonest: false, latest: false, noSuchDay: false, rest: '', days: [], minutes: [] };

test('the one time asked for is taken at once', () => {
  expect(chooseTimes(friday, { days, minutes: [1020] })).toMatchObject({
    kind: 'exact',
    slot: { time: '17:00' },
  });
});

test('an hour that may be either is whichever is free', () => {
  expect(chooseTimes(friday, { days, minutes: [360, 1080] })).toMatchObject({
    kind: 'exact',
    slot: { time: '18:00' },
  });
});

test('where it is not free, what is near it is shown', () => {
  const picked = chooseTimes(friday, { days, minutes: [600] });
  expect(picked.kind).toBe('near');
});

test('a part of the day narrows the list, and a bound does', () => {
  const after = chooseTimes(friday, { days, minutes: [], part: { from: 720, to: 1020 } });
  expect(after).toMatchObject({ kind: 'times', slots: [{ time: '12:00' }, { time: '16:00' }] });
  const bound = chooseTimes(friday, { days, minutes: [960], bound: 'after' });
  expect(bound).toMatchObject({
    kind: 'times',
    slots: [{ time: '16:00' }, { time: '17:00' }, { time: '18:00' }],
  });
});

test('several days show a few times each', () => {
  const both = [...friday, ...slots('2026-11-28', '09:00', '10:00')];
  expect(spread(both).map(({ day, time }) => `${day.slice(8)} ${time}`)).toEqual([
    '27 09:00',
    '27 16:00',
    '27 18:00',
    '28 09:00',
    '28 10:00',
  ]);
});

test('a later day keeps the time, a later time keeps the day', () => {
  const before = { days, minutes: [1020] };
  const saturday = [{ from: '2026-11-28', to: '2026-11-28' }];
  expect(changedWish(before, { ...said, days: saturday }, false)).toMatchObject({
    days: saturday,
    minutes: [1020],
  });
  expect(changedWish(before, { ...said, minutes: [600] }, false)).toMatchObject({ days, minutes: [600] });
});

test('moving "from Monday to Wednesday" looks at Wednesday', () => {
  const monday = { from: '2026-11-23', to: '2026-11-23' };
  const wednesday = { from: '2026-11-25', to: '2026-11-25' };
  expect(changedWish(undefined, { ...said, days: [monday, wednesday] }, true).days).toEqual([wednesday]);
});

test('of the latest, the last on the day is taken', () => {
  expect(chooseTimes(friday, { days, minutes: [], latest: true })).toMatchObject({
    kind: 'exact',
    slot: { time: '18:00' },
  });
});
