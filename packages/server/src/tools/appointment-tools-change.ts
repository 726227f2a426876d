import type {
  CancelInput,
  CancelOutput,
  MoveInput,
  MoveOutput,
} from '@ambit/core/appointment/appointment-tools';
import { chooseResources, inLockOrder } from '@ambit/core/appointment/choose-resources';
import { mayChange } from '@ambit/core/appointment/may-change';
import { maySee } from '@ambit/core/appointment/may-see';
import { occupancyOf } from '@ambit/core/appointment/occupancy';
import type { Resource } from '@ambit/core/appointment/resource';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import {
  cancelStoredAppointment,
  findAppointment,
  holdResources,
  lockResource,
  readAllResources,
  readResources,
  rescheduleAppointment,
  type StoredAppointment,
} from '../db/appointments.ts';
import { offerFreedTime } from '../db/appointments-offer.ts';
import type { Queryable } from '../db/database.ts';
import { findPlace } from './appointment-tools-place.ts';
import { showAppointment } from './appointment-tools-show.ts';

/** Cancels an appointment; its time is offered to the first on the waiting list. */
export async function cancelAppointment(
  client: Queryable,
  asked: CancelInput,
  asker: Asker,
  now: Instant,
): Promise<CancelOutput> {
  await holdResources(client);
  const resources = await readAllResources(client);
  const held = await holdAppointment(client, asked, asker, now, resources, () => []);
  if (held.kind !== 'held') return held;
  const cancelled = await cancelStoredAppointment(client, held.stored.appointmentId);
  await offerFreedTime(client, held.resource, held.stored, now);
  return { kind: 'cancelled', appointment: showAppointment(cancelled, held.resource) };
}

/** Moves an appointment to another time or number of people, on the same resource unless another is named or needed. */
export async function moveAppointment(
  client: Queryable,
  asked: MoveInput,
  asker: Asker,
  now: Instant,
): Promise<MoveOutput> {
  await holdResources(client);
  const resources = await readResources(client);
  const wanted = (stored: StoredAppointment) => {
    const people = asked.people ?? stored.people;
    // More people may need a larger table.
    const usual = people === stored.people ? stored.resourceId : undefined;
    return chooseResources(resources, { service: stored.service, resource: asked.resource ?? usual, people });
  };
  const all = await readAllResources(client);
  const held = await holdAppointment(client, asked, asker, now, all, (stored) => {
    const chosen = wanted(stored);
    return chosen.kind === 'candidates' ? chosen.candidates.map(({ resource }) => resource) : [];
  });
  if (held.kind !== 'held') return held;
  const chosen = wanted(held.stored);
  if (chosen.kind !== 'candidates') return chosen;
  const { appointmentId } = held.stored;
  const people = asked.people ?? held.stored.people;
  const place = await findPlace(client, {
    candidates: chosen.candidates,
    startsAt: asked.startsAt,
    people,
    now,
    contactId: asker.contactId,
    appointmentId,
  });
  if (place.kind !== 'found') return place;
  const { resource, service } = place.candidate;
  const moved = await rescheduleAppointment(client, appointmentId, {
    resourceId: resource.resourceId,
    service: service.name,
    start: place.slot.start,
    end: place.slot.end,
    occupancy: occupancyOf(resource, service, place.slot.start, people),
    people,
  });
  await offerFreedTime(client, held.resource, held.stored, now);
  return { kind: 'moved', appointment: showAppointment(moved, resource) };
}

type Held =
  | { readonly kind: 'held'; readonly stored: StoredAppointment; readonly resource: Resource }
  | Exclude<CancelOutput, { kind: 'cancelled' }>;

/**
 * The appointment the asker means, held with its resource and those it may go to, if they may still
 * change it. Resources are locked before appointments everywhere, and all in one order.
 */
async function holdAppointment(
  client: Queryable,
  asked: CancelInput,
  asker: Asker,
  now: Instant,
  resources: readonly Resource[],
  goesTo: (stored: StoredAppointment) => readonly Resource[],
): Promise<Held> {
  const seen = await findAppointment(client, asked.reference, false);
  if (seen === undefined || !maySee(seen.owner, asker, asked.proof)) return { kind: 'not-shown' };
  const locked = new Set([seen.resourceId, ...goesTo(seen).map(({ resourceId }) => resourceId)]);
  for (const each of resources.toSorted(inLockOrder)) {
    if (locked.has(each.resourceId)) await lockResource(client, each.resourceId);
  }
  const stored = await findAppointment(client, asked.reference, true);
  const resource = resources.find(({ resourceId }) => resourceId === stored?.resourceId);
  if (stored === undefined || resource === undefined) return { kind: 'not-shown' };
  const appointment = showAppointment(stored, resource);
  if (stored.status === 'cancelled') return { kind: 'already-cancelled', appointment };
  if (mayChange(resource, stored.start, now).kind === 'too-late') return { kind: 'too-late', appointment };
  return { kind: 'held', stored, resource };
}
