import { Temporal } from 'temporal-polyfill';
import { localeOf, type Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Instant } from './instant.ts';

/**
 * How a person at `now` in `timeZone` would name the moment `at`: "today at 14:00", "tomorrow at
 * 09:00", "on Monday at 09:00" for up to six days ahead, otherwise "on Friday 2 January at 09:00".
 */
export function describeLocalTime(at: Instant, timeZone: string, now: Instant, language: Language): string {
  const then = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const clock = then.toPlainTime().toString({ smallestUnit: 'minute' });
  const { time } = sentencesIn(language);
  const days = today.until(then.toPlainDate(), { largestUnit: 'day' }).days;
  if (days === 0) return time.today(clock);
  if (days === 1) return time.tomorrow(clock);
  return time.on(describeDay(then.toPlainDate(), language, days > 1 && days <= 6 ? 'near' : 'far'), clock);
}

/** "Monday" when it is near, otherwise "Friday 2 January"; with the year when it is `yearly`. */
export function describeDay(
  day: Temporal.PlainDate,
  language: Language,
  distance: 'near' | 'far' | 'yearly',
): string {
  const named = day.toLocaleString(localeOf[language], {
    weekday: 'long',
    ...(distance === 'near' ? {} : { day: 'numeric', month: 'long' }),
    ...(distance === 'yearly' ? { year: 'numeric' } : {}),
  });
  return language === 'en' ? named.replace(',', '') : named;
}
