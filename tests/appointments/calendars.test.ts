import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/running-stack.ts';
import { startClinicStack, type ClinicStack } from './clinic-stack.ts';
import { hasRadicale, startRadicale, type Radicale } from './radicale.ts';

const isThere = hasRadicale();
let radicale: Radicale;
let clinic: ClinicStack;
let url = '';

beforeAll(async () => {
  if (!isThere) return;
  radicale = await startRadicale();
  url = await radicale.makeCalendar('salas');
  clinic = await startClinicStack(
    [
      'calendars:',
      '  - resource: dr-salas',
      `    caldav: { url: "${url}", user: ${radicale.user}, password: "secret:clinic-calendar" }`,
      '    feed: 1',
      '  - resource: dra-rios',
      `    caldav: { url: "${url}nowhere/", user: ${radicale.user}, password: "secret:nobody-set-it" }`,
      '  - { resource: dr-ibarra, feed: 7 }',
    ].join('\n'),
    {
      AMBIT_TOOL_SECRET_CLINIC_CALENDAR: radicale.password,
      AMBIT_TOOL_PRIVATE_HOSTS: new URL(url).host,
    },
  );
});
afterAll(async () => {
  if (!isThere) return;
  await clinic.stop();
  await radicale.stop();
});

const objects = async (): Promise<readonly string[]> => {
  const found = await radicale.ask('PROPFIND', url, '', { depth: '1' });
  const text = await found.text();
  return [...text.matchAll(/<href>([^<]+\.ics)<\/href>/g)].map(([, href]) => href ?? '');
};
const feedOf = async (resource: string): Promise<string> => {
  const { calendars } = await clinic.stack.client.calendars();
  const path = calendars.find((each) => each.resource === resource)?.feedPath ?? '/';
  return new URL(path, clinic.stack.server.webhookUrl).href;
};

test.runIf(isThere)('a booking appears in the calendar; moved there, its customer is told', async () => {
  const paula = await clinic.meet('paula');
  const { appointmentId } = await clinic.book(paula, 48);
  const href = await eventually(async () => (await objects())[0], 'the appointment in the calendar');
  expect(href).toContain(appointmentId);
  const event = await (await radicale.ask('GET', href)).text();
  const moved = event
    .replace(/^DTSTART[^\r\n]*/m, 'DTSTART:20270301T160000Z')
    .replace(/^DTEND[^\r\n]*/m, 'DTEND:20270301T163000Z');
  expect((await radicale.ask('PUT', href, moved)).ok).toBe(true);
  await eventually(
    () =>
      clinic.phoneOf(paula).includes('Tu cita ha cambiado: Consulta general, Dr. Salas') ? true : undefined,
    'the customer to be told',
  );
  expect((await radicale.ask('DELETE', href)).ok).toBe(true);
  await eventually(
    () => (clinic.phoneOf(paula).includes('tuvimos que cancelar tu cita') ? true : undefined),
    'the customer to be told of the cancellation',
  );
  const { calendars } = await clinic.stack.client.calendars();
  expect(calendars[0]).toMatchObject({ resource: 'dr-salas', name: 'Dr. Salas', caldav: url });
  expect(calendars[0]?.syncedAt).toBeGreaterThan(0);
});

test.runIf(isThere)('a customer who cannot be written to is left to people', async () => {
  const olga = await clinic.meet('olga');
  const { appointmentId } = await clinic.book(olga, 90);
  const href = await eventually(
    async () => (await objects()).find((each) => each.includes(appointmentId)),
    'the appointment in the calendar',
  );
  clinic.passHours(25);
  await radicale.ask('DELETE', href);
  const alarm = await eventually(async () => {
    const found = await clinic.stack.made.database.query({
      text: `select about from alarms where kind = 'appointment-untold'`,
    });
    return found.rows[0];
  }, 'people to be told');
  expect(alarm['about']).toContain('cancelled in the calendar: the service window is closed');
  expect(clinic.phoneOf(olga)).not.toContain('cancelar');
});

test.runIf(isThere)('a calendar without its password is told of, and stops no other', async () => {
  const about = await eventually(async () => {
    const found = await clinic.stack.made.database.query({
      text: `select about from alarms where kind = 'calendar-trouble'`,
    });
    return found.rows[0]?.['about'];
  }, 'people to be told');
  expect(about).toContain('nobody has set secret:nobody-set-it');
});

test.runIf(isThere)(
  'a feed is read under its secret address, and again only when something changed',
  async () => {
    const { reference } = await clinic.book(await clinic.meet('rita'), 200);
    const address = await feedOf('dr-salas');
    const first = await fetch(address);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(first.headers.get('cache-control')).toBe('private, max-age=300');
    expect(await first.text()).toContain(reference);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await clinic.book(await clinic.meet('rosa'), 201);
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(address, { method: 'POST', body: 'x' })).status).toBe(405);
  },
);

test.runIf(isThere)('a feed of nothing is an empty calendar; nobody guesses another address', async () => {
  const empty = await fetch(await feedOf('dr-ibarra'));
  expect(empty.status).toBe(200);
  expect(await empty.text()).toMatch(/^BEGIN:VCALENDAR[^]*END:VCALENDAR\s*$/);
  const known = await feedOf('dr-salas');
  for (const wrong of [
    known.replace('dr-salas', 'dr-ibarra'),
    `${known.slice(0, -6)}A.ics`,
    new URL('/calendars/', known).href,
  ])
    expect((await fetch(wrong)).status).toBe(404);
});
