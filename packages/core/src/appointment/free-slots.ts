import { Temporal } from 'temporal-polyfill';
import { minuteMs, type Instant } from '../schedule/instant.ts';
import { openingsBetween, type Opening } from '../schedule/opening-hours.ts';
import { fitsBeside, occupancyOf, type Occupancy } from './occupancy.ts';
import type { Resource, Service } from './resource.ts';

/** When a service could begin and when it would be over. Real time: no clock change makes it longer or shorter. */
export type Slot = { readonly start: Instant; readonly end: Instant };

/** What somebody asks of a resource. `taken`: everything that takes it around then. */
export type SlotRequest = {
  readonly service: Service;
  readonly people: number;
  readonly taken: readonly Occupancy[];
  readonly now: Instant;
};

/**
 * The slots that begin in `range` and can still be booked, in order. They begin at steps counted from
 * the start of each shift, and run on into a shift that follows without a gap.
 */
export function freeSlots(resource: Resource, range: Opening, request: SlotRequest): readonly Slot[] {
  const { service, people, taken, now } = request;
  if (people > resource.capacity) return [];
  const earliest = Math.max(range.start, earliestStart(resource, now));
  const until = Math.min(range.end, horizonEnd(resource, now));
  return slotsBetween(resource, service, { start: earliest, end: until }).filter(({ start }) =>
    fitsBeside(occupancyOf(resource, service, start, people), taken, resource.capacity),
  );
}

/**
 * Whether one start can be booked. `closed`: outside the hours, or the service would not be over in
 * time. `between-slots`: open, but nothing begins then.
 */
export type SlotVerdict =
  | { readonly kind: 'free'; readonly slot: Slot }
  | { readonly kind: 'taken' | 'closed' | 'between-slots' | 'too-soon' | 'too-far' | 'too-many-people' };

/** Judges one start; it is what a booking is decided by, under the resource's lock. */
export function judgeSlot(resource: Resource, start: Instant, request: SlotRequest): SlotVerdict {
  const { service, people, taken, now } = request;
  if (people > resource.capacity) return { kind: 'too-many-people' };
  if (start < earliestStart(resource, now)) return { kind: 'too-soon' };
  if (start >= horizonEnd(resource, now)) return { kind: 'too-far' };
  const slot = slotsBetween(resource, service, { start, end: start + 1 }).at(0);
  if (slot === undefined) {
    const end = start + service.minutes * minuteMs;
    return { kind: isOpenThroughout(resource, { start, end }) ? 'between-slots' : 'closed' };
  }
  const fits = fitsBeside(occupancyOf(resource, service, start, people), taken, resource.capacity);
  return fits ? { kind: 'free', slot } : { kind: 'taken' };
}

/** Every slot that begins in the range, free or not. */
function slotsBetween(resource: Resource, service: Service, range: Opening): readonly Slot[] {
  const lengthMs = service.minutes * minuteMs;
  const stepMs = (resource.stepMinutes ?? service.minutes + resource.bufferMinutes) * minuteMs;
  if (range.end <= range.start) return [];
  const openings = openingsBetween(resource.hours, { start: range.start, end: range.end + lengthMs });
  const joined = joinOpenings(openings);
  const starts = new Set<Instant>();
  for (const opening of openings) {
    const steps = Math.max(0, Math.ceil((range.start - opening.start) / stepMs));
    for (let start = opening.start + steps * stepMs; start < opening.end; start += stepMs) {
      if (start >= range.end) break;
      if (joined.some((each) => each.start <= start && start + lengthMs <= each.end)) starts.add(start);
    }
  }
  return [...starts].toSorted((a, b) => a - b).map((start) => ({ start, end: start + lengthMs }));
}

function isOpenThroughout(resource: Resource, stretch: Opening): boolean {
  return joinOpenings(openingsBetween(resource.hours, stretch)).some(
    ({ start, end }) => start <= stretch.start && stretch.end <= end,
  );
}

/** Openings that touch become one. */
function joinOpenings(openings: readonly Opening[]): readonly Opening[] {
  const joined: Opening[] = [];
  for (const opening of openings) {
    const last = joined.at(-1);
    if (last === undefined || last.end < opening.start) joined.push(opening);
    else joined.splice(-1, 1, { start: last.start, end: Math.max(last.end, opening.end) });
  }
  return joined;
}

function earliestStart(resource: Resource, now: Instant): Instant {
  return now + resource.noticeMinutes * minuteMs;
}

/** The end of the last local day that bookings are taken for. */
function horizonEnd(resource: Resource, now: Instant): Instant {
  const { timeZone } = resource.hours;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return today.add({ days: resource.horizonDays + 1 }).toZonedDateTime({ timeZone }).epochMilliseconds;
}
