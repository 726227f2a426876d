import { expect, test } from 'vitest';
import { mayChange } from './may-change.ts';
import { Resource } from './resource.ts';

const resource = (changeNoticeMinutes: number): Resource =>
  Resource.parse({
    resourceId: 'ana',
    name: 'Ana',
    kind: 'staff',
    services: [{ name: 'Check-up', minutes: 60 }],
    bufferMinutes: 0,
    capacity: 1,
    noticeMinutes: 0,
    horizonDays: 60,
    changeNoticeMinutes,
    hours: { timeZone: 'Europe/Berlin', week: {} },
  });
const start = Date.parse('2026-11-24T10:00:00Z');

test('a change is allowed until the notice runs out, that moment included', () => {
  const until = start - 24 * 3_600_000;
  expect(mayChange(resource(24 * 60), start, until)).toEqual({ kind: 'allowed' });
  expect(mayChange(resource(24 * 60), start, until + 1)).toEqual({ kind: 'too-late', until });
});

test('what has begun cannot be changed, whatever the notice', () => {
  expect(mayChange(resource(0), start, start - 1).kind).toBe('allowed');
  expect(mayChange(resource(0), start, start).kind).toBe('too-late');
});
