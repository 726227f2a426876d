import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { Resource } from '@ambit/core/appointment/resource';
import { importAppointments } from '@ambit/server/db/import/import-appointments';
import type { ToolOutcome } from '@ambit/server/ports/tools';
import { createAppointmentTools } from '@ambit/server/tools/appointment-tools';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Monday morning in Berlin. */
export const monday = Date.parse('2026-11-23T08:00:00Z');

/** Somebody a tool is called for. */
export type Person = { readonly contactId: string; readonly phone?: string; readonly bsuid?: string };
export const eva: Person = { contactId: 'eva', phone: '491700000001', bsuid: 'DE.1' };
export const jan: Person = { contactId: 'jan', phone: '491700000002', bsuid: 'DE.2' };

/** A doctor, a room for a family, and a course, in Berlin. */
const resources: readonly Resource[] = [
  {
    resourceId: 'dr-berg',
    name: 'Dr. Berg',
    kind: 'staff',
    services: [
      { name: 'Check-up', minutes: 30 },
      { name: 'Root canal', minutes: 90 },
    ],
    bufferMinutes: 0,
    stepMinutes: 30,
    capacity: 1,
  },
  {
    resourceId: 'table-4',
    name: 'Table 4',
    kind: 'table',
    services: [{ name: 'Dinner', minutes: 120 }],
    bufferMinutes: 15,
    capacity: 4,
  },
  {
    resourceId: 'yoga',
    name: 'Yoga',
    kind: 'course',
    services: [{ name: 'Yoga lesson', minutes: 60 }],
    bufferMinutes: 0,
    capacity: 3,
  },
].map((given) =>
  Resource.parse({
    ...given,
    noticeMinutes: 60,
    horizonDays: 365,
    changeNoticeMinutes: 24 * 60,
    hours: {
      timeZone: 'Europe/Berlin',
      week: {
        tuesday: [{ from: '09:00', to: '12:00' }],
        wednesday: [{ from: '09:00', to: '12:00' }],
        sunday: [{ from: '01:00', to: '04:00' }],
      },
    },
  }),
);

/** A database with these resources, and how to call its tools. */
export type Clinic = TestDatabase & {
  call(tool: string, input: Readonly<Record<string, string>>, person: Person, key?: string): Promise<unknown>;
  moveClockTo(at: number): void;
};

/** Opens a clinic with the resources above and what is booked already. */
export async function openClinic(appointments: readonly AppointmentRecord[] = []): Promise<Clinic> {
  const made = await createTestDatabase();
  await made.database.transaction((client) => importAppointments(client, { resources, appointments }));
  let now = monday;
  let calls = 0;
  const tools = createAppointmentTools(made.database, { now: () => now });
  return {
    ...made,
    async call(name, input, person, key) {
      const tool = tools.find((each) => each.name === name);
      if (tool === undefined) throw new Error(`there is no tool "${name}"`);
      calls += 1;
      const signal = AbortSignal.timeout(20_000);
      const outcome: ToolOutcome = await tool.call(input, key ?? `call-${calls}`, signal, person);
      return outcome.kind === 'answered' ? outcome.output : outcome;
    },
    moveClockTo(at) {
      now = at;
    },
  };
}
