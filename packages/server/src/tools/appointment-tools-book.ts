import type { BookInput, BookOutput } from '@ambit/core/appointment/appointment-tools';
import { chooseResources } from '@ambit/core/appointment/choose-resources';
import { tellStart } from '@ambit/core/appointment/local-start';
import { isOwn } from '@ambit/core/appointment/may-see';
import { occupancyOf } from '@ambit/core/appointment/occupancy';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import { newReference } from '../db/appointments-reference.ts';
import { leaveWaiting } from '../db/appointments-waiting.ts';
import {
  appointmentsOf,
  holdResources,
  insertAppointment,
  readResources,
  type NewAppointment,
  type StoredAppointment,
} from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { findPlace } from './appointment-tools-place.ts';
import { showAppointment } from './appointment-tools-show.ts';

/** One person could otherwise book a whole calendar away. */
const mostBookings = 10;

/** Books a slot, in the transaction that `client` has open. */
export async function bookAppointment(
  client: Queryable,
  asked: BookInput,
  asker: Asker,
  now: Instant,
): Promise<BookOutput> {
  await holdResources(client);
  const chosen = chooseResources(await readResources(client), asked);
  if (chosen.kind !== 'candidates') return chosen;
  const own = (await appointmentsOf(client, asker, now)).filter(({ owner }) => isOwn(owner, asker));
  if (own.length >= mostBookings) return { kind: 'too-many-bookings', most: mostBookings };
  const place = await findPlace(client, {
    candidates: chosen.candidates,
    startsAt: asked.startsAt,
    people: asked.people,
    now,
    contactId: asker.contactId,
  });
  if (place.kind !== 'found') return place;
  const { resource, service } = place.candidate;
  const stored = await insertUnderNewReference(client, {
    resourceId: resource.resourceId,
    service: service.name,
    start: place.slot.start,
    end: place.slot.end,
    occupancy: occupancyOf(resource, service, place.slot.start, asked.people),
    people: asked.people,
    name: asked.name,
    owner: {
      contactId: asker.contactId,
      phone: asker.phone?.replaceAll(/\D/g, ''),
      bsuid: asker.bsuid,
      email: asked.email,
    },
  });
  const { day } = tellStart(stored.start, resource.hours.timeZone);
  await leaveWaiting(client, asker.contactId, service.name, day);
  return { kind: 'booked', appointment: showAppointment(stored, resource) };
}

async function insertUnderNewReference(
  client: Queryable,
  made: Omit<NewAppointment, 'reference'>,
): Promise<StoredAppointment> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const stored = await insertAppointment(client, { ...made, reference: newReference() });
    if (stored !== undefined) return stored;
  }
  throw new Error('No reference is free for an appointment; there are too many in the table');
}
