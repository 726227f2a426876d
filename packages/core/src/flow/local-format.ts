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
  const time = localTime(value, timeZone);
  if (time === undefined) return undefined;
  if (typeof value === 'string' && value.length === 10) return value;
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO('UTC').toPlainDate().toString();
}

/** "Friday 27 November", with the time of day when the value has one. */
export function writeDate(value: SlotValue, { language, timeZone }: FlowLocale): string | undefined {
  const time = localTime(value, timeZone);
  if (time === undefined) return undefined;
  const hasTime = typeof value === 'string' && value.includes('T');
  // The time is the business's already; UTC keeps the formatter from moving it.
  return dateFormat(language, hasTime).format(time);
}

/** "€12.50": a number in the business's currency, or `{ amount, currency }`. */
export function writeMoney(value: SlotValue, { language, currency: usual }: FlowLocale): string | undefined {
  const amount = typeof value === 'number' ? value : within(value, ['amount']);
  const currency = within(value, ['currency']) ?? usual;
  if (typeof amount !== 'number' || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return undefined;
  return new Intl.NumberFormat(locale(language), { style: 'currency', currency }).format(amount);
}

/** "18:30": the time of day of a date that has one. */
export function writeTime(value: SlotValue, { language, timeZone }: FlowLocale): string | undefined {
  const time = localTime(value, timeZone);
  if (time === undefined || typeof value !== 'string' || !value.includes('T')) return undefined;
  return timeFormat(language).format(time);
}

/** "1,234.5", as it is written in a language. */
export function writeNumber(value: number, { language }: FlowLocale): string {
  return new Intl.NumberFormat(locale(language)).format(value);
}

/** A time of day at the business, as if its clocks showed UTC: milliseconds since 1970. */
function localTime(value: SlotValue | undefined, timeZone: string): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return undefined;
  if (value.length === 10) return plainDay(value);
  try {
    return plainTime(value, timeZone).toZonedDateTime('UTC').epochMilliseconds;
  } catch (cause) {
    // Not a day of the calendar: the same as no date at all.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function plainTime(value: string, timeZone: string): Temporal.PlainDateTime {
  if (/\[.+\]$/.test(value)) return Temporal.ZonedDateTime.from(value).toPlainDateTime();
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)))
    return Temporal.Instant.from(value).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return Temporal.PlainDateTime.from(value);
}

/** Most dates are plain; a turn has no time to have each one parsed with all that a date may be. */
function plainDay(value: string): number | undefined {
  const [year, month, day] = value.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  if (month < 1 || month > 12 || day < 1 || day > days) return undefined;
  return Date.UTC(year, month - 1, day);
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

const timeFormats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(language: string): Intl.DateTimeFormat {
  const known = timeFormats.get(language);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale(language), {
    timeZone: 'UTC',
    hour: '2-digit',
    minute: '2-digit',
  });
  timeFormats.set(language, made);
  return made;
}
