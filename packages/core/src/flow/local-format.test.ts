import { expect, test } from 'vitest';
import { isoDay, writeDate, writeMoney } from './local-format.ts';

const dublin = { language: 'en', timeZone: 'Europe/Dublin', currency: 'EUR' };

test.each([
  ['2026-11-27', 'Friday 27 November'],
  ['2026-11-27T18:30', 'Friday 27 November at 18:30'],
  ['2026-07-01T23:30:00Z', 'Thursday 2 July at 00:30'],
  ['2026-11-27T18:30:00+01:00[Europe/Berlin]', 'Friday 27 November at 18:30'],
])('%s is written "%s"', (value, written) => {
  expect(writeDate(value, dublin)).toBe(written);
});

test('dates are written in the language and with the digits of the customer', () => {
  expect(writeDate('2026-11-27', { ...dublin, language: 'es' })).toBe('viernes, 27 de noviembre');
  expect(writeDate('2026-11-27', { ...dublin, language: 'ar' })).toContain('27');
});

test.each(['2026-02-30', '2026-13-01', 'Friday', '2026-11-27T99:00', '', 7, null])(
  '%s is no date',
  (value) => {
    expect(isoDay(value, 'Europe/Dublin')).toBeUndefined();
    expect(writeDate(value, dublin)).toBeUndefined();
  },
);

test('an instant is the day it is at the business', () => {
  expect(isoDay('2026-07-01T23:30:00Z', 'Europe/Dublin')).toBe('2026-07-02');
  expect(isoDay('2028-02-29', 'Europe/Dublin')).toBe('2028-02-29');
});

test('amounts carry their currency, or the usual one', () => {
  expect(writeMoney(12.5, dublin)).toBe('€12.50');
  expect(writeMoney({ amount: 300, currency: 'USD' }, dublin)).toBe('US$300.00');
  expect(writeMoney('12.50', dublin)).toBeUndefined();
});
