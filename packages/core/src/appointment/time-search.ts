import { z } from 'zod';
import { readWhen, type When } from '../slot/when/read-when.ts';
import type { SlotContext } from '../slot/slot-type.ts';
import { changedWish, type TimeWish } from './choose-times.ts';
import { listChangeIn, type ListChange } from './list-change.ts';

const minutes = z.number().int();

/** What a search for times remembers from message to message: the wish, and what was shown last. */
export const TimeSearch = z.object({
  heard: z.string(),
  wish: z.object({
    days: z.array(z.object({ from: z.string(), to: z.string() })),
    minutes: z.array(minutes),
    part: z.object({ from: minutes, to: minutes }).optional(),
    bound: z.enum(['after', 'until']).optional(),
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

/** Carries a search on with what was said: the first wish once, then whatever changes it. */
export function readSearch(
  asked: { readonly when: string; readonly wish: string; readonly former?: string | undefined },
  context: Pick<SlotContext, 'at' | 'timeZone' | 'country'>,
  moving: boolean,
): ReadSearch {
  const former = readFormer(asked.former);
  const read = (before: TimeWish | undefined, text: string): When | undefined =>
    text === '' ? undefined : readWhen(text, context, before?.days[0]?.from ?? former?.shown?.lastDay);
  const apply = (before: TimeWish | undefined, text: string): TimeWish | undefined => {
    const said = read(before, text);
    return said === undefined ? before : changedWish(before, said, moving);
  };
  const first = asked.when === former?.heard ? former.wish : apply(former?.wish, asked.when);
  const wish = apply(first, asked.wish) ?? { days: [], minutes: [] };
  const listed = asked.wish === '' ? undefined : listChangeIn(asked.wish);
  const saidWhen = asked.wish !== '' && read(undefined, asked.wish) !== undefined;
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

function readFormer(text: string | undefined): TimeSearch | undefined {
  if (text === undefined || text === '') return undefined;
  return TimeSearch.parse(JSON.parse(text));
}
