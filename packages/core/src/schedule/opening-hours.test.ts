import { expect, test } from 'vitest';
import { OpeningHours } from '../business/business.ts';
import { isOpenAt, opensNextAt } from './opening-hours.ts';

const officeDay = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '18:00' },
];
const london = OpeningHours.parse({
  timeZone: 'Europe/London',
  week: {
    monday: officeDay,
    tuesday: officeDay,
    friday: [{ from: '18:00', to: '24:00' }],
    saturday: [{ from: '00:00', to: '04:00' }],
  },
  holidays: [
    { date: '2026-11-23', name: 'Stocktaking' },
    { date: '2026-11-26', name: 'Late night', shifts: [{ from: '20:00', to: '22:00' }] },
  ],
});
const at = (text: string): number => Date.parse(text);

test.each([
  ['2026-11-24T08:59:59Z', false],
  ['2026-11-24T09:00:00Z', true],
  ['2026-11-24T12:30:00Z', false],
  ['2026-11-24T13:30:00Z', true],
  ['2026-11-24T18:00:00Z', false],
  ['2026-11-25T10:00:00Z', false],
])('a split shift at %s: open is %s', (moment, open) => {
  expect(isOpenAt(london, at(moment))).toBe(open);
});

test('a holiday closes a day that is otherwise open', () => {
  expect(isOpenAt(london, at('2026-11-23T10:00:00Z'))).toBe(false);
  expect(opensNextAt(london, at('2026-11-22T10:00:00Z'))).toBe(at('2026-11-24T09:00:00Z'));
});

test('a holiday opens a day that is otherwise closed', () => {
  expect(isOpenAt(london, at('2026-11-26T21:00:00Z'))).toBe(true);
  expect(opensNextAt(london, at('2026-11-25T21:00:00Z'))).toBe(at('2026-11-26T20:00:00Z'));
});

test('a shift to 24:00 runs into the next day without a gap', () => {
  expect(isOpenAt(london, at('2026-11-27T23:59:59.999Z'))).toBe(true);
  expect(isOpenAt(london, at('2026-11-28T00:00:00Z'))).toBe(true);
  expect(isOpenAt(london, at('2026-11-28T04:00:00Z'))).toBe(false);
});

test('while it is open, the next opening is now', () => {
  expect(opensNextAt(london, at('2026-11-24T10:15:00Z'))).toBe(at('2026-11-24T10:15:00Z'));
});

test('between two shifts of a day, the next opening is the second shift', () => {
  expect(opensNextAt(london, at('2026-11-24T12:45:00Z'))).toBe(at('2026-11-24T13:30:00Z'));
});

test('a business without shifts never opens', () => {
  const never = OpeningHours.parse({ timeZone: 'Europe/London', week: {} });
  expect(opensNextAt(never, at('2026-11-24T12:45:00Z'))).toBeUndefined();
});

test('hours follow the wall clock across a change to summer time', () => {
  expect(isOpenAt(london, at('2026-03-24T09:00:00Z'))).toBe(true);
  expect(isOpenAt(london, at('2026-03-31T08:00:00Z'))).toBe(true);
  expect(isOpenAt(london, at('2026-03-31T17:00:00Z'))).toBe(false);
});

const nightly = (from: string, to: string): OpeningHours =>
  OpeningHours.parse({ timeZone: 'America/New_York', week: { sunday: [{ from, to }] } });

test('an opening inside the hour that clocks skip is at the change', () => {
  const hours = nightly('02:30', '06:00');
  expect(opensNextAt(hours, at('2026-03-08T05:00:00Z'))).toBe(at('2026-03-08T07:00:00Z'));
});

test('a shift that lies wholly inside the skipped hour does not happen', () => {
  const hours = nightly('02:10', '02:50');
  expect(opensNextAt(hours, at('2026-03-08T05:00:00Z'))).toBe(at('2026-03-15T06:10:00Z'));
});

test('a shift over the repeated hour lasts an hour longer', () => {
  const hours = nightly('00:00', '01:30');
  expect(isOpenAt(hours, at('2026-11-01T04:00:00Z'))).toBe(true);
  expect(isOpenAt(hours, at('2026-11-01T06:29:00Z'))).toBe(true);
  expect(isOpenAt(hours, at('2026-11-01T06:30:00Z'))).toBe(false);
});

test('the day is that of the business, not of UTC', () => {
  const tokyo = OpeningHours.parse({
    timeZone: 'Asia/Tokyo',
    week: { monday: [{ from: '09:00', to: '17:00' }] },
  });
  expect(isOpenAt(tokyo, at('2026-11-23T00:30:00Z'))).toBe(true);
  expect(opensNextAt(tokyo, at('2026-11-22T20:00:00Z'))).toBe(at('2026-11-23T00:00:00Z'));
});
