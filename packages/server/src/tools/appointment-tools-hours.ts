import type { OfferedSlot } from '@ambit/core/appointment/appointment';
import type { Candidate } from '@ambit/core/appointment/choose-resources';
import { chooseTimes, type TimeWish } from '@ambit/core/appointment/choose-times';
import { judgeSlot } from '@ambit/core/appointment/free-slots';
import { readLocalStart } from '@ambit/core/appointment/local-start';
import type { ReadSearch } from '@ambit/core/appointment/time-search';
import { minuteMs } from '@ambit/core/schedule/instant';

/** Who moves to another hour and names no day stays on theirs. */
export function onBookedDay(search: ReadSearch, booked: { readonly day: string } | undefined): ReadSearch {
  const { wish } = search;
  if (booked === undefined || wish.days.length > 0 || wish.minutes.length === 0) return search;
  return { ...search, wish: { ...wish, days: [{ from: booked.day, to: booked.day }] } };
}

/** The start that was chosen before, where it is free and nothing that was said since is against it. */
export function keptSlot(
  slots: readonly OfferedSlot[],
  wish: TimeWish,
  keep: string | undefined,
): OfferedSlot | undefined {
  const found = slots.find(({ startsAt }) => startsAt === keep);
  if (found === undefined) return undefined;
  const fitting = chooseTimes([found], wish);
  return fitting.kind === 'exact' || fitting.kind === 'times' ? found : undefined;
}

/** Whether all the hours that somebody asked for on this day are over. `time`: "14:30", now. */
export function hasPassed({ minutes, bound }: TimeWish, time: string): boolean {
  const now = minutesOf(time);
  return minutes.length > 0 && bound !== 'after' && minutes.every((each) => each < now);
}

/** Why nothing can be had at the hour that was asked for, where it is not that others have it. */
export function whyNotThen(
  candidates: readonly Candidate[],
  { days, minutes, bound }: TimeWish,
  passed: boolean,
): 'passed-hour' | 'closed-hour' | undefined {
  if (passed) return 'passed-hour';
  const [day, another] = days;
  if (day === undefined || another !== undefined || day.from !== day.to || bound !== undefined)
    return undefined;
  if (minutes.length === 0) return undefined;
  const open = candidates.some(({ resource, service }) => {
    const { timeZone } = resource.hours;
    return minutes.some((each) => {
      const start = readLocalStart(`${day.from}T${clockOf(each)}`, timeZone);
      const at = start.kind === 'once' ? start.at : undefined;
      if (at === undefined) return start.kind === 'twice';
      // Whether it is too soon is another matter.
      const now = at - resource.noticeMinutes * minuteMs;
      const verdict = judgeSlot(resource, at, { service, people: 1, taken: [], now });
      return verdict.kind !== 'closed';
    });
  });
  return open ? undefined : 'closed-hour';
}

function clockOf(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

/** "14:30" as minutes from midnight. */
export function minutesOf(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}
