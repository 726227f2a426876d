import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { importBusiness } from '@ambit/server/pipeline/import-business';
import { createAppointmentTools } from '@ambit/server/tools/appointment-tools';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase();
  await importBusiness(made.database, 'businesses/clinic', await readBusinessFolder('businesses/clinic'));
});
afterAll(() => made.drop());

const asked = async (
  name: string,
  input: Readonly<Record<string, string>>,
  phone: string,
): Promise<unknown> => {
  const now = Date.parse('2026-11-23T15:00:00Z');
  const tool = createAppointmentTools(made.database, { now: () => now }).find((each) => each.name === name);
  if (tool === undefined) throw new Error(`there is no tool "${name}"`);
  return tool.call(input, `${name}-key`, AbortSignal.timeout(20_000), { contactId: phone, phone });
};

test('the example clinic shows a patient their appointment and nobody else', async () => {
  expect(await asked('my-appointments', {}, '525555500171')).toMatchObject({
    output: {
      appointments: [{ reference: 'SOLA-24F7', resource: 'Dra. Fuentes', time: '09:00', offset: '-06:00' }],
    },
  });
  expect(await asked('my-appointments', {}, '525555500199')).toMatchObject({ output: { appointments: [] } });
});

test('the example clinic books around what is booked already', async () => {
  const slots = { service: 'limpieza dental', from: '2026-11-24', to: '2026-11-24', most: '3' };
  expect(await asked('free-slots', slots, '525555500199')).toMatchObject({
    output: { kind: 'slots', slots: [{ time: '08:00' }, { time: '10:00' }, { time: '10:30' }] },
  });
  const taken = { service: 'limpieza dental', startsAt: '2026-11-24T09:00' };
  expect(await asked('book-appointment', taken, '525555500199')).toMatchObject({ output: { kind: 'taken' } });
});
