import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
type Weekday = (typeof weekdays)[number];

/** Days of the week and a time of day ("09:30") on each of them. */
export type WeeklyTime = { readonly days: readonly Weekday[]; readonly at: string };

/**
 * When a weekly time last came, `now` included. A time that a change of clocks leaves out counts as the
 * same time after it, one that comes twice as the first.
 */
export function latestOccurrence(
  { days, at }: WeeklyTime,
  timeZone: string,
  now: Instant,
): Instant | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  for (let back = 0; back <= 7; back += 1) {
    const day = today.subtract({ days: back });
    const name = weekdays[day.dayOfWeek - 1];
    if (name === undefined || !days.includes(name)) continue;
    const due = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
    if (due <= now) return due;
  }
  return undefined;
}
