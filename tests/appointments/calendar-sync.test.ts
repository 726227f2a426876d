import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openCaldavCalendar, type CaldavCalendar } from '@ambit/server/calendar/caldav-calendar';
import { syncCalendar, type SyncReport } from '@ambit/server/calendar/sync-calendar';
import { eva, jan, monday, openClinic, type Clinic } from './clinic.ts';
import { hasRadicale, startRadicale, type Radicale } from './radicale.ts';

const isThere = hasRadicale();

let radicale: Radicale;
let clinic: Clinic;
let calendar: CaldavCalendar;
let url = '';
let calendars = 0;

beforeAll(async () => {
  if (isThere) radicale = await startRadicale();
});
afterAll(async () => {
  if (isThere) await radicale.stop();
});
beforeEach(async () => {
  if (!isThere) return;
  clinic = await openClinic();
  calendars += 1;
  url = await radicale.makeCalendar(`calendar-${calendars}`);
  calendar = openCaldavCalendar({ url, user: radicale.user, password: radicale.password });
});
afterEach(async () => {
  if (isThere) await clinic.drop();
});

const quiet = { written: 0, deleted: 0, moved: [], cancelled: [], conflicts: [], problems: [] };
const sync = (now = monday): Promise<SyncReport> =>
  syncCalendar({
    database: clinic.database,
    calendar,
    url,
    resourceId: 'dr-berg',
    business: { name: 'Praxis' },
    now,
  });

async function book(startsAt: string, service = 'check-up'): Promise<string> {
  const told = await clinic.call('book-appointment', { service, startsAt, name: 'Eva' }, eva);
  return z.object({ appointment: z.object({ reference: z.string() }) }).parse(told).appointment.reference;
}

async function onlyObject(): Promise<{ href: string; etag: string; text: string }> {
  const [object, another] = await calendar.read([...(await calendar.list()).keys()]);
  if (object === undefined || another !== undefined) throw new Error('there is not one object');
  return object;
}

async function mine(): Promise<unknown> {
  return clinic.call('my-appointments', {}, eva);
}

