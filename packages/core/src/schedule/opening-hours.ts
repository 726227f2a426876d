import { Temporal } from 'temporal-polyfill';
import type { OpeningHours, Shift } from '../business/business.ts';
import type { Instant } from './instant.ts';

const daysLookedAhead = 60;
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/**
 * Whether people are there at `at`. A shift includes its first minute and not its last moment;
 * a holiday replaces the weekday's shifts.
 * Throws a RangeError for an unknown time zone; `parseBusinessFiles` lets none through.
 */
export function isOpenAt(hours: OpeningHours, at: Instant): boolean {
  return openingsOn(hours, localDate(at, hours.timeZone)).some(({ start, end }) => start <= at && at < end);
}

/**
 * The first moment from `at` on when people are there: `at` itself while it is open, otherwise the
 * start of the next shift. Undefined when there is none within 60 days.
 */
export function opensNextAt(hours: OpeningHours, at: Instant): Instant | undefined {
  const today = localDate(at, hours.timeZone);
  for (let days = 0; days <= daysLookedAhead; days += 1) {
    const starts = openingsOn(hours, today.add({ days }))
      .filter(({ end }) => at < end)
      .map(({ start }) => Math.max(start, at));
    if (starts.length > 0) return Math.min(...starts);
  }
  return undefined;
}

/** A stretch of time; the end is not part of it. */
export type Opening = { readonly start: Instant; readonly end: Instant };

/** The shifts that touch `range`, whole and in order. A shift that a clock change swallows is left out. */
export function openingsBetween(hours: OpeningHours, range: Opening): readonly Opening[] {
  if (range.end <= range.start) return [];
  const openings: Opening[] = [];
  const last = localDate(range.end, hours.timeZone);
  // Where clocks go back over midnight, a shift of the day before may still touch the range.
  let day = localDate(range.start, hours.timeZone).subtract({ days: 1 });
  while (day.until(last).sign >= 0) {
    openings.push(...openingsOn(hours, day));
    day = day.add({ days: 1 });
  }
  return openings
    .filter(({ start, end }) => start < range.end && range.start < end)
    .toSorted((a, b) => a.start - b.start);
}

/** The shifts of one local day as points in time; one that a clock change swallows whole is left out. */
function openingsOn(hours: OpeningHours, day: Temporal.PlainDate): readonly Opening[] {
  return shiftsOn(hours, day)
    .map(({ from, to }) => ({
      start: instantOf(day, from, hours.timeZone, 'earlier'),
      end: instantOf(day, to, hours.timeZone, 'later'),
    }))
    .filter(({ start, end }) => start < end);
}

function shiftsOn(hours: OpeningHours, day: Temporal.PlainDate): readonly Shift[] {
  const date = day.toString();
  const holiday = hours.holidays.find((each) => each.date === date);
  if (holiday !== undefined) return holiday.shifts;
  const weekday = weekdays[day.dayOfWeek - 1];
  return weekday === undefined ? [] : hours.week[weekday];
}

/**
 * When a wall clock in this zone shows `clock` on `day`. A time shown twice (clocks go back) is the
 * one `whenTwice` names; a time never shown (clocks go forward) is the moment of the change.
 */
function instantOf(
  day: Temporal.PlainDate,
  clock: string,
  timeZone: string,
  whenTwice: 'earlier' | 'later',
): Instant {
  const wall =
    clock === '24:00'
      ? day.add({ days: 1 }).toPlainDateTime()
      : day.toPlainDateTime(Temporal.PlainTime.from(clock));
  const moment = wall.toZonedDateTime(timeZone, { disambiguation: whenTwice });
  if (moment.toPlainDateTime().equals(wall)) return moment.epochMilliseconds;
  const change = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).getTimeZoneTransition('next');
  return (change ?? moment).epochMilliseconds;
}

function localDate(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
}
