import { minuteMs, type Instant } from '../schedule/instant.ts';
import type { Resource, Service } from './resource.ts';

/** When somebody or something takes a resource. `freeAt` includes the buffer. `whole`: nothing is left beside it. */
export type Occupancy = {
  readonly start: Instant;
  readonly freeAt: Instant;
  readonly people: number | 'whole';
};

/** What a booking that starts at `start` would take of the resource. */
export function occupancyOf(resource: Resource, service: Service, start: Instant, people: number): Occupancy {
  return {
    start,
    freeAt: start + (service.minutes + resource.bufferMinutes) * minuteMs,
    people: resource.kind === 'course' ? people : 'whole',
  };
}

/** Whether `wanted` fits beside what is there already, at every moment of it. */
export function fitsBeside(wanted: Occupancy, taken: readonly Occupancy[], capacity: number): boolean {
  const touching = taken.filter(({ start, freeAt }) => start < wanted.freeAt && wanted.start < freeAt);
  if (touching.length === 0) return wanted.people === 'whole' || wanted.people <= capacity;
  if (wanted.people === 'whole') return false;
  // The number of people changes only where somebody begins.
  const moments = [wanted.start, ...touching.map(({ start }) => Math.max(start, wanted.start))];
  return moments.every((at) => {
    let people = wanted.people === 'whole' ? capacity : wanted.people;
    for (const each of touching) {
      if (at < each.start || at >= each.freeAt) continue;
      if (each.people === 'whole') return false;
      people += each.people;
    }
    return people <= capacity;
  });
}