const event = (uid: string, ...lines: readonly string[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20261120T100000Z',
    'SUMMARY:Somebody else',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test.runIf(isThere)(
  'appointments come into the calendar, move there, and go; a sync with nothing to do does nothing',
  async () => {
    const reference = await book('2026-11-25T09:00');
    expect(await sync()).toEqual({ ...quiet, written: 1 });
    expect((await onlyObject()).text).toContain('DTSTART;TZID=Europe/Berlin:20261125T090000');
    expect(await sync()).toEqual(quiet);
    await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T11:00' }, eva);
    expect(await sync()).toEqual({ ...quiet, written: 1 });
    const moved = await onlyObject();
    expect(moved.text).toContain('DTSTART;TZID=Europe/Berlin:20261125T110000');
    expect(moved.text).toContain('SEQUENCE:1');
    await clinic.call('cancel-appointment', { reference }, eva);
    expect(await sync()).toEqual({ ...quiet, deleted: 1 });
    expect((await calendar.list()).size).toBe(0);
    expect(await sync()).toEqual(quiet);
  },
);

test.runIf(isThere)('what others put into the calendar takes time, until they take it out', async () => {
  const address = `${url}meeting.ics`;
  const weekly = event(
    'meeting@example.com',
    'DTSTART;TZID=Europe/Berlin:20261111T090000',
    'DTEND;TZID=Europe/Berlin:20261111T100000',
    'RRULE:FREQ=WEEKLY',
  );
  expect((await radicale.ask('PUT', address, weekly)).status).toBe(201);
  expect(await sync()).toEqual(quiet);
  const ask = { service: 'check-up', startsAt: '2026-11-25T09:30' };
  expect(await clinic.call('book-appointment', ask, jan)).toMatchObject({ kind: 'taken' });
  expect(
    await clinic.call('free-slots', { service: 'check-up', from: '2026-11-25', most: '1' }, jan),
  ).toMatchObject({ slots: [{ day: '2026-11-25', time: '10:00' }] });
  await radicale.ask(
    'PUT',
    address,
    event('meeting@example.com', 'DTSTART:20261125T100000Z', 'DURATION:PT1H'),
  );
  expect(await sync()).toEqual(quiet);
  expect(await clinic.call('book-appointment', ask, jan)).toMatchObject({ kind: 'booked' });
  const later = { service: 'check-up', startsAt: '2026-11-25T11:00' };
  expect(await clinic.call('book-appointment', later, jan)).toMatchObject({ kind: 'taken' });
  expect((await radicale.ask('DELETE', address)).ok).toBe(true);
  await sync();
  expect(await clinic.call('book-appointment', later, jan)).toMatchObject({ kind: 'booked' });
});

test.runIf(isThere)(
  'what repeats for ever is known far ahead, however long ago it was put there',
  async () => {
    const known = async (): Promise<number> => {
      const found = await clinic.database.query({ text: 'select max(starts_at) as last from busy_times' });
      return z.date().parse(found.rows[0]?.['last']).getTime();
    };
    const weekly = event('w@example.com', 'DTSTART:20261111T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    await radicale.ask('PUT', `${url}weekly.ics`, weekly);
    await sync();
    const first = await known();
    expect(first).toBeGreaterThan(Date.parse('2027-12-01T00:00:00Z'));
    expect(await sync(Date.parse('2027-02-01T08:00:00Z'))).toEqual(quiet);
    expect(await known()).toBeGreaterThan(first);
  },
);

test.runIf(isThere)('people move an appointment in the calendar: it moves here, and is told', async () => {
  const reference = await book('2026-11-25T09:00');
  await sync();
  const { href, text } = await onlyObject();
  const moved = text
    .replace('20261125T090000', '20261125T103000')
    .replace('20261125T093000', '20261125T110000');
  expect((await radicale.ask('PUT', href, moved)).ok).toBe(true);
  expect(await sync()).toEqual({ ...quiet, moved: [reference] });
  expect(await mine()).toMatchObject({ appointments: [{ reference, time: '10:30' }] });
  expect(await sync()).toEqual(quiet);
});

test.runIf(isThere)(
  'people delete an appointment or call it off in the calendar: it is cancelled here',
  async () => {
    const one = await book('2026-11-25T09:00');
    await sync();
    await radicale.ask('DELETE', (await onlyObject()).href);
    expect(await sync()).toEqual({ ...quiet, cancelled: [one] });
    const other = await book('2026-11-25T10:00');
    await sync();
    const { href, text } = await onlyObject();
    await radicale.ask('PUT', href, text.replace('STATUS:CONFIRMED', 'STATUS:CANCELLED'));
    expect(await sync()).toEqual({ ...quiet, cancelled: [other], deleted: 1 });
    expect(await mine()).toEqual({ kind: 'appointments', appointments: [] });
    expect((await calendar.list()).size).toBe(0);
  },
);

test.runIf(isThere)(
  'changed on both sides: what the customer was told stands, and is written back',
  async () => {
    const reference = await book('2026-11-25T09:00');
    await sync();
    const { href, text } = await onlyObject();
    await radicale.ask('PUT', href, text.replaceAll('20261125T09', '20261125T10'));
    await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T11:00' }, eva);
    expect(await sync()).toEqual({ ...quiet, conflicts: [reference], written: 1 });
    expect((await onlyObject()).text).toContain('DTSTART;TZID=Europe/Berlin:20261125T110000');
    expect(await sync()).toEqual(quiet);
  },
);

test.runIf(isThere)('moved in the calendar to where there is no room: it goes back', async () => {
  await book('2026-11-25T10:00');
  await sync();
  const taken = new Set((await calendar.list()).keys());
  const reference = await book('2026-11-25T09:00');
  await sync();
  const [object] = await calendar.read(
    [...(await calendar.list()).keys()].filter((href) => !taken.has(href)),
  );
  if (object === undefined) throw new Error('the second appointment is not in the calendar');
  const onTop = object.text.replaceAll('20261125T09', '20261125T10');
  await radicale.ask('PUT', object.href, onTop);
  expect(await sync()).toEqual({ ...quiet, conflicts: [reference], written: 1 });
  expect((await calendar.read([object.href]))[0]?.text).toContain(
    'DTSTART;TZID=Europe/Berlin:20261125T090000',
  );
});

test.runIf(isThere)('a change made in the calendar while we write is not overwritten', async () => {
  const reference = await book('2026-11-25T09:00');
  await sync();
  const { href, text } = await onlyObject();
  await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T11:00' }, eva);
  let writes = 0;
  const real = calendar;
  calendar = {
    ...real,
    async write(...given) {
      writes += 1;
      // Between our look and our writing, somebody is quicker.
      if (writes === 1) await radicale.ask('PUT', href, text.replace('SUMMARY:', 'SUMMARY:Bring papers. '));
      return real.write(...given);
    },
  };
  expect(await sync()).toEqual({ ...quiet, conflicts: [reference], written: 1 });
  expect(writes).toBe(2);
  expect((await onlyObject()).text).toContain('DTSTART;TZID=Europe/Berlin:20261125T110000');
});

test.runIf(isThere)('a crash between writing and noting it writes nothing twice', async () => {
  const reference = await book('2026-11-25T09:00');
  await sync();
  await clinic.database.query({ text: 'delete from calendar_objects' });
  await clinic.database.query({ text: 'update calendar_links set revision = null' });
  expect(await sync()).toEqual(quiet);
  expect(await mine()).toMatchObject({ appointments: [{ reference }] });
});

test.runIf(isThere)('an appointment that goes to another resource leaves this calendar', async () => {
  await book('2026-11-25T09:00');
  await sync();
  await clinic.database.query({
    text: `update appointments set resource_id = 'yoga', resource_no = 3, sequence = 1`,
  });
  expect(await sync()).toEqual({ ...quiet, deleted: 1 });
});

test.runIf(isThere)('a wrong password is told with the address, and changes nothing', async () => {
  await book('2026-11-25T09:00');
  calendar = openCaldavCalendar({ url, user: radicale.user, password: 'wrong' });
  await expect(sync()).rejects.toThrow(
    /cannot be read: it answered 401; check its address, user and password/,
  );
});
