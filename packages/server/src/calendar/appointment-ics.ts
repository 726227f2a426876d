import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { timeZoneComponent } from '@ambit/core/appointment/ics/time-zone-component';
import { tellStart, zonedAt } from '@ambit/core/appointment/local-start';
import type { Resource } from '@ambit/core/appointment/resource';
import type { StoredAppointment } from '../db/appointments.ts';

/** Who an appointment is with, as calendars show it. `place`: where to go. */
export type CalendarBusiness = { readonly name: string; readonly place?: string };

/** What all versions of an appointment are known by in every calendar. */
export function appointmentUid(appointmentId: string): string {
  return `${appointmentId}@ambit`;
}

/** The appointment that a UID of ours names. */
export function appointmentOfUid(uid: string): string | undefined {
  return /^([0-9a-f]{8}-[0-9a-f-]{27})@ambit$/.exec(uid)?.[1];
}

/**
 * An appointment as an iCalendar message. `request` asks the customer's calendar to add or change it,
 * `cancel` to take it out; the same UID and a higher SEQUENCE say that it is a newer version.
 * Source: RFC 5546, 3.2.
 */
export function appointmentMessage(
  appointment: StoredAppointment,
  resource: Resource,
  business: CalendarBusiness,
): string {
  const cancelled = appointment.status === 'cancelled';
  const calendar = openCalendar([appointment]);
  calendar.method(cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST);
  addEvent(calendar, appointment, resource, business, `${appointment.service}, ${resource.name}`);
  return calendar.toString();
}

/** An appointment as an object of the business's own calendar, which says who comes. It has no method: RFC 4791, 4.1. */
export function calendarObject(
  appointment: StoredAppointment,
  resource: Resource,
  business: CalendarBusiness,
): string {
  const calendar = openCalendar([appointment]);
  addEvent(calendar, appointment, resource, business, staffTitle(appointment));
  return calendar.toString();
}

/** A resource's appointments as the content of a feed that calendars subscribe to; cancelled ones are told as such. */
export function calendarFeed(
  appointments: readonly StoredAppointment[],
  resource: Resource,
  business: CalendarBusiness,
): string {
  const calendar = openCalendar(appointments);
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.name(`${resource.name}, ${business.name}`);
  for (const each of appointments) addEvent(calendar, each, resource, business, staffTitle(each));
  return calendar.toString();
}

/** A file for a message's document. */
export type IcsDocument = {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
};

/**
 * The appointment as a document for its customer.
 * WhatsApp takes no text/calendar; phones open the file by its name.
 * Source: Cloud API docs, "Supported media types", documents.
 */
export function appointmentDocument(
  appointment: StoredAppointment,
  resource: Resource,
  business: CalendarBusiness,
): IcsDocument {
  return {
    fileName: `${appointment.reference}.ics`,
    mimeType: 'text/plain',
    bytes: new TextEncoder().encode(appointmentMessage(appointment, resource, business)),
  };
}

function staffTitle({ service, name, people, reference }: StoredAppointment): string {
  const who = name ?? reference;
  return people === 1 ? `${service}: ${who}` : `${service}: ${who} (${people})`;
}

function openCalendar(appointments: readonly StoredAppointment[]): ICalCalendar {
  // Of an empty calendar no time zone is asked for.
  const from = Math.min(...appointments.map(({ start }) => start));
  const to = Math.max(...appointments.map(({ end }) => end));
  const generator = (zone: string): string => timeZoneComponent(zone, from, to);
  return ical({
    prodId: { company: 'Ambit', product: 'appointments' },
    // A zone of the whole calendar would make DTSTAMP local, which it must not be.
    timezone: { name: null, generator },
  });
}

function addEvent(
  calendar: ICalCalendar,
  appointment: StoredAppointment,
  resource: Resource,
  business: CalendarBusiness,
  summary: string,
): void {
  const { start, end } = appointment;
  // A local time that clocks show twice would be read as the first of the two.
  const shownTwice = [start, end].some((at) => tellStart(at, resource.hours.timeZone).shownTwice);
  const timeZone = shownTwice ? 'UTC' : resource.hours.timeZone;
  calendar.createEvent({
    id: appointmentUid(appointment.appointmentId),
    sequence: appointment.sequence,
    stamp: zonedAt(appointment.changedAt, 'UTC'),
    // A plain Date would be written on the clocks of the machine.
    start: zonedAt(start, timeZone),
    end: zonedAt(end, timeZone),
    timezone: timeZone,
    summary,
    description: `${business.name}: ${appointment.reference}`,
    status: appointment.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(business.place === undefined ? {} : { location: business.place }),
  });
}
