import { Temporal } from 'temporal-polyfill';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Instant } from '../schedule/instant.ts';
import { describeDay } from '../schedule/local-time.ts';

/**
 * A delivery date as the customer would name it, and whether it has passed.
 * `isoDate`: a calendar date; `at`, `timeZone`: when and where it is read.
 */
export function describeDeliveryDate(
  isoDate: string,
  at: Instant,
  timeZone: string,
  language: Language,
): { readonly text: string; readonly passed: boolean } {
  const day = Temporal.PlainDate.from(isoDate);
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = today.until(day, { largestUnit: 'day' }).days;
  const named = describeDay(day, language, day.year === today.year ? 'far' : 'yearly');
  const { time } = sentencesIn(language);
  const text = days === 0 ? time.todayDate(named) : days === 1 ? time.tomorrowDate(named) : named;
  return { text, passed: days < 0 };
}
