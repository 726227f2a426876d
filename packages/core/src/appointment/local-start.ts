import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../schedule/instant.ts';

/**
 * What a customer means by a day and a time of day. `twice`: clocks go back and show it two times.
 * `skipped`: clocks go forward over it; `next` is the moment of the change.
 */
export type LocalStart =
  | { readonly kind: 'once'; readonly at: Instant }
  | { readonly kind: 'twice'; readonly first: Instant; readonly second: Instant }
  | { readonly kind: 'skipped'; readonly next: Instant }
  | { readonly kind: 'unreadable' };

/**
 * Reads a start: "2026-11-24T09:30" on the clocks of `timeZone`, or a moment with an offset such as
 * "2026-11-24T09:30:00-06:00" or "…Z", which is never in doubt.
 */
export function readLocalStart(text: string, timeZone: string): LocalStart {
  const trimmed = text.trim().replace(' ', 'T');
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed)) {
      return { kind: 'once', at: Temporal.Instant.from(trimmed).epochMilliseconds };
    }
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(trimmed)) return { kind: 'unreadable' };
    const wall = Temporal.PlainDateTime.from(trimmed, { overflow: 'reject' });
    return localStart(wall, timeZone);
  } catch (cause) {
    if (cause instanceof RangeError) return { kind: 'unreadable' };
    throw cause;
  }
}

function localStart(wall: Temporal.PlainDateTime, timeZone: string): LocalStart {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds)
    return { kind: 'once', at: earlier.epochMilliseconds };
  if (earlier.toPlainDateTime().equals(wall)) {
    return { kind: 'twice', first: earlier.epochMilliseconds, second: later.epochMilliseconds };
  }
  const change = earlier.getTimeZoneTransition('next');
  return { kind: 'skipped', next: (change ?? later).epochMilliseconds };
}

/**
 * A moment as it is told: local day, local time and the offset from UTC. `shownTwice`: clocks show
 * this time two times that day, so that the offset has to be said.
 */
export type ToldStart = {
  readonly day: string;
  readonly time: string;
  readonly weekday: string;
  readonly offset: string;
  readonly shownTwice: boolean;
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How clocks in `timeZone` show a moment. */
export function tellStart(at: Instant, timeZone: string): ToldStart {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    day: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
    weekday: weekdays[zoned.dayOfWeek - 1] ?? '',
    offset: zoned.offset,
    shownTwice: localStart(zoned.toPlainDateTime(), timeZone).kind === 'twice',
  };
}

/** The first moment of a local day, and the first after it. Undefined for no day of the calendar. */
export function localDay(
  day: string,
  timeZone: string,
): { readonly start: Instant; readonly end: Instant } | undefined {
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    return {
      start: date.toZonedDateTime({ timeZone }).epochMilliseconds,
      end: date.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds,
    };
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The local day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** A moment on the clocks of a time zone. */
export function zonedAt(at: Instant, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}
