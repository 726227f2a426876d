import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { eva, jan, openClinic, type Clinic, type Person } from './clinic.ts';

let clinic: Clinic;
beforeEach(async () => {
  clinic = await openClinic();
});
afterEach(() => clinic.drop());

const Kind = z.object({ kind: z.string() });
const Booked = z.object({ kind: z.literal('booked'), appointment: z.object({ reference: z.string() }) });

async function book(
  person: Person,
  startsAt: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const told = await clinic.call('book-appointment', { service: 'check-up', startsAt, ...more }, person);
  return Booked.parse(told).appointment.reference;
}

test('free slots are shown in order, on the clocks of the place', async () => {
  const told = await clinic.call('free-slots', { service: 'CHECK-UP', from: '2026-11-24', most: '2' }, eva);
  expect(told).toMatchObject({
    kind: 'slots',
    slots: [
      {
        resource: 'Dr. Berg',
        startsAt: '2026-11-24T08:00:00.000Z',
        day: '2026-11-24',
        time: '09:00',
        weekday: 'tuesday',
      },
      { startsAt: '2026-11-24T08:30:00.000Z', offset: '+01:00' },
    ],
  });
});

test('without a service there is a choice to make; an unknown one names those there are', async () => {
  const services = ['Check-up', 'Root canal', 'Dinner', 'Yoga lesson'];
  expect(await clinic.call('free-slots', {}, eva)).toEqual({ kind: 'unknown-service', services });
  expect(await clinic.call('free-slots', { service: 'whitening' }, eva)).toEqual({
    kind: 'unknown-service',
    services,
  });
  expect(await clinic.call('free-slots', { resource: 'Dr. No' }, eva)).toMatchObject({
    kind: 'unknown-resource',
  });
});

test('a booked slot is no longer free, and whoever asks for it gets others', async () => {
  const told = await clinic.call(
    'book-appointment',
    { service: 'check-up', startsAt: '2026-11-24T09:00', name: 'Eva', email: 'eva@example.com' },
    eva,
  );
  expect(told).toMatchObject({
    kind: 'booked',
    appointment: {
      resource: 'Dr. Berg',
      day: '2026-11-24',
      time: '09:00',
      timeZone: 'Europe/Berlin',
      name: 'Eva',
    },
  });
  expect(
    await clinic.call('book-appointment', { service: 'check-up', startsAt: '2026-11-24T08:00:00Z' }, jan),
  ).toMatchObject({ kind: 'taken', alternatives: [{ time: '09:30' }, { time: '10:00' }, { time: '10:30' }] });
});

test('the same call under the same key books once and is told the same', async () => {
  const input = { service: 'check-up', startsAt: '2026-11-24T09:00' };
  const one = await clinic.call('book-appointment', input, eva, 'one-key');
  const two = await clinic.call('book-appointment', input, eva, 'one-key');
  expect(two).toEqual(one);
  expect(await clinic.call('my-appointments', {}, eva)).toMatchObject({ appointments: [{ time: '09:00' }] });
});

test('a start that cannot be is refused with its reason', async () => {
  const kindOf = async (startsAt: string): Promise<unknown> =>
    Kind.parse(await clinic.call('book-appointment', { service: 'check-up', startsAt }, eva)).kind;
  expect(await kindOf('2026-11-24T09:10')).toBe('between-slots');
  expect(await kindOf('2026-11-24T12:00')).toBe('closed');
  expect(await kindOf('2026-11-23T09:30')).toBe('too-soon');
  expect(await kindOf('2028-11-24T09:00')).toBe('too-far');
  expect(await kindOf('tomorrow')).toBe('unreadable-time');
});

test('an hour that clocks show twice is asked back; one that they skip does not exist', async () => {
  const input = { service: 'check-up', startsAt: '2027-10-31T02:30' };
  expect(await clinic.call('book-appointment', input, eva)).toMatchObject({
    kind: 'which-of-two',
    alternatives: [
      { startsAt: '2027-10-31T00:30:00.000Z', offset: '+02:00' },
      { startsAt: '2027-10-31T01:30:00.000Z', offset: '+01:00' },
    ],
  });
  const skipped = { service: 'check-up', startsAt: '2027-03-28T02:30' };
  expect(await clinic.call('book-appointment', skipped, eva)).toMatchObject({
    kind: 'no-such-time',
    alternatives: [{ time: '03:00', offset: '+02:00' }, { time: '03:30' }, {}],
  });
});

test('a table takes one party of at most its size; a course takes people until its places are gone', async () => {
  const dinner = { service: 'Dinner', startsAt: '2026-11-24T09:00' };
  expect(await clinic.call('book-appointment', { ...dinner, people: '5' }, eva)).toEqual({
    kind: 'too-many-people',
    capacity: 4,
  });
  expect(await clinic.call('book-appointment', { ...dinner, people: '2' }, eva)).toMatchObject({
    kind: 'booked',
  });
  expect(await clinic.call('book-appointment', { ...dinner, people: '2' }, jan)).toMatchObject({
    kind: 'taken',
  });
  const yoga = { service: 'Yoga lesson', startsAt: '2026-11-24T09:00' };
  expect(await clinic.call('book-appointment', { ...yoga, people: '2' }, eva)).toMatchObject({
    kind: 'booked',
  });
  expect(await clinic.call('book-appointment', { ...yoga, people: '2' }, jan)).toMatchObject({
    kind: 'taken',
  });
  expect(await clinic.call('book-appointment', { ...yoga, people: '1' }, jan)).toMatchObject({
    kind: 'booked',
  });
});

