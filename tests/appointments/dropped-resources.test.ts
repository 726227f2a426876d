import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Queryable } from '@ambit/server/db/database';
import { readResources } from '@ambit/server/db/appointments';
import { mergeResources } from '@ambit/server/db/import/import-resources';
import { eventually } from '../support/running-stack.ts';
import { eva, jan, monday, openClinic, type Clinic } from './clinic.ts';

const at = (text: string): number => Date.parse(`${text}+01:00`);
const evas = {
  reference: 'K1',
  resourceId: 'dr-berg',
  service: 'Check-up',
  startsAt: at('2026-11-25T09:00'),
  minutes: 30,
  people: 1,
  contactPhone: '491700000001',
};
const wish = { service: 'Check-up', resource: 'Dr. Berg', startsAt: '2026-11-25T10:00' };

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic([evas]);
});
afterEach(() => clinic.drop());

async function dropBerg(client: Queryable) {
  const others = (await readResources(client)).filter(({ resourceId }) => resourceId !== 'dr-berg');
  return mergeResources(client, others, { replace: true, onRows: () => Promise.resolve() }, monday);
}

async function someoneWaits(): Promise<void> {
  await eventually(async () => {
    const found = await clinic.database.query({
      text: `select 1 from pg_locks l join pg_stat_activity a using (pid)
              where not l.granted and a.datname = current_database()`,
    });
    return found.rows.length > 0 || undefined;
  }, 'somebody to wait for a lock');
}

async function booked(): Promise<number> {
  const found = await clinic.database.query({ text: `select 1 from appointments where status = 'booked'` });
  return found.rows.length;
}

test('who asks while a resource is being dropped is not booked with it', async () => {
  let asking: Promise<unknown> = Promise.resolve();
  await clinic.database.transaction(async (client) => {
    await dropBerg(client);
    asking = clinic.call('book-appointment', wish, jan);
    await someoneWaits();
  });
  expect(await asking).toMatchObject({ kind: 'unknown-resource', resources: ['Table 4', 'Yoga'] });
  expect(await booked()).toBe(1);
});

test('who moves there while it is being dropped keeps the time they had', async () => {
  let asking: Promise<unknown> = Promise.resolve();
  await clinic.database.transaction(async (client) => {
    await dropBerg(client);
    asking = clinic.call('move-appointment', { reference: 'K1', startsAt: '2026-11-25T11:00' }, eva);
    await someoneWaits();
  });
  expect(await asking).toMatchObject({ kind: 'unknown-resource' });
  const found = await clinic.database.query({ text: 'select starts_at from appointments' });
  expect(found.rows).toEqual([{ starts_at: new Date(evas.startsAt) }]);
});

test('a booking that was first is not lost: the resource is named as in use', async () => {
  await clinic.call('cancel-appointment', { reference: 'K1' }, eva);
  expect(await clinic.call('book-appointment', wish, jan)).toMatchObject({ kind: 'booked' });
  expect(await clinic.database.transaction(dropBerg)).toMatchObject({
    removed: 0,
    kept: [{ row: 'dr-berg', fields: [] }],
  });
  expect(await booked()).toBe(1);
});

test('with who is dropped nobody new is booked, and who is booked sees and cancels it', async () => {
  await clinic.database.transaction(dropBerg);
  expect(await clinic.call('free-slots', { service: 'Check-up' }, jan)).toMatchObject({
    kind: 'unknown-service',
  });
  expect(await clinic.call('book-appointment', wish, jan)).toMatchObject({ kind: 'unknown-resource' });
  const said = { said: 'cancel my appointment', language: 'en' };
  expect(await clinic.call('appointment-request', said, eva)).toMatchObject({
    kind: 'one',
    appointment: { reference: 'K1', resource: 'Dr. Berg' },
  });
  expect(await clinic.call('cancel-appointment', { reference: 'K1' }, eva)).toMatchObject({
    kind: 'cancelled',
  });
});

test('time with who is dropped is offered to nobody on the waiting list', async () => {
  const wanted = { service: 'Check-up', from: '2026-11-25', to: '2026-11-25' };
  await clinic.call('join-waiting-list', wanted, jan);
  await clinic.database.transaction(dropBerg);
  await clinic.call('cancel-appointment', { reference: 'K1' }, eva);
  const found = await clinic.database.query({ text: 'select status from waiting_list' });
  expect(found.rows).toEqual([{ status: 'waiting' }]);
});
