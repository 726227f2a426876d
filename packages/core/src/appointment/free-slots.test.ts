import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSlots, judgeSlot } from './free-slots.ts';
import { tellStart } from './local-start.ts';
import { fitsBeside, occupancyOf, type Occupancy } from './occupancy.ts';
import { Resource } from './resource.ts';

const at = (text: string): number => Date.parse(text);
const everyDay = (from: string, to: string) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [{ from, to }],
    ]),
  );

function resource(given: Record<string, unknown> = {}): Resource {
  return Resource.parse({
    resourceId: 'ana',
    name: 'Ana',
    kind: 'staff',
    services: [{ name: 'Check-up', minutes: 60 }],
    bufferMinutes: 0,
    capacity: 1,
    noticeMinutes: 0,
    horizonDays: 400,
    changeNoticeMinutes: 0,
    hours: { timeZone: 'Europe/Berlin', week: everyDay('09:00', '12:00') },
    ...given,
  });
}

function starts(of: Resource, day: string, taken: readonly Occupancy[] = [], people = 1): readonly string[] {
  const [service] = of.services;
  if (service === undefined) throw new Error('a resource has a service');
  const range = {
    start: at(`${day}T00:00:00Z`) - 12 * 3_600_000,
    end: at(`${day}T00:00:00Z`) + 36 * 3_600_000,
  };
  return freeSlots(of, range, { service, people, taken, now: at('2026-01-01T00:00:00Z') })
    .map(({ start }) => tellStart(start, of.hours.timeZone))
    .filter((told) => told.day === day)
    .map(({ time, offset }) => `${time}${offset}`);
}

test('slots follow one another from the start of a shift, and end when it ends', () => {
  expect(starts(resource(), '2026-11-24')).toEqual(['09:00+01:00', '10:00+01:00', '11:00+01:00']);
});

test('the buffer lies between two slots, and may run past closing time', () => {
  expect(starts(resource({ bufferMinutes: 30 }), '2026-11-24')).toEqual(['09:00+01:00', '10:30+01:00']);
});

test('a booking takes its time and the buffer after it, and the buffer of the slot before must fit too', () => {
  const ana = resource({ bufferMinutes: 15, stepMinutes: 15 });
  const [service] = ana.services;
  if (service === undefined) throw new Error('a resource has a service');
  const booked = occupancyOf(ana, service, at('2026-11-24T09:15:00Z'), 1);
  expect(starts(ana, '2026-11-24', [booked])).toEqual(['09:00+01:00']);
});

test('a holiday closes the day', () => {
  const hours = {
    timeZone: 'Europe/Berlin',
    week: everyDay('09:00', '12:00'),
    holidays: [{ date: '2026-11-24', name: 'Feast' }],
  };
  expect(starts(resource({ hours }), '2026-11-24')).toEqual([]);
});

test('in the night when clocks go forward, a slot lasts as long as ever and the skipped hour is no start', () => {
  const night = resource({ hours: { timeZone: 'Europe/Berlin', week: everyDay('00:00', '05:00') } });
  expect(starts(night, '2026-03-29')).toEqual(['00:00+01:00', '01:00+01:00', '03:00+02:00', '04:00+02:00']);
});

test('in the night when clocks go back, the repeated hour can be booked twice, told apart by the offset', () => {
  const night = resource({ hours: { timeZone: 'Europe/Berlin', week: everyDay('01:00', '04:00') } });
  expect(starts(night, '2026-10-25')).toEqual(['01:00+02:00', '02:00+02:00', '02:00+01:00', '03:00+01:00']);
});

test('a service may run over midnight where a shift follows without a gap', () => {
  const week = { monday: [{ from: '22:00', to: '24:00' }], tuesday: [{ from: '00:00', to: '01:00' }] };
  const services = [{ name: 'Film', minutes: 90 }];
  const room = resource({ hours: { timeZone: 'Asia/Tokyo', week }, services });
  expect(starts(room, '2026-11-23')).toEqual(['22:00+09:00', '23:30+09:00']);
  expect(starts(room, '2026-11-24')).toEqual([]);
});

test('a course has places until they are taken; a table has one party at a time', () => {
  const course = resource({ kind: 'course', capacity: 3 });
  const [service] = course.services;
  if (service === undefined) throw new Error('a resource has a service');
  const two = occupancyOf(course, service, at('2026-11-24T08:00:00Z'), 2);
  expect(starts(course, '2026-11-24', [two], 1)).toContain('09:00+01:00');
  expect(starts(course, '2026-11-24', [two], 2)).not.toContain('09:00+01:00');
  expect(starts(course, '2026-11-24', [], 4)).toEqual([]);
  const table = resource({ kind: 'table', capacity: 4 });
  const couple = occupancyOf(table, service, at('2026-11-24T08:00:00Z'), 2);
  expect(starts(table, '2026-11-24', [couple], 2)).not.toContain('09:00+01:00');
});

