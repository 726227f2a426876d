import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** The calendar day somewhere: "2026-11-24". */
export function dayAt(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
