import { expect, test } from 'vitest';
import { describeDeliveryDate } from './delivery-date.ts';

const at = Date.UTC(2026, 11, 31, 23, 30);

test.each([
  ['2026-12-31', 'today, Thursday 31 December', false],
  ['2027-01-01', 'tomorrow, Friday 1 January 2027', false],
  ['2027-01-04', 'Monday 4 January 2027', false],
  ['2026-12-24', 'Thursday 24 December', true],
])('%s reads "%s"', (date, text, passed) => {
  expect(describeDeliveryDate(date, at, 'Europe/Dublin', 'en')).toEqual({ text, passed });
});

test('the day is that of the business, not of UTC', () => {
  expect(describeDeliveryDate('2027-01-01', at, 'Asia/Tokyo', 'en').text).toBe('today, Friday 1 January');
});
