import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { mergeAppointments } from '@ambit/server/db/import/import-appointments';
import { readResources } from '@ambit/server/db/appointments';
import { mergeResources } from '@ambit/server/db/import/import-resources';
import { eva, jan, monday, openClinic, type Clinic } from './clinic.ts';

const at = (text: string): number => Date.parse(`${text}+01:00`);
const columns = ['resource', 'service', 'starts_at', 'reference', 'name', 'phone'];
const row = (reference: string, start: string, line: number): AppointmentRecord => ({
  reference,
  resourceId: 'dr-berg',
  service: 'Check-up',
  startsAt: at(start),
  minutes: 30,
  people: 1,
  name: reference,
  contactPhone: '491700000001',
  line,
});
const nine = '2026-11-24T09:00';
const halfPast = '2026-11-24T09:30';
const ten = '2026-11-24T10:00';
const noRows = () => Promise.resolve();

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic([row('K1', nine, 2), row('K2', halfPast, 3), row('K3', ten, 4)]);
});
afterEach(() => clinic.drop());

function reread(rows: readonly AppointmentRecord[], { replace = true, now = monday } = {}) {
  return clinic.database.transaction((client) =>
    mergeAppointments(client, { rows, columns, now }, { replace, onRows: noRows }),
  );
}

async function times(): Promise<readonly string[]> {
  const found = await clinic.database.query({
    text: `select to_char(starts_at at time zone 'Europe/Berlin', 'DD HH24:MI') || ' ' || reference || ' ' || status as at
             from appointments order by starts_at, reference`,
  });
  return found.rows.map((each) => String(each['at']));
}

test('two lines that exchange their times are taken, and both customers are told', async () => {
  const swapped = await reread([row('K1', halfPast, 2), row('K2', nine, 3), row('K3', ten, 4)]);
  expect(swapped).toMatchObject({ changed: 2, unchanged: 1, unfit: [] });
  expect(swapped.told.map(({ about, appointment }) => [about, appointment.reference])).toEqual([
    ['moved', 'K1'],
    ['moved', 'K2'],
  ]);
  expect(await times()).toEqual(['24 09:00 K2 booked', '24 09:30 K1 booked', '24 10:00 K3 booked']);
});

test('a chain of moves is taken in whatever order its lines stand, and so is a new line on the time it frees', async () => {
  const moved = await reread([
    row('K1', halfPast, 2),
    row('K2', ten, 3),
    row('K3', '2026-11-24T10:30', 4),
    row('K4', nine, 5),
  ]);
  expect(moved).toMatchObject({ added: 1, changed: 3, unfit: [] });
  expect(await times()).toEqual([
    '24 09:00 K4 booked',
    '24 09:30 K1 booked',
    '24 10:00 K2 booked',
    '24 10:30 K3 booked',
  ]);
});

test('a time that a customer booked is still refused, and what cannot move keeps its own', async () => {
  await clinic.call('book-appointment', { service: 'Check-up', startsAt: '2026-11-24T11:00' }, jan);
  const clash = await reread([
    row('K1', halfPast, 2),
    row('K2', '2026-11-24T11:00', 3),
    row('K3', '2026-11-24T11:30', 4),
  ]);
  // The first cannot have the time of the second, who has to stay.
  expect(clash.unfit).toEqual([
    { kind: 'taken', line: 2, resource: 'Dr. Berg' },
    { kind: 'taken', line: 3, resource: 'Dr. Berg' },
  ]);
  expect(clash).toMatchObject({ changed: 1 });
  expect((await times()).filter((each) => each.includes(' K'))).toEqual([
    '24 09:00 K1 booked',
    '24 09:30 K2 booked',
    '24 11:30 K3 booked',
  ]);
});

test('what was moved in the chat is not moved back by an exchange, nor is its time given away', async () => {
  await clinic.call('move-appointment', { reference: 'K1', startsAt: '2026-11-25T11:00' }, eva);
  const swapped = await reread([row('K1', halfPast, 2), row('K2', nine, 3), row('K3', ten, 4)]);
  expect(swapped).toMatchObject({ changed: 1, unfit: [], kept: [{ row: 'K1', fields: ['startsAt'] }] });
  expect(await times()).toEqual(['24 09:00 K2 booked', '24 10:00 K3 booked', '25 11:00 K1 booked']);
});

test('an old line can be moved away from who is no longer there, and nobody is told', async () => {
  const later = at('2026-11-27T09:00');
  await clinic.database.transaction(async (client) => {
    const others = (await readResources(client)).filter(({ resourceId }) => resourceId !== 'dr-berg');
    return mergeResources(client, others, { replace: true, onRows: noRows }, later);
  });
  const yoga = { ...row('K1', nine, 2), resourceId: 'yoga', service: 'Yoga lesson', minutes: 60 };
  const moved = await reread([yoga], { replace: false, now: later });
  expect(moved).toMatchObject({ changed: 1, told: [], unfit: [] });
  const found = await clinic.database.query({
    text: `select resource_id from appointments where reference = 'K1'`,
  });
  expect(found.rows).toEqual([{ resource_id: 'yoga' }]);
});
