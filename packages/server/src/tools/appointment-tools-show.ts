import type { Appointment, OfferedSlot } from '@ambit/core/appointment/appointment';
import type { Slot } from '@ambit/core/appointment/free-slots';
import { tellStart } from '@ambit/core/appointment/local-start';
import type { Resource, Service } from '@ambit/core/appointment/resource';
import type { Instant } from '@ambit/core/schedule/instant';
import type { StoredAppointment } from '../db/appointments.ts';

/** An appointment as its customer may see it. */
export function showAppointment(stored: StoredAppointment, resource: Resource): Appointment {
  const { timeZone } = resource.hours;
  const { day, time, weekday, offset } = tellStart(stored.start, timeZone);
  return {
    reference: stored.reference,
    resourceId: resource.resourceId,
    resource: resource.name,
    service: stored.service,
    status: stored.status,
    startsAt: isoText(stored.start),
    endsAt: isoText(stored.end),
    day,
    time,
    weekday,
    offset,
    timeZone,
    people: stored.people,
    ...(stored.name === undefined ? {} : { name: stored.name }),
  };
}

/** A free slot as it is offered. */
export function showSlot(slot: Slot, resource: Resource, service: Service): OfferedSlot {
  return {
    resourceId: resource.resourceId,
    resource: resource.name,
    service: service.name,
    startsAt: isoText(slot.start),
    endsAt: isoText(slot.end),
    ...tellStart(slot.start, resource.hours.timeZone),
  };
}

function isoText(at: Instant): string {
  return new Date(at).toISOString();
}
