import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../schedule/instant.ts';

/**
 * A delivery date as the customer would name it, and whether it has passed.
 * `isoDate`: a calendar date; `at`, `timeZone`: when and where it is read.
 */
export function describeDeliveryDate(
  isoDate: string,
  at: Instant,
  timeZone: string,
): { readonly text: string; readonly passed: boolean } {
  const day = Temporal.PlainDate.from(isoDate);
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const days = today.until(day, { largestUnit: 'day' }).days;
  const named = day.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.year === today.year ? {} : { year: 'numeric' as const }),
  });
  const relative = days === 0 ? 'today, ' : days === 1 ? 'tomorrow, ' : '';
  return { text: `${relative}${named.replace(',', '')}`, passed: days < 0 };
}
