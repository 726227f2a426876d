import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readWhen, type DayRange, type When } from '../slot/when/read-when.ts';
import type { TimeShift } from '../slot/when/shift-words.ts';
import type { SlotContext } from '../slot/slot-type.ts';
import { changedWish, type TimeWish } from './choose-times.ts';
import { listChangeIn, type ListChange } from './list-change.ts';

const minutes = z.number().int();

/** Where the clocks of the business stand: "2026-11-27", "14:30". */
type LocalTimeSaid = { readonly day: string; readonly time: string };

/** What a search for times remembers from message to message: the wish, and what was shown last. */
export const TimeSearch = z.object({
  heard: z.string(),
  wish: z.object({
    days: z.array(z.object({ from: z.string(), to: z.string() })),
    minutes: z.array(minutes),
    part: z.object({ from: minutes, to: minutes }).optional(),
    bound: z.enum(['after', 'until']).optional(),
    latest: z.boolean().optional(),
  }),
  shown: z.object({ first: z.string(), last: z.string(), lastDay: z.string() }).optional(),
});
export type TimeSearch = z.infer<typeof TimeSearch>;

/**
 * `noSuchDay`: what was said last names a day that no calendar has; `understood`: it says something of when, or
 * there was nothing to understand.
 */
export type ReadSearch = {
  readonly wish: TimeWish;
  readonly understood: boolean;
  readonly noSuchDay: boolean;
  readonly heard: string;
  readonly change: ListChange | undefined;
  readonly shown: TimeSearch['shown'];
};

/**
 * Carries a search on with what was said: the first wish once, then whatever changes it. Lines are heard one after
 * the other. `base`: the time that is booked or was chosen, from which "an hour later" counts.
 */
export function readSearch(
  asked: { readonly when: string; readonly wish: string; readonly former?: string | undefined },
  context: Pick<SlotContext, 'at' | 'timeZone' | 'country'>,
  moving: boolean,
  base?: LocalTimeSaid,
): ReadSearch {
  const former = readFormer(asked.former);
  const read = (before: TimeWish | undefined, text: string): When | undefined =>
    text === ''
      ? undefined
      : readWhen(text, context, before?.days[0]?.from ?? former?.shown?.lastDay, onlyRange(before));
  const apply = (before: TimeWish | undefined, text: string): TimeWish | undefined => {
    const said = read(before, text);
    if (said === undefined) return before;
    return said.shift === undefined
      ? changedWish(before, said, moving)
      : (shifted(said.shift, base) ?? before);
  };
  const hear = (before: TimeWish | undefined, text: string): TimeWish | undefined =>
    text.split('\n').reduce(apply, before);
  const first = asked.when === former?.heard ? former.wish : hear(former?.wish, asked.when);
  const wish = apply(first, asked.wish) ?? { days: [], minutes: [] };
  const listed = asked.wish === '' ? undefined : listChangeIn(asked.wish);
  const told = asked.wish === '' ? undefined : read(undefined, asked.wish);
  const saidWhen = told !== undefined && (told.shift === undefined || base !== undefined);
  // "The earliest", of times that are shown, is the first of them.
  const lately = asked.wish !== '' ? asked.wish : asked.when === former?.heard ? '' : asked.when;
  const now = lately === '' ? undefined : read(undefined, lately);
  const bare = now?.days.length === 0 && now.minutes.length === 0 && now.part === undefined;
  const soonest = now?.soonest === true && bare && former?.shown !== undefined;
  const change = soonest ? 'any' : saidWhen && listed !== 'any' ? undefined : listed;
  const understood = asked.wish === '' || saidWhen || change !== undefined;
  const last = asked.wish === '' ? asked.when : asked.wish;
  const noSuchDay = read(undefined, last)?.noSuchDay === true;
  return { wish, understood, noSuchDay, heard: asked.when, change, shown: former?.shown };
}

/** "An hour later" than the time that is booked or was chosen. */
function shifted(
  { minutes: by, days, next }: TimeShift,
  base: LocalTimeSaid | undefined,
): TimeWish | undefined {
  if (base === undefined) return undefined;
  const at = Temporal.PlainDateTime.from(`${base.day}T${base.time}`).add({ minutes: by, days });
  const day = at.toPlainDate().toString();
  if (next === true)
    return { days: [{ from: day, to: day }], minutes: [at.hour * 60 + at.minute + 1], bound: 'after' };
  return { days: [{ from: day, to: day }], minutes: [at.hour * 60 + at.minute] };
}

/** The days asked for, where they stand together. */
function onlyRange(wish: TimeWish | undefined): DayRange | undefined {
  return wish?.days.length === 1 ? wish.days[0] : undefined;
}

function readFormer(text: string | undefined): TimeSearch | undefined {
  if (text === undefined || text === '') return undefined;
  return TimeSearch.parse(JSON.parse(text));
}
