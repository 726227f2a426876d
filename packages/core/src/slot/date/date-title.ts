import type { DayAndTime } from './date-slot.ts';

/** What fits on a button, in UTF-16 units. Source: Cloud API docs, reply buttons, read 2026-11-21. */
const mostOnButton = 20;

/**
 * For a button: "Fri 27 Nov, 17:00", at most 20 characters: where that is longer, without full stops, then with
 * the month as a number; the time of day always stands in full.
 */
export function dateTitle(value: DayAndTime, language: string): string {
  const worded = write(value, language, { weekday: 'short', day: 'numeric', month: 'short' });
  if (worded.length <= mostOnButton) return worded;
  const plain = worded.replaceAll('.', '').replaceAll(/ d[eu] /gu, ' ');
  if (plain.length <= mostOnButton) return plain;
  const { date, minutes } = value;
  const weekday = write({ date }, language, { weekday: 'short' });
  const time = minutes === undefined ? '' : ` ${clock(minutes)}`;
  return `${weekday} ${date.day}/${date.month}${time}`.slice(0, mostOnButton);
}

/** For a sentence: "Friday 27 November, 17:00". */
export function dateWords(value: DayAndTime, language: string): string {
  return write(value, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

function write({ date, minutes }: DayAndTime, language: string, form: Intl.DateTimeFormatOptions): string {
  const day = new Intl.DateTimeFormat(locale(language), { ...form, timeZone: 'UTC' }).format(
    date.toZonedDateTime('UTC').epochMilliseconds,
  );
  if (minutes === undefined) return day;
  return `${day}, ${clock(minutes)}`;
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The day before the month in English, digits as on a keyboard in Arabic, Latin letters for romanised Hindi. */
function locale(language: string): string {
  if (language === 'en' || language === 'hi-Latn') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}
