import { expect, test } from 'vitest';
import { localDay, readLocalStart, tellStart } from './local-start.ts';

const at = (text: string): number => Date.parse(text);

test('a local time is read on the clocks of the place', () => {
  expect(readLocalStart('2026-11-24T09:30', 'America/Mexico_City')).toEqual({
    kind: 'once',
    at: at('2026-11-24T15:30:00Z'),
  });
});

test('a time that clocks show twice is a question, unless the offset is said', () => {
  expect(readLocalStart('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
    kind: 'twice',
    first: at('2026-10-25T00:30:00Z'),
    second: at('2026-10-25T01:30:00Z'),
  });
  expect(readLocalStart('2026-10-25T02:30:00+01:00', 'Europe/Berlin')).toEqual({
    kind: 'once',
    at: at('2026-10-25T01:30:00Z'),
  });
});

test('a time that clocks skip does not exist; the next is the change', () => {
  expect(readLocalStart('2026-03-29T02:30', 'Europe/Berlin')).toEqual({
    kind: 'skipped',
    next: at('2026-03-29T01:00:00Z'),
  });
});

test.each(['tomorrow', '2026-02-30T10:00', '2026-11-24', '2026-11-24T25:00Z', ''])(
  '"%s" is no start',
  (text) => {
    expect(readLocalStart(text, 'Europe/Berlin')).toEqual({ kind: 'unreadable' });
  },
);

test('a moment is told with its offset, and with a warning where clocks show it twice', () => {
  expect(tellStart(at('2026-10-25T01:30:00Z'), 'Europe/Berlin')).toEqual({
    day: '2026-10-25',
    time: '02:30',
    weekday: 'sunday',
    offset: '+01:00',
    shownTwice: true,
  });
});

test('a day of clock changes is an hour shorter or longer', () => {
  const hours = (day: string): number => {
    const found = localDay(day, 'Europe/Berlin');
    return found === undefined ? 0 : (found.end - found.start) / 3_600_000;
  };
  expect(hours('2026-03-29')).toBe(23);
  expect(hours('2026-10-25')).toBe(25);
  expect(localDay('2026-02-30', 'Europe/Berlin')).toBeUndefined();
});
