import type { OfferedSlot } from '@ambit/core/appointment/appointment';
import type {
  FreeSlotsInput,
  FreeSlotsOutput,
  MyAppointmentsInput,
  MyAppointmentsOutput,
} from '@ambit/core/appointment/appointment-tools';
import { chooseResources, type Candidate } from '@ambit/core/appointment/choose-resources';
import { freeSlots } from '@ambit/core/appointment/free-slots';
import { localDay, tellStart } from '@ambit/core/appointment/local-start';
import { isOwn, maySee } from '@ambit/core/appointment/may-see';
import { dayMs, minuteMs, type Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import {
  appointmentsOf,
  findAppointment,
  readAllResources,
  readResources,
  readTaken,
} from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { showAppointment, showSlot } from './appointment-tools-show.ts';

const daysLooked = 14;

/** The next free slots for a service, of everything that offers it, in order. */
export async function findFreeSlots(
  client: Queryable,
  asked: FreeSlotsInput,
  now: Instant,
): Promise<FreeSlotsOutput> {
  const chosen = chooseResources(await readResources(client), asked);
  if (chosen.kind === 'too-many-people') return { kind: 'none' };
  if (chosen.kind !== 'candidates') return chosen;
  const slots: OfferedSlot[] = [];
  for (const candidate of chosen.candidates) {
    const { timeZone } = candidate.resource.hours;
    const first = localDay(asked.from ?? tellStart(now, timeZone).day, timeZone);
    if (first === undefined) return { kind: 'none' };
    const last = asked.to === undefined ? undefined : localDay(asked.to, timeZone);
    const range = { start: first.start, end: last?.end ?? first.start + daysLooked * dayMs };
    slots.push(...(await slotsOf(client, candidate, range, asked, now)));
  }
  const inOrder = slots.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
  return slots.length === 0 ? { kind: 'none' } : { kind: 'slots', slots: inOrder.slice(0, asked.most) };
}

/** A customer may ask for years: so many days are looked through at most. */
const mostDays = 62;

/** The first free slots of one resource that begin in the range. */
export async function slotsOf(
  client: Queryable,
  { resource, service }: Candidate,
  range: { readonly start: Instant; readonly end: Instant },
  { people, most }: { readonly people: number; readonly most: number },
  now: Instant,
): Promise<readonly OfferedSlot[]> {
  const start = Math.max(range.start, now);
  const bounded = { start, end: Math.min(range.end, start + mostDays * dayMs) };
  const longest = (service.minutes + resource.bufferMinutes) * minuteMs;
  const around = { start: bounded.start, end: bounded.end + longest };
  const taken = await readTaken(client, resource.resourceId, around, now, {});
  return freeSlots(resource, bounded, { service, people, taken, now })
    .slice(0, most)
    .map((slot) => showSlot(slot, resource, service));
}

/** The appointments to come of whoever asks, or one by its reference. */
export async function showAppointments(
  client: Queryable,
  asked: MyAppointmentsInput,
  asker: Asker,
  now: Instant,
): Promise<MyAppointmentsOutput> {
  const resources = new Map((await readAllResources(client)).map((each) => [each.resourceId, each]));
  const show = (stored: Parameters<typeof showAppointment>[0]) => {
    const resource = resources.get(stored.resourceId);
    if (resource === undefined) throw new Error(`There is no resource "${stored.resourceId}"`);
    return showAppointment(stored, resource);
  };
  if (asked.reference === undefined) {
    const found = await appointmentsOf(client, asker, now);
    return {
      kind: 'appointments',
      appointments: found.filter(({ owner }) => isOwn(owner, asker)).map(show),
    };
  }
  const stored = await findAppointment(client, asked.reference, false);
  if (stored === undefined || !maySee(stored.owner, asker, asked.proof)) return { kind: 'not-shown' };
  return { kind: 'appointments', appointments: [show(stored)] };
}
