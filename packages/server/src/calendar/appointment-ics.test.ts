import { expect, test } from 'vitest';
import { readCalendarObject } from '@ambit/core/appointment/ics/calendar-events';
import { Resource } from '@ambit/core/appointment/resource';
import type { StoredAppointment } from '../db/appointments.ts';
import {
  appointmentDocument,
  appointmentMessage,
  appointmentOfUid,
  appointmentUid,
  calendarFeed,
  calendarObject,
} from './appointment-ics.ts';

const resource = Resource.parse({
  resourceId: 'ana',
  name: 'Ana',
  kind: 'staff',
  services: [{ name: 'Check-up', minutes: 30 }],
  bufferMinutes: 0,
  capacity: 1,
  noticeMinutes: 0,
  horizonDays: 60,
  changeNoticeMinutes: 0,
  hours: { timeZone: 'America/New_York', week: {} },
});
const business = { name: 'Praxis; Ana, Bo', place: 'Hauptstr. 1' };
const at = (text: string): number => Date.parse(text);
const appointment: StoredAppointment = {
  appointmentId: '4c6b1c0e-9d3e-4e4c-8a39-0e1f2a3b4c5d',
  reference: 'K7QX-2M9P',
  resourceId: 'ana',
  service: 'Check-up',
  status: 'booked',
  start: at('2026-11-24T14:30:00Z'),
  end: at('2026-11-24T15:00:00Z'),
  freeAt: at('2026-11-24T15:00:00Z'),
  people: 1,
  name: 'Eva',
  sequence: 2,
  changedAt: at('2026-11-20T10:00:00Z'),
  owner: { contactId: 'c1', phone: undefined, bsuid: undefined, email: undefined },
};
const window = { start: 0, end: at('2030-01-01T00:00:00Z') };

test('an appointment is a request with its UID, its version, and its time on the clocks of the place', () => {
  const lines = appointmentMessage(appointment, resource, business).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:REQUEST',
      'BEGIN:VTIMEZONE',
      'TZID:America/New_York',
      'UID:4c6b1c0e-9d3e-4e4c-8a39-0e1f2a3b4c5d@ambit',
      'SEQUENCE:2',
      'DTSTAMP:20261120T100000Z',
      'DTSTART;TZID=America/New_York:20261124T093000',
      'DTEND;TZID=America/New_York:20261124T100000',
      'STATUS:CONFIRMED',
      String.raw`DESCRIPTION:Praxis\; Ana\, Bo: K7QX-2M9P`,
    ]),
  );
});

test('what is written is read back as the same time, also in the hour that clocks show twice', () => {
  for (const start of ['2026-11-24T14:30:00Z', '2026-11-01T05:30:00Z', '2026-07-01T12:00:00Z']) {
    const moved = { ...appointment, start: at(start), end: at(start) + 1_800_000 };
    const { event, uid } = readCalendarObject(calendarObject(moved, resource, business), 'UTC', window);
    expect(event).toMatchObject({ start: moved.start, end: moved.end });
    expect(uid).toBe(appointmentUid(appointment.appointmentId));
  }
});

test('a cancelled appointment takes itself out of the calendar under the same UID', () => {
  const lines = appointmentMessage(
    { ...appointment, status: 'cancelled', sequence: 3 },
    resource,
    business,
  ).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:CANCEL',
      'STATUS:CANCELLED',
      'SEQUENCE:3',
      `UID:${appointmentUid(appointment.appointmentId)}`,
    ]),
  );
});

test('an object for a calendar server has no method and says who comes', () => {
  const text = calendarObject({ ...appointment, people: 3 }, resource, business);
  expect(text).not.toContain('METHOD');
  expect(text).toContain('SUMMARY:Check-up: Eva (3)');
});

test('a feed holds every appointment of the resource, and may be empty', () => {
  const other = { ...appointment, appointmentId: '5c6b1c0e-9d3e-4e4c-8a39-0e1f2a3b4c5d' };
  const feed = calendarFeed([appointment, other], resource, business);
  expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(feed).toContain('METHOD:PUBLISH');
  expect(calendarFeed([], resource, business)).toContain('END:VCALENDAR');
});

test('as a document it is named by its reference', () => {
  const document = appointmentDocument(appointment, resource, business);
  expect(document.fileName).toBe('K7QX-2M9P.ics');
  expect(new TextDecoder().decode(document.bytes)).toContain('BEGIN:VCALENDAR');
});

test('only our own UIDs name an appointment', () => {
  expect(appointmentOfUid(appointmentUid(appointment.appointmentId))).toBe(appointment.appointmentId);
  expect(appointmentOfUid('meeting-1@example.com')).toBeUndefined();
});
