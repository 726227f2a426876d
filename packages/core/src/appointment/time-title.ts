import { Temporal } from 'temporal-polyfill';
import { dateTitle } from '../slot/date/date-title.ts';

/** A local day and time for a button or a row: "Fri 27 Nov, 17:00", at most 20 characters. */
export function timeTitle(
  { day, time }: { readonly day: string; readonly time: string },
  language: string,
): string {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return dateTitle({ date: Temporal.PlainDate.from(day), minutes: hour * 60 + minute }, language);
}
