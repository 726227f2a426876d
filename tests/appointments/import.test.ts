import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { mergeAppointments } from '@ambit/server/db/import/import-appointments';
import { readResources } from '@ambit/server/db/appointments';
import { mergeResources } from '@ambit/server/db/import/import-resources';
import { eva, jan, monday, openClinic, type Clinic } from './clinic.ts';

const at = (text: string): number => Date.parse(`${text}+01:00`);
const columns = ['resource', 'service', 'starts_at', 'reference', 'name', 'phone'];
const row = (reference: string | undefined, start: string, name: string, line = 2): AppointmentRecord => ({
  reference,
  resourceId: 'dr-berg',
  service: 'Check-up',
  startsAt: at(start),
  minutes: 30,
  people: 1,
  name,
  contactPhone: '491700000001',
  line,
});
const first = row('K1', '2026-11-24T09:00', 'Eva');
const unnamed = row(undefined, '2026-11-24T09:30', 'Eva');

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic([first, unnamed]);
});
afterEach(() => clinic.drop());

function reread(rows: readonly AppointmentRecord[], replace = true) {
  return clinic.database.transaction((client) =>
    mergeAppointments(client, { rows, columns, now: monday }, { replace, onRows: () => Promise.resolve() }),
  );
}

async function times(): Promise<readonly string[]> {
  const found = await clinic.database.query({
    text: `select to_char(starts_at at time zone 'Europe/Berlin', 'DD HH24:MI') || ' ' || status as at
             from appointments order by starts_at`,
  });
  return found.rows.map((each) => String(each['at']));
}

test('the same file again changes nothing; a line that says another time moves its appointment, and is told', async () => {
  expect(await reread([first, unnamed])).toMatchObject({ added: 0, changed: 0, unchanged: 2, removed: 0 });
  const moved = await reread([row('K1', '2026-11-25T10:00', 'Eva'), unnamed]);
  expect(moved).toMatchObject({ changed: 1, unchanged: 1 });
  expect(moved.told.map(({ about, appointment }) => [about, appointment.reference])).toEqual([
    ['moved', 'K1'],
  ]);
  expect(await times()).toEqual(['24 09:30 booked', '25 10:00 booked']);
});

test('what a customer moved or booked in the chat stays, and no line takes its time', async () => {
  await clinic.call('move-appointment', { reference: 'K1', startsAt: '2026-11-24T11:00' }, eva);
  await clinic.call('book-appointment', { service: 'Check-up', startsAt: '2026-11-25T09:00' }, jan);
  const same = await reread([first, unnamed]);
  expect(same).toMatchObject({ unchanged: 2, removed: 0, unfit: [] });
  const both = await reread([row('K1', '2026-11-25T11:30', 'Eva'), unnamed]);
  expect(both.kept).toEqual([{ row: 'K1', fields: ['startsAt'] }]);
  const clash = await reread([first, unnamed, row(undefined, '2026-11-25T09:00', 'Max', 4)]);
  expect(clash).toMatchObject({ added: 0, unfit: [{ kind: 'taken', line: 4, resource: 'Dr. Berg' }] });
  expect(await times()).toEqual(['24 09:30 booked', '24 11:00 booked', '25 09:00 booked']);
});

test('a line that is gone is cancelled and told; not without being asked to, and not what was moved in the chat', async () => {
  expect(await reread([first], false)).toMatchObject({ removed: 0 });
  await clinic.call('move-appointment', { reference: 'K1', startsAt: '2026-11-24T11:00' }, eva);
  const gone = await reread([]);
  expect(gone).toMatchObject({ removed: 1, kept: [{ row: 'K1', fields: [] }] });
  expect(gone.told.map(({ about }) => about)).toEqual(['cancelled']);
  expect(await times()).toEqual(['24 09:30 cancelled', '24 11:00 booked']);
});

test('who is no longer there cannot be booked any more, and is named while somebody is booked with them', async () => {
  const resources = await readResources(clinic.database);
  const others = resources.filter(({ resourceId }) => resourceId === 'yoga');
  const changes = await clinic.database.transaction((client) =>
    mergeResources(client, others, { replace: true, onRows: () => Promise.resolve() }, monday),
  );
  expect(changes).toMatchObject({ removed: 1, unchanged: 1, kept: [{ row: 'dr-berg', fields: [] }] });
  expect((await readResources(clinic.database)).map(({ resourceId }) => resourceId)).toEqual(['yoga']);
});

test('an appointment with somebody who is no longer there can still be looked at', async () => {
  const retire = async () => {
    const yoga = (await readResources(clinic.database)).filter(({ resourceId }) => resourceId === 'yoga');
    return clinic.database.transaction((client) =>
      mergeResources(client, yoga, { replace: true, onRows: () => Promise.resolve() }, monday),
    );
  };
  await reread([]);
  expect(await retire()).toMatchObject({ kept: [] });
  expect(await clinic.call('my-appointments', { reference: 'K1' }, eva)).toMatchObject({
    kind: 'appointments',
    appointments: [{ reference: 'K1', status: 'cancelled' }],
  });
});
