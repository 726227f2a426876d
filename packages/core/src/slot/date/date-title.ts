import type { DayAndTime } from './date-slot.ts';

/** For a button: "Fri 27 Nov, 17:00", at most 20 characters. */
export function dateTitle(value: DayAndTime, language: string): string {
  return write(value, language, { weekday: 'short', day: 'numeric', month: 'short' }).slice(0, 20);
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
  return `${day}, ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The day before the month in English, digits as on a keyboard in Arabic, Latin letters for romanised Hindi. */
function locale(language: string): string {
  if (language === 'en' || language === 'hi-Latn') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}
