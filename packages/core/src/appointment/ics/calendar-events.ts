import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../schedule/instant.ts';
import type { Opening } from '../../schedule/opening-hours.ts';
import { propertyOf, readIcs, type IcsComponent, type IcsProperty } from './ics-lines.ts';
import { readRecurrence, recurrenceDays } from './recurrence.ts';

/** An object of a calendar as far as booking needs it. */
export type CalendarObject = {
  readonly uid: string | undefined;
  /** The first event's own time, and whether it was called off. */
  readonly event: (Opening & { readonly cancelled: boolean }) | undefined;
  /** When it takes its owner, within the window asked for. */
  readonly busy: readonly Opening[];
  /** What could not be read, for people. */
  readonly problems: readonly string[];
};

/**
 * Reads one calendar object. `timeZone`: of times that name no zone, of whole days, and of zones that
 * nobody knows. A rule that cannot be followed counts once, and is told.
 */
export function readCalendarObject(text: string, timeZone: string, window: Opening): CalendarObject {
  const events = readIcs(text)
    .flatMap(({ components }) => components)
    .filter(({ name }) => name === 'VEVENT');
  const problems: string[] = [];
  const read = events.flatMap((event): readonly ReadEvent[] => {
    const times = readTimes(event, timeZone, problems);
    return times === undefined ? [] : [{ event, ...times }];
  });
  const changed = read.filter(({ event }) => propertyOf(event, 'RECURRENCE-ID') !== undefined);
  const replaced = new Set(
    changed.flatMap(({ event }) => {
      const moment = readMoment(propertyOf(event, 'RECURRENCE-ID'), timeZone, []);
      return moment === undefined ? [] : [moment.at];
    }),
  );
  const [first] = read.filter((each) => !changed.includes(each));
  const busy = read
    .filter(({ event }) => takesTime(event))
    .flatMap((each) =>
      changed.includes(each) ? [each] : occurrences(each, window, replaced, timeZone, problems),
    )
    .filter(({ start, end }) => start < window.end && window.start < end)
    .map(({ start, end }) => ({ start, end }));
  return {
    uid: events.map((event) => propertyOf(event, 'UID')?.value).find((uid) => uid !== undefined),
    event:
      first === undefined
        ? undefined
        : { start: first.start, end: first.end, cancelled: isCancelled(first.event) },
    busy: busy.toSorted((a, b) => a.start - b.start),
    problems,
  };
}

type ReadEvent = Opening & {
  readonly event: IcsComponent;
  readonly zone: string;
  readonly wholeDays: boolean;
};

function isCancelled(event: IcsComponent): boolean {
  return propertyOf(event, 'STATUS')?.value.toUpperCase() === 'CANCELLED';
}

function takesTime(event: IcsComponent): boolean {
  return !isCancelled(event) && propertyOf(event, 'TRANSP')?.value.toUpperCase() !== 'TRANSPARENT';
}

function readTimes(
  event: IcsComponent,
  timeZone: string,
  problems: string[],
): Omit<ReadEvent, 'event'> | undefined {
  const start = readMoment(propertyOf(event, 'DTSTART'), timeZone, problems);
  if (start === undefined) {
    problems.push('an event has no start that can be read');
    return undefined;
  }
  const end = readMoment(propertyOf(event, 'DTEND'), timeZone, problems)?.at ?? endByDuration(event, start);
  if (end <= start.at) return undefined;
  return { start: start.at, end, zone: start.zone, wholeDays: start.wholeDay };
}

function endByDuration(event: IcsComponent, start: Moment): Instant {
  const written = propertyOf(event, 'DURATION')?.value;
  const zoned = Temporal.Instant.fromEpochMilliseconds(start.at).toZonedDateTimeISO(start.zone);
  try {
    if (written !== undefined) return zoned.add(Temporal.Duration.from(written)).epochMilliseconds;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
  }
  return start.wholeDay ? zoned.add({ days: 1 }).epochMilliseconds : start.at;
}

type Moment = { readonly at: Instant; readonly zone: string; readonly wholeDay: boolean };

function readMoment(
  property: IcsProperty | undefined,
  timeZone: string,
  problems: string[],
): Moment | undefined {
  const [, day, time, utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/.exec(property?.value.trim() ?? '') ?? [];
  if (property === undefined || day === undefined) return undefined;
  const zone = utc === undefined ? knownZone(property.parameters.get('TZID'), timeZone, problems) : 'UTC';
  try {
    const date = Temporal.PlainDate.from(day, { overflow: 'reject' });
    if (time === undefined) {
      return { at: date.toZonedDateTime({ timeZone }).epochMilliseconds, zone: timeZone, wholeDay: true };
    }
    const wall = date.toPlainDateTime(
      Temporal.PlainTime.from(`${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`),
    );
    return { at: wall.toZonedDateTime(zone).epochMilliseconds, zone, wholeDay: false };
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function knownZone(name: string | undefined, timeZone: string, problems: string[]): string {
  if (name === undefined) return timeZone;
  // Some programs put a path of their own before the name.
  const plain = name.replace(/^\/.*?\/(?=[A-Z][A-Za-z_]+\/)/, '');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: plain }).resolvedOptions().timeZone;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    problems.push(`nobody knows the time zone "${name}"; read as ${timeZone}`);
    return timeZone;
  }
}

/** Every time an event happens until the window ends. */
function occurrences(
  read: ReadEvent,
  window: Opening,
  replaced: ReadonlySet<Instant>,
  timeZone: string,
  problems: string[],
): readonly Opening[] {
  const { event, start, end, zone } = read;
  const left = new Set([...replaced, ...listed(event, 'EXDATE', timeZone)]);
  const added = listed(event, 'RDATE', timeZone).map((at) => ({ start: at, end: at + (end - start) }));
  const written = propertyOf(event, 'RRULE')?.value;
  const single = [{ start, end }, ...added].filter((each) => !left.has(each.start));
  if (written === undefined) return single;
  const recurrence = readRecurrence(written);
  if (recurrence.kind === 'unsupported') {
    problems.push(`a repetition cannot be followed (${recurrence.why}); it counts once`);
    return single;
  }
  const { rule } = recurrence;
  const first = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  const last = Temporal.Instant.fromEpochMilliseconds(window.end).toZonedDateTimeISO(zone).toPlainDate();
  const until = rule.until === undefined ? undefined : untilInstant(rule.until, zone);
  const days = recurrenceDays(rule, first.toPlainDate(), last);
  const wholeDays = Math.round((end - start) / 86_400_000);
  return [
    ...days
      .map((day) => {
        const begins = day.toZonedDateTime({ timeZone: zone, plainTime: first.toPlainTime() });
        const at = begins.epochMilliseconds;
        const ends = read.wholeDays ? begins.add({ days: wholeDays }).epochMilliseconds : at + (end - start);
        return { start: at, end: ends };
      })
      .filter((each) => !left.has(each.start) && (until === undefined || each.start <= until)),
    ...added,
  ];
}

function listed(event: IcsComponent, name: string, timeZone: string): readonly Instant[] {
  return event.properties
    .filter((property) => property.name === name)
    .flatMap((property) => property.value.split(',').map((value) => ({ ...property, value })))
    .flatMap((property) => {
      const moment = readMoment(property, timeZone, []);
      return moment === undefined ? [] : [moment.at];
    });
}

function untilInstant(written: string, zone: string): Instant | undefined {
  const moment = readMoment({ name: 'UNTIL', parameters: new Map(), value: written }, zone, []);
  // A day includes everything that begins on it.
  return moment === undefined ? undefined : moment.at + (moment.wholeDay ? 86_400_000 - 1 : 0);
}
