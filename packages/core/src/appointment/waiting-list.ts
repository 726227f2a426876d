import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../schedule/instant.ts';
import { freeSlots, type Slot } from './free-slots.ts';
import type { Occupancy } from './occupancy.ts';
import { findService, type Resource } from './resource.ts';

/** Somebody who waits for a slot. `fromDay` to `toDay`: the local days that would do, both included. */
export type Waiting = {
  readonly waitingId: string;
  readonly joinedAt: Instant;
  readonly service: string;
  /** Missing: any that offers the service. */
  readonly resourceId?: string | undefined;
  readonly people: number;
  readonly fromDay: string;
  readonly toDay: string;
};

/** Who is offered what was freed. */
export type WaitingMatch = { readonly waiting: Waiting; readonly slot: Slot };

/**
 * The first on the list who can use the time that has become free, by when they joined, and the
 * earliest slot in it for them. `freed`: the time that was given back. `taken`: what still takes the
 * resource. A person whose service would run past the freed time fits if the resource is free then.
 */
export function firstWaiting(
  list: readonly Waiting[],
  resource: Resource,
  freed: Slot,
  taken: readonly Occupancy[],
  now: Instant,
): WaitingMatch | undefined {
  const byTurn = list.toSorted((a, b) => a.joinedAt - b.joinedAt || (a.waitingId < b.waitingId ? -1 : 1));
  for (const waiting of byTurn) {
    if (waiting.resourceId !== undefined && waiting.resourceId !== resource.resourceId) continue;
    const service = findService(resource, waiting.service);
    if (service === undefined) continue;
    const { people } = waiting;
    const slot = freeSlots(resource, freed, { service, people, taken, now }).find(({ start }) => {
      const day = localDayOf(start, resource.hours.timeZone);
      return waiting.fromDay <= day && day <= waiting.toDay;
    });
    if (slot !== undefined) return { waiting, slot };
  }
  return undefined;
}

function localDayOf(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
