import { readCalendarObject } from '@ambit/core/appointment/ics/calendar-events';
import { fitsBeside, type Occupancy } from '@ambit/core/appointment/occupancy';
import type { Resource } from '@ambit/core/appointment/resource';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import type { Opening } from '@ambit/core/schedule/opening-hours';
import {
  forgetObject,
  replaceBusyTimes,
  saveKnownObject,
  type KnownObject,
} from '../db/appointments-calendar.ts';
import { offerFreedTime } from '../db/appointments-offer.ts';
import {
  cancelStoredAppointment,
  lockAppointmentById,
  readTaken,
  rescheduleAppointment,
  type StoredAppointment,
} from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { appointmentOfUid } from './appointment-ics.ts';
import type { RemoteObject } from './caldav-calendar.ts';

/** What a change in the calendar came to here. `reference`: of the appointment. */
export type RemoteEffect = (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'moved' | 'cancelled' | 'conflicts'; readonly reference: string }
) & { readonly problems: readonly string[] };

const nothing: RemoteEffect = { kind: 'nothing', problems: [] };

/** Takes over an object that is new or changed in the calendar. The resource is locked. */
export async function applyRemote(
  client: Queryable,
  change: {
    readonly resource: Resource;
    readonly object: RemoteObject;
    readonly known: KnownObject | undefined;
    readonly window: Opening;
    readonly now: Instant;
  },
): Promise<RemoteEffect> {
  const { resource, object, known, window } = change;
  const { resourceId } = resource;
  const { href, etag } = object;
  const read = readCalendarObject(object.text, resource.hours.timeZone, window);
  const named = known?.appointmentId ?? (read.uid === undefined ? undefined : appointmentOfUid(read.uid));
  const appointment = named === undefined ? undefined : await lockAppointmentById(client, named);
  if (appointment === undefined || appointment.resourceId !== resourceId) {
    const stillOurs = appointment === undefined ? undefined : appointment.appointmentId;
    await saveKnownObject(client, resourceId, {
      href,
      etag,
      appointmentId: stillOurs,
      pushedSequence: known?.pushedSequence,
    });
    // What moved to another resource is taken out of this calendar by the next push, and takes no time here.
    if (stillOurs === undefined) await replaceBusyTimes(client, resourceId, href, read.busy);
    const problems = read.problems.map((problem) => `${href}: ${problem}`);
    // Somebody put it into another resource's calendar by hand, which is no way to move it.
    if (appointment !== undefined && known === undefined) {
      return { kind: 'conflicts', reference: appointment.reference, problems };
    }
    return { kind: 'nothing', problems };
  }
  const seen = { href, etag, appointmentId: appointment.appointmentId };
  // Without a number we wrote it, and crashed before noting so: it holds some version of ours.
  const pushed = known?.pushedSequence ?? appointment.sequence;
  const outcome = await decide(client, change, appointment, pushed, read.event);
  await saveKnownObject(client, resourceId, { ...seen, pushedSequence: outcome.pushedSequence });
  return outcome.effect;
}

type Decided = { readonly effect: RemoteEffect; readonly pushedSequence: number };

async function decide(
  client: Queryable,
  { resource, now }: { readonly resource: Resource; readonly now: Instant },
  appointment: StoredAppointment,
  pushed: number,
  event: (Opening & { readonly cancelled: boolean }) | undefined,
): Promise<Decided> {
  const { appointmentId, reference, sequence } = appointment;
  const same = event !== undefined && event.start === appointment.start && event.end === appointment.end;
  const calledOff = event?.cancelled === true;
  const older = Math.min(pushed, sequence - 1);
  if (appointment.status === 'cancelled') return { effect: nothing, pushedSequence: pushed };
  if (event === undefined) {
    return { effect: { kind: 'conflicts', reference, problems: [] }, pushedSequence: older };
  }
  if (same && !calledOff) return { effect: nothing, pushedSequence: pushed };
  // The customer has been told of our newer version.
  if (sequence > pushed)
    return { effect: { kind: 'conflicts', reference, problems: [] }, pushedSequence: pushed };
  if (calledOff) {
    await cancelStoredAppointment(client, appointmentId);
    await offerFreedTime(client, resource, appointment, now);
    return { effect: { kind: 'cancelled', reference, problems: [] }, pushedSequence: pushed };
  }
  const occupancy: Occupancy = {
    start: event.start,
    freeAt: event.end + resource.bufferMinutes * minuteMs,
    people: resource.kind === 'course' ? appointment.people : 'whole',
  };
  const range = { start: occupancy.start, end: occupancy.freeAt };
  const taken = await readTaken(client, resource.resourceId, range, now, { appointmentId });
  if (!fitsBeside(occupancy, taken, resource.capacity)) {
    return { effect: { kind: 'conflicts', reference, problems: [] }, pushedSequence: older };
  }
  const moved = await rescheduleAppointment(client, appointmentId, {
    resourceId: resource.resourceId,
    service: appointment.service,
    start: event.start,
    end: event.end,
    occupancy,
  });
  await offerFreedTime(client, resource, appointment, now);
  return { effect: { kind: 'moved', reference, problems: [] }, pushedSequence: moved.sequence };
}

/** Takes over that an object has been deleted in the calendar. The resource is locked. */
export async function applyGone(
  client: Queryable,
  change: { readonly resource: Resource; readonly known: KnownObject; readonly now: Instant },
): Promise<RemoteEffect> {
  const { resource, known, now } = change;
  await forgetObject(client, resource.resourceId, known.href);
  if (known.appointmentId === undefined) return nothing;
  const appointment = await lockAppointmentById(client, known.appointmentId);
  const isHere = appointment?.status === 'booked' && appointment.resourceId === resource.resourceId;
  // Calendars drop what is long over.
  if (appointment === undefined || !isHere || appointment.end <= now) return nothing;
  const { reference } = appointment;
  // Changed here since: it is written again.
  if (appointment.sequence > (known.pushedSequence ?? 0))
    return { kind: 'conflicts', reference, problems: [] };
  await cancelStoredAppointment(client, appointment.appointmentId);
  await offerFreedTime(client, resource, appointment, now);
  return { kind: 'cancelled', reference, problems: [] };
}
