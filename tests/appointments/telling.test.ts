import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppointmentTools } from '@ambit/server/tools/appointment-tools';
import { eventually } from '../support/running-stack.ts';
import { startClinicStack, type ClinicStack, type Patient } from './clinic-stack.ts';

let clinic: ClinicStack;
beforeAll(async () => {
  clinic = await startClinicStack('calendars: []', {
    AMBIT_SUBMIT_TEMPLATES: 'true',
    WHATSAPP_BUSINESS_ACCOUNT_ID: '102290129340398',
  });
  // Two workers: what is told is told by one of them, once.
  await clinic.stack.addNode('worker');
});
afterAll(() => clinic.stop());

const newsOf = async (key: string): Promise<Record<string, unknown> | undefined> => {
  const found = await clinic.stack.made.database.query({
    text: 'select about, outcome, why from appointment_news where news_key like $1',
    values: [`${key}%`],
  });
  return found.rows[0];
};
const recorded = (key: string) => eventually(() => newsOf(key), `news ${key} to be recorded`);
const shown = (patient: Patient, words: string) =>
  eventually(
    () => (clinic.phoneOf(patient).includes(words) ? clinic.phoneOf(patient) : undefined),
    `"${words}" on the phone of ${patient.id}`,
  );

function callTool(name: string, patient: Patient, input: Readonly<Record<string, string>>): Promise<unknown> {
  const tools = createAppointmentTools(clinic.stack.made.database, { now: clinic.now });
  const tool = tools.find((each) => each.name === name);
  if (tool === undefined) throw new Error(`there is no tool "${name}"`);
  return tool.call(input, crypto.randomUUID(), AbortSignal.timeout(20_000), {
    contactId: patient.contactId,
    phone: patient.phone,
    bsuid: patient.bsuid,
  });
}

test('a reminder goes out a day ahead, once, in the language of the conversation', async () => {
  const paula = await clinic.meet('paula');
  const { appointmentId } = await clinic.book(paula, 25);
  clinic.passHours(2);
  await shown(paula, 'Te recuerdo tu cita: Consulta general, Dr. Salas, mañana');
  expect(await recorded(`reminder:${appointmentId}`)).toEqual({
    about: 'reminder',
    outcome: 'queued',
    why: null,
  });
  clinic.passHours(1);
  const later = await clinic.book(await clinic.meet('rosa'), 25);
  clinic.passHours(2);
  await recorded(`reminder:${later.appointmentId}`);
  expect(clinic.phoneOf(paula).split('Te recuerdo tu cita')).toHaveLength(2);
});

test('outside the service window nothing is sent to who has not agreed, and why is recorded', async () => {
  const olga = await clinic.meet('olga');
  const { appointmentId } = await clinic.book(olga, 60);
  clinic.passHours(37);
  expect(await recorded(`reminder:${appointmentId}`)).toEqual({
    about: 'reminder',
    outcome: 'not-sent',
    why: 'the service window is closed, and they have not agreed to be written to then',
  });
  expect(clinic.phoneOf(olga)).not.toContain('Te recuerdo');
});

const agree = ({ contactId }: Patient) =>
  clinic.stack.made.database.query({
    text: `update conversations set state = jsonb_set(state, '{consents}', $2::jsonb) where contact_id = $1::uuid`,
    values: [contactId, JSON.stringify({ utility: { at: clinic.now(), source: 'the form at reception' } })],
  });

test('outside the service window the approved template goes to who agreed, and again after a move', async () => {
  const held = () =>
    clinic.stack.simulator.control.templates().find(({ name }) => name === 'appointment_reminder')?.status;
  await eventually(() => (held() === undefined ? undefined : true), 'the template at Meta');
  clinic.passHours(0.1);
  await eventually(() => (held() === 'APPROVED' ? true : undefined), 'its approval');
  const vera = await clinic.meet('vera');
  await agree(vera);
  const { appointmentId, reference } = await clinic.book(vera, 60);
  clinic.passHours(37);
  await shown(vera, 'Le recordamos su cita en Clínica Sol: Consulta general, mañana');
  expect(await recorded(`reminder:${appointmentId}`)).toMatchObject({ outcome: 'queued' });
  const startsAt = new Date(clinic.now() + 71 * 3_600_000).toISOString();
  await clinic.stack.made.database.query({
    text: `update appointments set starts_at = $2, ends_at = $2::timestamptz + interval '30 minutes',
                  free_at = $2::timestamptz + interval '30 minutes' where reference = $1`,
    values: [reference, startsAt],
  });
  clinic.passHours(48);
  await eventually(
    () => (clinic.phoneOf(vera).split('Le recordamos su cita').length === 3 ? true : undefined),
    'a second reminder, of the new time',
  );
});

