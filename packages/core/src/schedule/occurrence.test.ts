import { expect, test } from 'vitest';
import { latestOccurrence } from './occurrence.ts';

const at = (iso: string): number => Date.parse(iso);
const mondays = { days: ['monday'], at: '09:00' } as const;

test('a weekly time comes in the time zone of the business, and not before its minute', () => {
  expect(latestOccurrence(mondays, 'America/New_York', at('2026-11-23T14:00:00Z'))).toBe(
    at('2026-11-23T14:00:00Z'),
  );
  expect(latestOccurrence(mondays, 'America/New_York', at('2026-11-23T13:59:59Z'))).toBe(
    at('2026-11-16T14:00:00Z'),
  );
});

test('a change of clocks moves the instant, not the time of day', () => {
  const sundays = { days: ['sunday'], at: '02:30' } as const;
  // Berlin, 2026-10-25: 02:30 comes twice; 2026-03-29: it does not come at all.
  expect(latestOccurrence(sundays, 'Europe/Berlin', at('2026-10-25T12:00:00Z'))).toBe(
    at('2026-10-25T00:30:00Z'),
  );
  expect(latestOccurrence(sundays, 'Europe/Berlin', at('2026-03-29T12:00:00Z'))).toBe(
    at('2026-03-29T01:30:00Z'),
  );
});
