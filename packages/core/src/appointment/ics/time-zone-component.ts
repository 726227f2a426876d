import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../schedule/instant.ts';

/**
 * A VTIMEZONE with every clock change around the given stretch of time, each written out, so that a
 * calendar that does not know the zone's name shows the right hour. Source: RFC 5545, 3.6.5.
 */
export function timeZoneComponent(timeZone: string, from: Instant, to: Instant): string {
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const observances: string[] = [];
  let at = first.getTimeZoneTransition('previous');
  if (at === null) observances.push(observance(first.subtract({ years: 1 }), first.offset, first.offset));
  while (at !== null && at.epochMilliseconds <= to) {
    observances.push(observance(at, at.subtract({ milliseconds: 1 }).offset, at.offset));
    at = at.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

/** The new offset begins when the clocks of the old one show `DTSTART`. */
function observance(at: Temporal.ZonedDateTime, before: string, after: string): string {
  const shown = at.toInstant().toZonedDateTimeISO(before).toPlainDateTime();
  const kind = minutesOf(after) > minutesOf(before) ? 'DAYLIGHT' : 'STANDARD';
  const start = shown.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${before.replaceAll(':', '')}`,
    `TZOFFSETTO:${after.replaceAll(':', '')}`,
    `END:${kind}`,
  ].join('\r\n');
}

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