test('notice and horizon bound what can be booked', () => {
  const ana = resource({ noticeMinutes: 120, horizonDays: 1 });
  const [service] = ana.services;
  if (service === undefined) throw new Error('a resource has a service');
  const asked = { service, people: 1, taken: [], now: at('2026-11-24T07:00:00Z') };
  expect(judgeSlot(ana, at('2026-11-24T08:00:00Z'), asked).kind).toBe('too-soon');
  expect(judgeSlot(ana, at('2026-11-24T09:00:00Z'), asked).kind).toBe('free');
  expect(judgeSlot(ana, at('2026-11-24T09:10:00Z'), asked).kind).toBe('between-slots');
  expect(judgeSlot(ana, at('2026-11-24T11:00:00Z'), asked).kind).toBe('closed');
  expect(judgeSlot(ana, at('2026-11-25T10:00:00Z'), asked).kind).toBe('free');
  expect(judgeSlot(ana, at('2026-11-26T10:00:00Z'), asked).kind).toBe('too-far');
});

const zones = ['Europe/Berlin', 'America/New_York', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Jakarta'];
const clocks = fc.constantFrom('00:00', '01:30', '02:30', '04:00', '09:00', '12:30', '18:00', '24:00');
const anyResource = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    first: clocks,
    second: clocks,
    minutes: fc.constantFrom(15, 30, 50, 90, 180),
    bufferMinutes: fc.constantFrom(0, 10, 45),
    stepMinutes: fc.constantFrom(undefined, 15, 40),
    capacity: fc.integer({ min: 1, max: 4 }),
    kind: fc.constantFrom('staff', 'course', 'table'),
  })
  .filter(({ first, second }) => first !== second)
  .map(({ timeZone, first, second, minutes, ...rest }) => {
    const [from, to] = first < second ? [first, second] : [second, first];
    const hours = { timeZone, week: everyDay(from, to) };
    return resource({ ...rest, hours, services: [{ name: 'Visit', minutes }] });
  });
// Around the changes of clocks of 2026, and some quiet weeks.
const anyDay = fc
  .constantFrom(
    '2026-03-08',
    '2026-03-29',
    '2026-04-05',
    '2026-07-01',
    '2026-10-04',
    '2026-10-25',
    '2026-11-01',
  )
  .chain((day) =>
    fc.integer({ min: -30, max: 30 }).map((hours) => at(`${day}T00:00:00Z`) + hours * 3_600_000),
  );

test('slots that are free can be booked one after another until none is left, and never over capacity', () => {
  fc.assert(
    fc.property(anyResource, anyDay, fc.integer({ min: 1, max: 3 }), (of, start, people) => {
      const [service] = of.services;
      if (service === undefined) return false;
      const range = { start, end: start + 36 * 3_600_000 };
      const now = start - 24 * 3_600_000;
      const taken: Occupancy[] = [];
      for (;;) {
        const free = freeSlots(of, range, { service, people, taken, now });
        const next = free.at(Math.floor(free.length / 2));
        if (next === undefined) break;
        if (judgeSlot(of, next.start, { service, people, taken, now }).kind !== 'free') return false;
        taken.push(occupancyOf(of, service, next.start, people));
        if (taken.length > 1_000) return false;
      }
      // At no moment are there more people than fit, counted the slow way.
      return taken.every(({ start: moment }) => {
        const there = taken.filter((each) => each.start <= moment && moment < each.freeAt);
        if (there.some((each) => each.people === 'whole')) return there.length === 1;
        const heads = there.reduce((sum, each) => sum + (each.people === 'whole' ? 0 : each.people), 0);
        return heads <= of.capacity;
      });
    }),
    { numRuns: 150 },
  );
});

test('every slot lasts its service in real time, lies inside the opening hours, and does not depend on the range asked for', () => {
  fc.assert(
    fc.property(anyResource, anyDay, fc.integer({ min: 1, max: 30 }), (of, start, hours) => {
      const [service] = of.services;
      if (service === undefined) return false;
      const request = { service, people: 1, taken: [], now: start - 24 * 3_600_000 };
      const range = { start, end: start + hours * 3_600_000 };
      const wide = freeSlots(
        of,
        { start: start - 50 * 3_600_000, end: range.end + 50 * 3_600_000 },
        {
          ...request,
          now: start - 90 * 3_600_000,
        },
      );
      const within = wide.filter((slot) => range.start <= slot.start && slot.start < range.end);
      const narrow = freeSlots(of, range, request);
      expect(narrow).toEqual(within);
      return narrow.every((slot) => slot.end - slot.start === service.minutes * 60_000);
    }),
    { numRuns: 150 },
  );
});

test('who fits beside the others does not depend on the order in which they came', () => {
  const occupancy = fc
    .tuple(
      fc.nat(20),
      fc.integer({ min: 1, max: 8 }),
      fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('whole' as const)),
    )
    .map(([start, length, people]): Occupancy => ({ start, freeAt: start + length, people }));
  fc.assert(
    fc.property(
      occupancy,
      fc.array(occupancy, { maxLength: 8 }),
      fc.integer({ min: 1, max: 6 }),
      (one, others, capacity) =>
        fitsBeside(one, others, capacity) === fitsBeside(one, others.toReversed(), capacity),
    ),
  );
});
