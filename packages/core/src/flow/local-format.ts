import { Temporal } from 'temporal-polyfill';
import type { SlotValue } from '../slot/slot-type.ts';
import { within } from './flow-values.ts';

/** Where and in which language values are written. `currency`: of amounts that name none. */
export type FlowLocale = {
  readonly language: string;
  readonly timeZone: string;
  readonly currency: string;
};

/** The calendar day of an ISO date, date and time, or instant, in the business's time zone; undefined for anything else. */
export function isoDay(value: SlotValue | undefined, timeZone: string): string | undefined {
  return localTime(value, timeZone)?.toPlainDate().toString();
}

/** "Friday 27 November", with the time of day when the value has one. */
export function writeDate(value: SlotValue, { language, timeZone }: FlowLocale): string | undefined {
  const time = localTime(value, timeZone);
  if (time === undefined) return undefined;
  const hasTime = typeof value === 'string' && value.includes('T');
  // The time is the business's already; UTC keeps the formatter from moving it.
  return dateFormat(language, hasTime).format(time.toZonedDateTime('UTC').epochMilliseconds);
}

/** "€12.50": a number in the business's currency, or `{ amount, currency }`. */
export function writeMoney(value: SlotValue, { language, currency: usual }: FlowLocale): string | undefined {
  const amount = typeof value === 'number' ? value : within(value, ['amount']);
  const currency = within(value, ['currency']) ?? usual;
  if (typeof amount !== 'number' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return undefined;
  return new Intl.NumberFormat(locale(language), { style: 'currency', currency }).format(amount);
}

function localTime(value: SlotValue | undefined, timeZone: string): Temporal.PlainDateTime | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return undefined;
  try {
    if (/\[.+\]$/.test(value)) return Temporal.ZonedDateTime.from(value).toPlainDateTime();
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)))
      return Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDateTime();
    return Temporal.PlainDateTime.from(value);
  } catch (cause) {
    // Not a day of the calendar: the same as no date at all.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** The locale that formats: the day before the month in English, digits as orders have them in Arabic. */
function locale(language: string): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

/** A formatter takes long to make and little to use. There are as many as languages. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: string, hasTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasTime}`;
  const known = dateFormats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(hasTime ? ({ hour: '2-digit', minute: '2-digit' } as const) : {}),
  });
  dateFormats.set(key, made);
  return made;
}
