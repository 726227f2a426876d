import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { passOnOffers, takeOffersToTell } from '@ambit/server/db/appointments-offer';
import { eva, jan, monday, openClinic, type Clinic, type Person } from './clinic.ts';

let clinic: Clinic;
let reference = '';
const slot = { service: 'check-up', startsAt: '2026-11-25T09:00' };
const kim: Person = { contactId: 'kim' };
const hourMs = 3_600_000;

beforeEach(async () => {
  clinic = await openClinic();
  const told = await clinic.call('book-appointment', slot, eva);
  reference = z.object({ appointment: z.object({ reference: z.string() }) }).parse(told)
    .appointment.reference;
});
afterEach(() => clinic.drop());

const wait = (person: Person, more: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  clinic.call('join-waiting-list', { service: 'check-up', to: '2026-11-25', ...more }, person);
const offers = (now = monday) => takeOffersToTell(clinic.database, now, 2 * hourMs, 10);

test('people wait in turn, and who joins again keeps their place', async () => {
  expect(await wait(jan)).toEqual({ kind: 'joined', position: 1 });
  clinic.moveClockTo(monday + 1_000);
  expect(await wait(kim)).toEqual({ kind: 'joined', position: 2 });
  expect(await wait(jan)).toEqual({ kind: 'already-waiting', position: 1 });
});

test('a cancelled slot is offered to the first in turn, and kept for them once they are told', async () => {
  await wait(jan);
  clinic.moveClockTo(monday + 1_000);
  await wait(kim);
  await clinic.call('cancel-appointment', { reference }, eva);
  expect(await offers()).toMatchObject([
    {
      contactId: 'jan',
      resourceId: 'dr-berg',
      start: Date.parse('2026-11-25T08:00:00Z'),
      endsAt: monday + 2 * hourMs,
    },
  ]);
  expect(await offers()).toEqual([]);
  expect(await clinic.call('book-appointment', slot, kim)).toMatchObject({ kind: 'taken' });
  expect(await clinic.call('book-appointment', slot, jan)).toMatchObject({ kind: 'booked' });
  clinic.moveClockTo(monday + 3 * hourMs);
  expect(await passOnOffers(clinic.database, monday + 3 * hourMs)).toBe(0);
});

test('a slot that nobody has been told of is kept for nobody', async () => {
  await wait(jan);
  await clinic.call('cancel-appointment', { reference }, eva);
  const told = await clinic.call('book-appointment', slot, kim);
  expect(told).toMatchObject({ kind: 'booked' });
  expect(await offers()).toEqual([]);
  const { appointment } = z.object({ appointment: z.object({ reference: z.string() }) }).parse(told);
  await clinic.call('cancel-appointment', { reference: appointment.reference }, kim);
  expect(await offers()).toMatchObject([{ contactId: 'jan' }]);
});

test('an offer that ran out goes to the next, and the one after a move is made as well', async () => {
  await wait(jan);
  clinic.moveClockTo(monday + 1_000);
  await wait(kim);
  clinic.moveClockTo(monday);
  await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T10:00' }, eva);
  expect(await offers()).toMatchObject([{ contactId: 'jan' }]);
  const later = monday + 2 * hourMs;
  expect(await passOnOffers(clinic.database, later)).toBe(1);
  expect(await offers(later)).toMatchObject([
    { contactId: 'kim', start: Date.parse('2026-11-25T08:00:00Z') },
  ]);
});

test('whoever waits for other days or for more people is not offered it', async () => {
  await wait(jan, { from: '2026-11-26', to: '2026-11-30' });
  expect(await wait(kim, { people: '2' })).toEqual({ kind: 'too-many-people', capacity: 1 });
  expect(await wait(kim, { to: '2026-11-20' })).toEqual({ kind: 'past-days' });
  await clinic.call('cancel-appointment', { reference }, eva);
  expect(await offers()).toEqual([]);
});
