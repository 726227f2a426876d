import { expect, test } from 'vitest';
import { describeLocalTime } from './local-time.ts';

const sunday = Date.parse('2026-11-22T15:00:00Z');

test.each([
  ['2026-11-22T17:00:00Z', 'today at 17:00'],
  ['2026-11-23T09:00:00Z', 'tomorrow at 09:00'],
  ['2026-11-24T09:30:00Z', 'on Tuesday at 09:30'],
  ['2026-11-28T09:00:00Z', 'on Saturday at 09:00'],
  ['2026-11-29T09:00:00Z', 'on Sunday 29 November at 09:00'],
  ['2027-01-01T09:00:00Z', 'on Friday 1 January at 09:00'],
  ['2026-11-20T09:00:00Z', 'on Friday 20 November at 09:00'],
])('%s is named "%s" on Sunday 22 November 2026 in London', (at, words) => {
  expect(describeLocalTime(Date.parse(at), 'Europe/London', sunday, 'en')).toBe(words);
});

test('days are those of the time zone, not of UTC', () => {
  const now = Date.parse('2026-11-22T23:30:00Z');
  expect(describeLocalTime(Date.parse('2026-11-23T00:30:00Z'), 'America/Los_Angeles', now, 'en')).toBe(
    'today at 16:30',
  );
  expect(describeLocalTime(Date.parse('2026-11-23T16:00:00Z'), 'Asia/Tokyo', now, 'en')).toBe(
    'tomorrow at 01:00',
  );
});

test('a night of 23 hours still counts as one day', () => {
  const eveningBefore = Date.parse('2026-03-28T22:00:00Z');
  expect(describeLocalTime(Date.parse('2026-03-29T08:00:00Z'), 'Europe/London', eveningBefore, 'en')).toBe(
    'tomorrow at 09:00',
  );
});

test.each([
  ['es', 'mañana a las 09:00', 'el martes a las 09:00'],
  ['pt', 'amanhã às 09:00', 'terça-feira às 09:00'],
  ['fr', 'demain à 09:00', 'mardi à 09:00'],
  ['id', 'besok pukul 09:00', 'Selasa pukul 09:00'],
  ['hi', 'कल 09:00 बजे', 'मंगलवार को 09:00 बजे'],
  ['hi-Latn', 'kal 09:00 baje', 'Mangalwaar ko 09:00 baje'],
  ['ar', 'غدا الساعة 09:00', 'يوم الثلاثاء الساعة 09:00'],
  ['zh', '明天09:00', '星期二09:00'],
] as const)('in %s', (language, tomorrow, tuesday) => {
  expect(describeLocalTime(Date.parse('2026-11-23T09:00:00Z'), 'Europe/London', sunday, language)).toBe(
    tomorrow,
  );
  expect(describeLocalTime(Date.parse('2026-11-24T09:00:00Z'), 'Europe/London', sunday, language)).toBe(
    tuesday,
  );
});
