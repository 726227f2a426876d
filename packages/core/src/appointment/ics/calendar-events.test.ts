import { expect, test } from 'vitest';
import { readCalendarObject } from './calendar-events.ts';
import { timeZoneComponent } from './time-zone-component.ts';

const at = (text: string): number => Date.parse(text);
const window = { start: at('2026-10-01T00:00:00Z'), end: at('2026-12-01T00:00:00Z') };

function read(...lines: readonly string[]) {
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:u1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\r\n',
  );
  return readCalendarObject(text, 'Europe/Berlin', window);
}

const starts = (...lines: readonly string[]): readonly string[] =>
  read(...lines).busy.map(({ start }) => new Date(start).toISOString().slice(0, 16));

test('an event takes its time, in UTC, in a named zone, or on the clocks of the place', () => {
  expect(starts('DTSTART:20261124T093000Z', 'DTEND:20261124T100000Z')).toEqual(['2026-11-24T09:30']);
  expect(starts('DTSTART;TZID="America/New_York":20261124T093000', 'DURATION:PT45M')).toEqual([
    '2026-11-24T14:30',
  ]);
  expect(starts('DTSTART:20261124T093000', 'DTEND:20261124T100000')).toEqual(['2026-11-24T08:30']);
});

test('a whole day is that of the place', () => {
  expect(read('DTSTART;VALUE=DATE:20261025').busy).toEqual([
    { start: at('2026-10-24T22:00:00Z'), end: at('2026-10-25T23:00:00Z') },
  ]);
});

test('what is called off or marked as free takes no time', () => {
  const times = ['DTSTART:20261124T093000Z', 'DTEND:20261124T100000Z'];
  expect(starts(...times, 'STATUS:CANCELLED')).toEqual([]);
  expect(starts(...times, 'TRANSP:TRANSPARENT')).toEqual([]);
  expect(read(...times, 'STATUS:CANCELLED').event).toMatchObject({ cancelled: true });
});

test('a weekly event keeps its hour over a clock change', () => {
  expect(
    starts(
      'DTSTART;TZID=Europe/Berlin:20261019T090000',
      'DTEND;TZID=Europe/Berlin:20261019T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261028T235959Z',
      'EXDATE;TZID=Europe/Berlin:20261021T090000',
    ),
  ).toEqual(['2026-10-19T07:00', '2026-10-26T08:00', '2026-10-28T08:00']);
});

test('rules of days, months and years are followed', () => {
  const from = (day: string, rule: string) =>
    starts(`DTSTART:${day}T080000Z`, 'DURATION:PT1H', `RRULE:${rule}`).map((each) => each.slice(5, 10));
  expect(from('20261001', 'FREQ=DAILY;INTERVAL=10;COUNT=4')).toEqual(['10-01', '10-11', '10-21', '10-31']);
  expect(from('20260105', 'FREQ=MONTHLY;BYDAY=1MO')).toEqual(['10-05', '11-02']);
  expect(from('20260130', 'FREQ=MONTHLY;BYDAY=-1FR')).toEqual(['10-30', '11-27']);
  expect(from('20260131', 'FREQ=MONTHLY')).toEqual(['10-31']);
  expect(from('20260131', 'FREQ=MONTHLY;BYMONTHDAY=-1')).toEqual(['10-31', '11-30']);
  expect(from('20260101', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toEqual(['10-30', '11-30']);
  expect(from('20001124', 'FREQ=YEARLY')).toEqual(['11-24']);
  expect(from('20261006', 'FREQ=WEEKLY;INTERVAL=2;COUNT=3')).toEqual(['10-06', '10-20', '11-03']);
});

test('an occurrence that was moved by itself takes its new time only', () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:u1',
    'DTSTART:20261124T090000Z',
    'DTEND:20261124T100000Z',
    'RRULE:FREQ=DAILY;COUNT=2',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:u1',
    'RECURRENCE-ID:20261125T090000Z',
    'DTSTART:20261125T150000Z',
    'DTEND:20261125T160000Z',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');
  expect(readCalendarObject(text, 'UTC', window).busy.map(({ start }) => start)).toEqual([
    at('2026-11-24T09:00:00Z'),
    at('2026-11-25T15:00:00Z'),
  ]);
});

test('what cannot be followed counts once and is told; a zone nobody knows is that of the place', () => {
  const hourly = read('DTSTART:20261124T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY');
  expect(hourly.busy).toHaveLength(1);
  expect(hourly.problems).toEqual(['a repetition cannot be followed (FREQ=HOURLY); it counts once']);
  const strange = read('DTSTART;TZID=Middle Earth:20261124T090000', 'DURATION:PT1H');
  expect(strange.busy).toEqual([{ start: at('2026-11-24T08:00:00Z'), end: at('2026-11-24T09:00:00Z') }]);
  expect(strange.problems).toEqual(['nobody knows the time zone "Middle Earth"; read as Europe/Berlin']);
});

test('folded lines are one line, and text that is no calendar is nothing', () => {
  expect(starts('DTSTART:20261124T09', ' 3000Z', 'DTEND:20261124T100000Z')).toEqual(['2026-11-24T09:30']);
  expect(readCalendarObject('hello', 'UTC', window)).toEqual({
    uid: undefined,
    event: undefined,
    busy: [],
    problems: [],
  });
});

test('a time zone is written out with the clock changes around the time', () => {
  expect(timeZoneComponent('Europe/Berlin', at('2026-11-24T09:00:00Z'), at('2026-11-24T10:00:00Z'))).toBe(
    [
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Berlin',
      'BEGIN:STANDARD',
      'DTSTART:20261025T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n'),
  );
});
