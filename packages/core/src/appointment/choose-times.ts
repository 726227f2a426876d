import { Temporal } from 'temporal-polyfill';
import { inPart, type DayRange, type When } from '../slot/when/read-when.ts';

/** When somebody would like to come, carried from message to message. `latest`: the last of what fits. */
export type TimeWish = Pick<When, 'days' | 'minutes' | 'part' | 'bound'> & {
  readonly latest?: boolean | undefined;
};

/** A free time with where its clocks stand. */
export type LocalTime = { readonly startsAt: string; readonly day: string; readonly time: string };

/**
 * What of the free times fits. `exact`: the one asked for; `times`: these fit; `near`: none at that
 * time, these on the days asked for; `none`: nothing is free on those days.
 */
export type TimesChosen<T> =
  | { readonly kind: 'exact'; readonly slot: T }
  | { readonly kind: 'times' | 'near'; readonly slots: readonly T[] }
  | { readonly kind: 'none' };

const fewPerDay = 3;
const nearShown = 6;

/** `free`: on the days asked for, in order. */
export function chooseTimes<T extends LocalTime>(free: readonly T[], wish: TimeWish): TimesChosen<T> {
  if (free.length === 0) return { kind: 'none' };
  if (wish.minutes.length > 0 && wish.bound === undefined) {
    const exact = free.filter((slot) => wish.minutes.includes(minutesOf(slot)));
    const [only, another] = exact;
    if (only !== undefined && another === undefined && daysIn(wish.days) === 1)
      return { kind: 'exact', slot: only };
    if (exact.length > 0) return { kind: 'times', slots: exact.slice(0, 9) };
    const off = (slot: T): number =>
      Math.min(...wish.minutes.map((minutes) => Math.abs(minutesOf(slot) - minutes)));
    const nearest = new Set(free.toSorted((a, b) => off(a) - off(b)).slice(0, nearShown));
    return { kind: 'near', slots: free.filter((slot) => nearest.has(slot)) };
  }
  const fitting = free.filter((slot) => fits(minutesOf(slot), wish));
  if (wish.latest === true && fitting.length > 0) {
    const last = fitting.filter(({ day }, at) => fitting[at + 1]?.day !== day);
    const [only, another] = last;
    return only !== undefined && another === undefined
      ? { kind: 'exact', slot: only }
      : { kind: 'times', slots: last };
  }
  return fitting.length > 0
    ? { kind: 'times', slots: spread(fitting) }
    : { kind: 'near', slots: spread(free) };
}

/** Of several days a few times each, so that a list shows more than one day. */
export function spread<T extends LocalTime>(free: readonly T[]): readonly T[] {
  const days = new Map<string, T[]>();
  for (const slot of free) days.set(slot.day, [...(days.get(slot.day) ?? []), slot]);
  if (days.size <= 1) return free;
  return [...days.values()].flatMap((slots) => {
    const step = (slots.length - 1) / (fewPerDay - 1);
    const places = new Set(Array.from({ length: fewPerDay }, (_, at) => Math.round(at * step)));
    return slots.length <= fewPerDay ? slots : slots.filter((_, place) => places.has(place));
  });
}

/** What a later message changes of a wish: a day keeps the time, a time keeps the day. */
export function changedWish(before: TimeWish | undefined, said: When, moving: boolean): TimeWish {
  // "From Monday to Wednesday" names what is given up first.
  const last = said.days.at(-1);
  const days = moving && said.days.length > 1 && last !== undefined ? [last] : said.days;
  const timed = said.minutes.length > 0 || said.part !== undefined;
  if (said.soonest && days.length === 0 && !timed) return { days: [], minutes: [] };
  return {
    days: days.length > 0 ? days : (before?.days ?? []),
    minutes: timed ? inPart(said.minutes, before?.part) : (before?.minutes ?? []),
    part: timed ? said.part : before?.part,
    bound: timed ? said.bound : before?.bound,
    ...(said.latest || (before?.latest === true && !timed) ? { latest: true } : {}),
  };
}

/** Whether a day is one of those asked for; any day where none is. */
export function isWanted(day: string, days: readonly DayRange[]): boolean {
  return days.length === 0 || days.some(({ from, to }) => from <= day && day <= to);
}

function fits(minutes: number, { part, minutes: asked, bound }: TimeWish): boolean {
  const [limit] = asked;
  if (bound === 'after' && limit !== undefined) return minutes >= Math.max(...asked);
  if (bound === 'until' && limit !== undefined) return minutes <= Math.max(...asked);
  return part === undefined || (part.from <= minutes && minutes < part.to);
}

function minutesOf({ time }: LocalTime): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}

/** How many days are asked for; two where it may be either. */
function daysIn(days: readonly DayRange[]): number {
  return days.reduce(
    (sum, { from, to }) => sum + 1 + Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days,
    0,
  );
}