test('nobody sees, moves or cancels what is another’s; a reference with a second fact opens it', async () => {
  const reference = await book(eva, '2026-11-25T09:00', { email: 'eva@example.com' });
  const nothing = { kind: 'not-shown' };
  expect(await clinic.call('my-appointments', {}, jan)).toEqual({ kind: 'appointments', appointments: [] });
  expect(await clinic.call('my-appointments', { reference }, jan)).toEqual(nothing);
  expect(await clinic.call('my-appointments', { reference: 'AAAA-2222' }, jan)).toEqual(nothing);
  expect(await clinic.call('cancel-appointment', { reference, proof: 'jan@example.com' }, jan)).toEqual(
    nothing,
  );
  expect(await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T10:00' }, jan)).toEqual(
    nothing,
  );
  const written = reference.toLowerCase().replace('-', ' ');
  const proof = 'Eva@example.com';
  expect(await clinic.call('my-appointments', { reference: written, proof }, jan)).toMatchObject({
    appointments: [{ reference }],
  });
  expect(await clinic.call('cancel-appointment', { reference: written, proof }, jan)).toMatchObject({
    kind: 'cancelled',
  });
});

test('a moved appointment gives its old time back; a move by half its own length is possible', async () => {
  const told = await clinic.call(
    'book-appointment',
    { service: 'root canal', startsAt: '2026-11-25T09:00' },
    eva,
  );
  const { reference } = Booked.parse(told).appointment;
  expect(
    await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T09:30' }, eva),
  ).toMatchObject({
    kind: 'moved',
    appointment: { reference, time: '09:30' },
  });
  expect(
    await clinic.call('book-appointment', { service: 'check-up', startsAt: '2026-11-25T09:00' }, jan),
  ).toMatchObject({ kind: 'booked' });
  expect(
    await clinic.call('move-appointment', { reference, startsAt: '2026-11-25T09:00' }, eva),
  ).toMatchObject({
    kind: 'taken',
  });
});

test('what is too near cannot be moved or cancelled, and a cancelled appointment stays cancelled', async () => {
  const reference = await book(eva, '2026-11-24T11:30');
  expect(await clinic.call('cancel-appointment', { reference }, eva)).toMatchObject({ kind: 'cancelled' });
  expect(await clinic.call('cancel-appointment', { reference }, eva)).toMatchObject({
    kind: 'already-cancelled',
  });
  const near = await book(eva, '2026-11-24T09:00');
  clinic.moveClockTo(Date.parse('2026-11-23T08:00:01Z'));
  expect(await clinic.call('cancel-appointment', { reference: near }, eva)).toMatchObject({
    kind: 'too-late',
  });
  expect(
    await clinic.call('move-appointment', { reference: near, startsAt: '2026-11-25T09:00' }, eva),
  ).toMatchObject({ kind: 'too-late' });
});

test('one person cannot book the whole calendar', async () => {
  for (const day of ['24', '25']) {
    for (const time of ['09:00', '09:30', '10:00', '10:30', '11:00'])
      await book(eva, `2026-11-${day}T${time}`);
  }
  expect(
    await clinic.call('book-appointment', { service: 'check-up', startsAt: '2026-11-24T11:30' }, eva),
  ).toEqual({ kind: 'too-many-bookings', most: 10 });
});

test(
  'bookings and moves that cross each other all end, and nothing is booked twice',
  { timeout: 60_000 },
  async () => {
    const people = Array.from({ length: 6 }, (_, index): Person => ({ contactId: `p${index}` }));
    const times = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
    const references = await Promise.all(
      people.map((person, index) => book(person, `2026-11-25T${times[index] ?? ''}`)),
    );
    await Promise.all(
      references.flatMap((reference, index) =>
        times.map((time) =>
          clinic.call(
            'move-appointment',
            { reference, startsAt: `2026-12-0${1 + (index % 2)}T${time}` },
            people[index] ?? eva,
          ),
        ),
      ),
    );
    const double = await clinic.database.query({
      text: `select count(*) as twice from appointments a join appointments b using (resource_id)
            where a.appointment_id < b.appointment_id and a.status = 'booked' and b.status = 'booked'
              and a.starts_at < b.free_at and b.starts_at < a.free_at`,
    });
    expect(double.rows).toEqual([{ twice: '0' }]);
    const kept = await clinic.database.query({
      text: `select count(*) as kept from appointments where status = 'booked'`,
    });
    expect(kept.rows).toEqual([{ kept: '6' }]);
  },
);

test('should a program forget the lock, the table itself refuses a double booking', async () => {
  await book(eva, '2026-11-24T09:00');
  const copy = clinic.database.query({
    text: `insert into appointments (reference, resource_id, resource_no, service, starts_at, ends_at, free_at, people, whole)
           select 'COPY', resource_id, resource_no, service, starts_at, ends_at, free_at, people, whole from appointments`,
  });
  await expect(copy).rejects.toThrow(/appointments_no_double_booking/);
});
