import type { OfferedSlot } from '@ambit/core/appointment/appointment';
import type { FindTimesInput, FindTimesOutput, ListedSlot } from '@ambit/core/appointment/booking-talk';
import { chooseResources, type Candidate } from '@ambit/core/appointment/choose-resources';
import {
  chooseTimes,
  isWanted,
  spread,
  type TimesChosen,
  type TimeWish,
} from '@ambit/core/appointment/choose-times';
import { freeSlots } from '@ambit/core/appointment/free-slots';
import { daysAfter, localDay, tellStart } from '@ambit/core/appointment/local-start';
import { intentIn } from '@ambit/core/appointment/request-words';
import { readSearch, type ReadSearch, type TimeSearch } from '@ambit/core/appointment/time-search';
import { firstOfEachStart, withNamedTitles } from '@ambit/core/appointment/slot-titles';
import { timeTitle } from '@ambit/core/appointment/time-title';
import { dayMs, minuteMs, type Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import { findAppointment, readResources, readTaken } from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { hasPassed, keptSlot, minutesOf, onBookedDay, whyNotThen } from './appointment-tools-hours.ts';
import { showSlot } from './appointment-tools-show.ts';

const daysLooked = 14;
const daysAhead = 60;
/** As a list shows it at once. */
const onePage = 8;
const mostListed = 60;

/** Looks for times the way a customer asks for them, and for the next best where there are none. */
export async function findTimes(
  client: Queryable,
  asked: FindTimesInput,
  asker: Asker,
  now: Instant,
  country: string,
): Promise<FindTimesOutput> {
  const intent = asked.wish === '' ? undefined : intentIn(asked.wish);
  if (intent !== undefined && intent !== 'move') return { kind: 'other-request' };
  if (asked.largest !== undefined && asked.people > asked.largest)
    return { kind: 'large-party', people: asked.people };
  const chosen = chooseResources(await readResources(client), asked);
  if (chosen.kind === 'too-many-people') return { kind: 'large-party', people: asked.people };
  const [first] = chosen.kind === 'candidates' ? chosen.candidates : [];
  if (chosen.kind !== 'candidates' || first === undefined) return { kind: 'unknown' };
  const { timeZone } = first.resource.hours;
  const today = tellStart(now, timeZone).day;
  const moving = asked.moving === undefined ? undefined : await findAppointment(client, asked.moving, false);
  const booked = moving === undefined ? undefined : tellStart(moving.start, timeZone);
  const chosenAt = Date.parse(asked.keep ?? '');
  const base = booked ?? (Number.isNaN(chosenAt) ? undefined : tellStart(chosenAt, timeZone));
  const read = readSearch(asked, { at: now, timeZone, country }, asked.moving !== undefined, base);
  const search = onBookedDay(read, booked);
  // Who says only the day comes at the same hour.
  const usual = search.wish.part === undefined && search.wish.minutes.length === 0 ? booked?.time : undefined;
  const but = {
    contactId: asker.contactId,
    ...(moving === undefined ? {} : { appointmentId: moving.appointmentId }),
  };
  const free = (from: string, to: string): Promise<readonly OfferedSlot[]> =>
    slotsBetween(client, chosen.candidates, { from, to, people: asked.people, but, now, timeZone });
  const own = (slot: OfferedSlot): boolean => slot.startsAt !== startOf(moving?.start);
  const list = lister(chosen.candidates, asked.language, search);
  if (search.change !== undefined && search.shown !== undefined)
    return otherTimes(search.change, search, search.shown, { free, own, today, list });
  if (search.noSuchDay) return { kind: 'no-such-day', search: list.search(search.wish) };
  const { days } = search.wish;
  const coming = days.filter(({ to }) => to >= today);
  if (days.length > 0 && coming.length === 0) return { kind: 'past', search: list.search(search.wish) };
  const from = coming.map((each) => each.from).toSorted()[0] ?? today;
  const to =
    coming
      .map((each) => each.to)
      .toSorted()
      .at(-1) ?? daysAfter(today, daysLooked);
  const horizon = Math.max(...chosen.candidates.map(({ resource }) => resource.horizonDays));
  const until = daysAfter(today, horizon);
  if (from > until) return { kind: 'too-far', until, search: list.search(search.wish) };
  const wanted = (await free(from, to)).filter((slot) => isWanted(slot.day, coming) && own(slot));
  const wish = { ...search.wish, days: coming };
  const kept = asked.wish === '' ? keptSlot(wanted, wish, asked.keep) : undefined;
  if (kept !== undefined)
    return { kind: 'exact', slot: list.slot(kept, true), search: list.search(search.wish) };
  const picked = pickTimes(wanted, wish, usual);
  if (picked.kind === 'exact')
    return { kind: 'exact', slot: list.slot(picked.slot, true), search: list.search(search.wish) };
  const clock = tellStart(now, timeZone).time;
  const passed =
    from === today &&
    to === today &&
    hasPassed(wish, clock) &&
    chosen.candidates.some((candidate) => opens(candidate, from, to, now - 2 * dayMs));
  if (picked.kind !== 'none') {
    const why = picked.kind === 'near' ? whyNotThen(chosen.candidates, wish, passed) : undefined;
    const kind = search.understood ? (why ?? picked.kind) : 'unclear';
    return { kind, ...list.of(picked.slots, search.wish) };
  }
  const ahead = (await free(daysAfter(to, 1), daysAfter(to, daysAhead))).filter(own);
  const next = spread(firstOfEachStart(ahead)).slice(0, onePage);
  if (next.length === 0) return { kind: 'none', from, to, search: list.search(search.wish) };
  if (passed) return { kind: 'passed-hour', ...list.of(next, { ...search.wish, days: [] }) };
  const opened = chosen.candidates.some((candidate) => opens(candidate, from, to, now));
  return {
    kind: opened ? 'full' : 'closed',
    ...list.of(next, { ...search.wish, days: [] }),
    from,
    to,
    ...(from === to ? { asked: from } : {}),
  };
}

/**
 * Who has a time is chosen within a day; over several days, first a time. `usual`: the hour that is taken where none
 * is asked for and it is free, "14:30".
 */
function pickTimes(slots: readonly OfferedSlot[], wish: TimeWish, usual?: string): TimesChosen<OfferedSlot> {
  if (usual !== undefined) {
    const same = chooseTimes(slots, { ...wish, minutes: [minutesOf(usual)] });
    if (same.kind === 'exact') return same;
  }
  const picked = chooseTimes(slots, wish);
  if (picked.kind === 'exact' || picked.kind === 'none') return picked;
  return new Set(picked.slots.map(({ day }) => day)).size > 1
    ? chooseTimes(firstOfEachStart(slots), wish)
    : picked;
}

type Looking = {
  free(from: string, to: string): Promise<readonly OfferedSlot[]>;
  own(slot: OfferedSlot): boolean;
  readonly today: string;
  readonly list: ReturnType<typeof lister>;
};

/** Earlier or later than what was shown, or another day. */
async function otherTimes(
  change: NonNullable<ReadSearch['change']>,
  { wish }: ReadSearch,
  shown: NonNullable<TimeSearch['shown']>,
  { free, own, today, list }: Looking,
): Promise<FindTimesOutput> {
  if (change === 'any') {
    const shownNow = (await free(shown.first.slice(0, 10), shown.lastDay)).filter(own);
    const first = shownNow.find(({ startsAt }) => startsAt >= shown.first);
    if (first !== undefined)
      return { kind: 'exact', slot: list.slot(first, true), search: list.search(wish) };
  }
  const from =
    change === 'earlier' ? today : change === 'later' ? shown.lastDay : daysAfter(shown.lastDay, 1);
  const to = change === 'earlier' ? shown.lastDay : daysAfter(shown.lastDay, daysLooked);
  const all = (await free(from, to)).filter(own);
  const fitting = all.filter(({ startsAt }) =>
    change === 'earlier' ? startsAt < shown.first : change === 'later' ? startsAt > shown.last : true,
  );
  const kept = change === 'other-day' ? { ...wish, days: [] } : { days: [], minutes: [] };
  const picked = pickTimes(fitting, { ...kept, minutes: [] });
  if (picked.kind === 'none' || picked.kind === 'exact') {
    const same = await free(
      shown.first.slice(0, 10) < today ? today : daysAfter(shown.lastDay, -1),
      shown.lastDay,
    );
    const before = same.filter(({ startsAt }) => shown.first <= startsAt && startsAt <= shown.last);
    return { kind: 'no-others', ...list.of(before, wish) };
  }
  // Just before or just behind what was shown, on one day where there is one.
  const nearest = change === 'earlier' ? fitting.at(-1)?.day : fitting[0]?.day;
  const day = fitting.filter(({ day: each }) => each === nearest);
  const slots = change === 'earlier' ? day.slice(-onePage) : day.slice(0, mostListed);
  return {
    kind: 'times',
    ...list.of(slots, { ...kept, days: nearest === undefined ? [] : [{ from: nearest, to: nearest }] }),
  };
}

function lister(candidates: readonly Candidate[], language: string, search: ReadSearch) {
  const names = new Set(candidates.map(({ resource }) => resource.name));
  const staffed = candidates.some(({ resource }) => resource.kind === 'staff');
  const slot = (each: OfferedSlot, oneDay: boolean): ListedSlot => {
    const [hour = '', minute = ''] = each.time.split(':');
    const title = oneDay ? each.time : timeTitle(each, language);
    return {
      ...each,
      title: each.shownTwice ? `${title} ${each.offset}` : title,
      note: staffed && names.size > 1 ? each.resource : '',
      hour: minute === '00' ? saidHours(Number(hour)) : `${hour}.${minute}`,
      ...(each.shownTwice ? { zone: `UTC${each.offset}` } : {}),
    };
  };
  const remember = (wish: TimeSearch['wish'], slots: readonly OfferedSlot[] = []): string => {
    const [first] = slots;
    const last = slots.slice(0, onePage).at(-1);
    const shown =
      first === undefined || last === undefined
        ? search.shown
        : { first: first.startsAt, last: last.startsAt, lastDay: last.day };
    return JSON.stringify({ heard: search.heard, wish, ...(shown === undefined ? {} : { shown }) });
  };
  return {
    slot,
    search: (wish: ReadSearch['wish']) => remember(copied(wish)),
    of(slots: readonly OfferedSlot[], wish: ReadSearch['wish']) {
      const days = new Set(slots.map(({ day }) => day));
      const [day] = days;
      const oneDay = days.size === 1 && day !== undefined;
      const listed = (oneDay ? slots : firstOfEachStart(slots)).slice(0, mostListed);
      return {
        slots: [...withNamedTitles(listed.map((each) => slot(each, oneDay)))],
        ...(oneDay ? { day } : {}),
        search: remember(copied(wish), listed),
      };
    },
  };
}

/** An hour as people write it, by either clock, a line each. */
function saidHours(hour: number): string {
  return hour > 12 ? `${hour}\n${hour - 12}` : String(hour);
}

function copied({ days, minutes, part, bound, latest }: ReadSearch['wish']): TimeSearch['wish'] {
  return {
    days: days.map((each) => ({ ...each })),
    minutes: [...minutes],
    ...(part === undefined ? {} : { part }),
    ...(bound === undefined ? {} : { bound }),
    ...(latest === undefined ? {} : { latest }),
  };
}

type Span = {
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly but: { readonly appointmentId?: string; readonly contactId?: string };
  readonly now: Instant;
  readonly timeZone: string;
};

/** The free times of some local days, in order; of tables and the like one for each start. */
async function slotsBetween(
  client: Queryable,
  candidates: readonly Candidate[],
  { from, to, people, but, now, timeZone }: Span,
): Promise<readonly OfferedSlot[]> {
  const start = localDay(from, timeZone)?.start;
  const end = localDay(to, timeZone)?.end;
  if (start === undefined || end === undefined || end <= start) return [];
  const found = new Map<string, { readonly at: Instant; readonly show: () => OfferedSlot }>();
  for (const { resource, service } of candidates) {
    const range = { start: Math.max(start, now), end };
    const longest = (service.minutes + resource.bufferMinutes) * minuteMs;
    const around = { start: range.start - longest, end: range.end + longest };
    const taken = await readTaken(client, resource.resourceId, around, now, but);
    for (const slot of freeSlots(resource, range, { service, people, taken, now })) {
      const key = resource.kind === 'staff' ? `${slot.start} ${resource.resourceId}` : String(slot.start);
      if (!found.has(key)) found.set(key, { at: slot.start, show: () => showSlot(slot, resource, service) });
    }
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at).map(({ show }) => show());
}

/** Whether anything takes place on those days at all, free or taken. */
function opens({ resource, service }: Candidate, from: string, to: string, now: Instant): boolean {
  const { timeZone } = resource.hours;
  const start = localDay(from, timeZone)?.start;
  const end = localDay(to, timeZone)?.end;
  if (start === undefined || end === undefined) return false;
  return freeSlots(resource, { start, end }, { service, people: 1, taken: [], now }).length > 0;
}

function startOf(at: Instant | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