test('an appointment that is called off is not reminded of', async () => {
  const ines = await clinic.meet('ines');
  const { appointmentId, reference } = await clinic.book(ines, 26);
  await callTool('cancel-appointment', ines, { reference });
  const marker = await clinic.book(ines, 25.5);
  clinic.passHours(3);
  await recorded(`reminder:${marker.appointmentId}`);
  expect(await newsOf(`reminder:${appointmentId}`)).toBeUndefined();
});

test('freed time is offered to the first who can be told, and kept for them', async () => {
  const silent = await clinic.meet('silvia');
  clinic.passHours(25);
  const [holder, waiting] = [await clinic.meet('hugo'), await clinic.meet('wanda')];
  const from = new Date(clinic.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const free = await callTool('free-slots', holder, { service: 'Chequeo general', from, most: '1' });
  const startsAt = /"startsAt":"([^"]+)"/.exec(JSON.stringify(free))?.[1] ?? '';
  const booked = JSON.stringify(
    await callTool('book-appointment', holder, { service: 'Chequeo general', startsAt }),
  );
  const reference = /"reference":"([^"]+)"/.exec(booked)?.[1] ?? '';
  const to = new Date(Date.parse(startsAt) + 86_400_000).toISOString().slice(0, 10);
  for (const patient of [silent, waiting])
    expect(
      JSON.stringify(await callTool('join-waiting-list', patient, { service: 'Chequeo general', to })),
    ).toContain('joined');
  const cancelled = await callTool('cancel-appointment', holder, { reference });
  expect(JSON.stringify(cancelled)).toContain('cancelled');
  const told = await shown(waiting, 'Se liberó un horario que esperabas: Chequeo general, Dr. Salas');
  expect(told).toContain('Te lo guardamos hasta');
  expect(clinic.phoneOf(silent)).not.toContain('Se liberó');
  const list = await clinic.stack.made.database.query({
    text: 'select contact_id, status from waiting_list order by joined_at, waiting_id',
  });
  expect(new Map(list.rows.map((row) => [row['contact_id'], row['status']]))).toEqual(
    new Map([
      [silent.contactId, 'lapsed'],
      [waiting.contactId, 'offered'],
    ]),
  );
  const ask = { service: 'Chequeo general', startsAt };
  expect(JSON.stringify(await callTool('book-appointment', holder, ask))).toContain('taken');
  expect(JSON.stringify(await callTool('book-appointment', waiting, ask))).toContain('booked');
});

test('who writes in the middle is answered, and told as well', async () => {
  const greta = await clinic.meet('greta');
  const { appointmentId } = await clinic.book(greta, 24.2);
  clinic.passHours(0.5);
  await recorded(`reminder:${appointmentId}`);
  const { outcome } = await clinic.stack.settled(
    clinic.stack.say(greta.id, '¿a qué hora abren los sábados?'),
  );
  expect(outcome.kind).not.toBe('ignored');
  await shown(greta, 'Te recuerdo tu cita');
});

test('while people have the conversation, they are asked to tell it', async () => {
  const nora = await clinic.meet('nora');
  await clinic.stack.settled(clinic.stack.say(nora.id, 'quiero hablar con una persona'));
  const { appointmentId } = await clinic.book(nora, 24.2);
  clinic.passHours(0.5);
  await recorded(`reminder:${appointmentId}`);
  await eventually(async () => {
    const alarms = await clinic.stack.made.database.query({
      text: `select 1 from alarms a join conversations v using (channel_id, conversation_id)
              where v.bsuid = $1 and a.kind = 'appointment-untold'`,
      values: [nora.bsuid],
    });
    return alarms.rows.length === 1 ? true : undefined;
  }, 'people to be told');
  expect(clinic.phoneOf(nora)).not.toContain('Te recuerdo');
});
