import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Resource } from './resource.ts';
import { firstWaiting, type Waiting } from './waiting-list.ts';

const resource = Resource.parse({
  resourceId: 'ana',
  name: 'Ana',
  kind: 'staff',
  services: [
    { name: 'Check-up', minutes: 30 },
    { name: 'Root canal', minutes: 90 },
  ],
  bufferMinutes: 0,
  capacity: 1,
  noticeMinutes: 60,
  horizonDays: 60,
  changeNoticeMinutes: 0,
  stepMinutes: 30,
  hours: { timeZone: 'Europe/Berlin', week: { tuesday: [{ from: '09:00', to: '12:00' }] } },
});
const freed = { start: Date.parse('2026-11-24T08:00:00Z'), end: Date.parse('2026-11-24T08:30:00Z') };
const now = Date.parse('2026-11-23T08:00:00Z');
const waiting = (waitingId: string, given: Partial<Waiting> = {}): Waiting => ({
  waitingId,
  joinedAt: 1,
  service: 'check-up',
  people: 1,
  fromDay: '2026-11-20',
  toDay: '2026-11-30',
  ...given,
});
const first = (list: readonly Waiting[], taken: Parameters<typeof firstWaiting>[3] = [], at = now) =>
  firstWaiting(list, resource, freed, taken, at)?.waiting.waitingId;

test('the one who joined first is offered what was freed', () => {
  expect(first([waiting('b', { joinedAt: 2 }), waiting('a', { joinedAt: 1 })])).toBe('a');
});

test('who cannot use it is passed over and keeps their place', () => {
  const list = [
    waiting('other-days', { fromDay: '2026-11-25' }),
    waiting('other-resource', { joinedAt: 2, resourceId: 'bo' }),
    waiting('other-service', { joinedAt: 3, service: 'whitening' }),
    waiting('too-many', { joinedAt: 4, people: 2 }),
    waiting('fits', { joinedAt: 5 }),
  ];
  expect(first(list)).toBe('fits');
});

test('a longer service is offered only when the time after is free too', () => {
  const list = [waiting('long', { service: 'Root canal' }), waiting('short', { joinedAt: 2 })];
  const next = { start: freed.end, freeAt: freed.end + 1_800_000, people: 'whole' as const };
  expect(first(list)).toBe('long');
  expect(first(list, [next])).toBe('short');
});

test('nobody is offered what begins too soon to be booked', () => {
  expect(first([waiting('a')], [], freed.start - 59 * 60_000)).toBeUndefined();
});

test('whoever is chosen joined no later than anybody else who fits', () => {
  const anyWaiting = fc
    .record({ waitingId: fc.uuid(), joinedAt: fc.nat(5), people: fc.integer({ min: 1, max: 2 }) })
    .map(({ waitingId, ...given }) => waiting(waitingId, given));
  fc.assert(
    fc.property(fc.array(anyWaiting, { maxLength: 8 }), (list) => {
      const chosen = firstWaiting(list, resource, freed, [], now)?.waiting;
      const able = list.filter(({ people }) => people === 1);
      if (chosen === undefined) return able.length === 0;
      return able.every(({ joinedAt }) => chosen.joinedAt <= joinedAt);
    }),
  );
});
