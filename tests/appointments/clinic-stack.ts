import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { insertAppointment, type StoredAppointment } from '@ambit/server/db/appointments';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

/** The example clinic, which reminds a day ahead, running with the calendars that are given. */
export type ClinicStack = {
  readonly stack: RunningStack;
  /** Somebody new, whom the clinic has just heard from in Spanish. */
  meet(id: string): Promise<Patient>;
  /** Books for somebody, at a time from now by the simulated clock. */
  book(patient: Patient, inHours: number): Promise<StoredAppointment>;
  now(): number;
  passHours(hours: number): void;
  phoneOf(patient: Patient): string;
  stop(): Promise<void>;
};

export type Patient = {
  readonly id: string;
  readonly contactId: string;
  readonly phone: string;
  readonly bsuid: string;
};

const hourMs = 3_600_000;

/** Starts it. `calendars`: YAML of the field in `business.yaml`. */
export async function startClinicStack(
  calendars: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ClinicStack> {
  const folder = await mkdtemp(join(tmpdir(), 'ambit-clinic-'));
  await cp('businesses/clinic', folder, { recursive: true });
  const file = join(folder, 'business.yaml');
  const own = await readFile(file, 'utf8');
  // A field that the clinic has as well takes the place of the clinic's.
  const field = calendars.split(':')[0] ?? '';
  const others = own.replace(new RegExp(`^${field}:.*\\n(?: .*\\n)*`, 'mu'), '');
  await writeFile(file, `${others}\n${calendars}\n`);
  const stack = await startTestStack({
    environment: { AMBIT_BUSINESS: folder, ...environment },
    patience: { calendarsEveryMs: 300 },
  });
  let made = 0;
  const now = (): number => stack.simulator.control.clock().nowMs;
  return {
    stack,
    now,
    async meet(id) {
      made += 1;
      const [phone, bsuid] = [`52155550001${made}0`, `MX.50${made}`];
      stack.simulator.control.addCustomer({ id, name: 'Paula', phone, userId: bsuid });
      await stack.settled(stack.say(id, 'Hola, ¿a qué hora abren mañana?'));
      const found = await stack.made.database.query({
        text: 'select contact_id from conversations where bsuid = $1',
        values: [bsuid],
      });
      return { id, phone, bsuid, contactId: String(found.rows[0]?.['contact_id']) };
    },
    async book({ contactId, phone, bsuid }, inHours) {
      const start = now() + inHours * hourMs;
      made += 1;
      const booked = await stack.made.database.transaction((client) =>
        insertAppointment(client, {
          reference: `TEST-${String(made).padStart(4, '0')}`,
          resourceId: 'dr-salas',
          service: 'Consulta general',
          start,
          end: start + hourMs / 2,
          occupancy: { start, freeAt: start + hourMs / 2, people: 'whole' },
          people: 1,
          owner: { contactId, phone, bsuid },
        }),
      );
      if (booked === undefined) throw new Error('not booked');
      return booked;
    },
    passHours(hours) {
      stack.simulator.control.advanceClock(hours * hourMs);
    },
    phoneOf: ({ id }) => stack.phoneOf(id).join('\n'),
    async stop() {
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
