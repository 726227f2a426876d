import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * How a person at `now` in `timeZone` would name the moment `at`: "today at 14:00", "tomorrow at
 * 09:00", "on Monday at 09:00" for up to six days ahead, otherwise "on Friday 2 January at 09:00".
 */
export function describeLocalTime(at: Instant, timeZone: string, now: Instant): string {
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const clock = then.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${describeDay(then.toPlainDate(), today)} at ${clock}`;
}

function describeDay(day: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(day, { largestUnit: 'day' }).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const weekday = weekdays[day.dayOfWeek - 1] ?? '';
  if (days > 1 && days <= 6) return `on ${weekday}`;
  return `on ${weekday} ${day.day} ${months[day.month - 1] ?? ''}`;
}
