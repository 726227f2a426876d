import { z } from 'zod';
import {
  BookInput,
  type BookOutput,
  CancelInput,
  type CancelOutput,
  FreeSlotsInput,
  JoinWaitingListInput,
  MoveInput,
  type MoveOutput,
  MyAppointmentsInput,
} from '@ambit/core/appointment/appointment-tools';
import type { CalendarEntry } from '@ambit/core/appointment/calendar-entry';
import { AppointmentRequestInput, FindTimesInput } from '@ambit/core/appointment/booking-talk';
import type { Asker } from '@ambit/core/tool/asker';
import { agreesToNotices } from '../db/appointment-news.ts';
import { readToolEffect, saveToolEffect } from '../db/orders.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tool, ToolOutcome } from '../ports/tools.ts';
import { bookAppointment } from './appointment-tools-book.ts';
import { cancelAppointment, moveAppointment } from './appointment-tools-change.ts';
import { findTimes } from './appointment-tools-find.ts';
import { findFreeSlots, showAppointments } from './appointment-tools-look.ts';
import { readRequest } from './appointment-tools-request.ts';
import { joinWaitingList } from './appointment-tools-wait.ts';

const ToolOutput = z.json();

/**
 * The appointment tools over the built-in tables. A slot is judged again under its resource's lock, so
 * that nobody books what another has just taken. Appointments are shown to their own contact, or to
 * somebody who knows the reference and the booking's e-mail or phone. `country`: of the business, for how
 * dates are written there. `entryOf`: how a customer gets an appointment, named by its reference, for their calendar.
 */
export function createAppointmentTools(
  database: Database,
  clock: Clock,
  country: () => Promise<string> = () => Promise.resolve(''),
  entryOf: (reference: string) => Promise<CalendarEntry | undefined> = () => Promise.resolve(undefined),
): readonly Tool[] {
  type Work = (client: Queryable, input: unknown, asker: Asker) => Promise<unknown>;
  const looking = (name: string, work: Work): Tool => ({
    name,
    effects: 'none',
    call: (input, _key, _signal, asker) => answering(() => work(database, input, asker)),
  });
  const changing = (name: string, work: Work): Tool => ({
    name,
    // The key is stored with what was done under it, so the same call twice does it once.
    effects: 'repeatable',
    call: (input, key, _signal, asker) =>
      answering(() =>
        database.transaction(async (client) => {
          const before = await readToolEffect(client, key);
          if (before !== undefined) return before;
          const output = await work(client, input, asker);
          await saveToolEffect(client, key, name, output);
          return output;
        }),
      ),
  });
  const withEntry = async (output: BookOutput | MoveOutput | CancelOutput): Promise<unknown> =>
    output.kind === 'booked' || output.kind === 'moved' || output.kind === 'cancelled'
      ? {
          ...output,
          appointment: { ...output.appointment, ...(await entryOf(output.appointment.reference)) },
        }
      : output;
  return [
    looking('free-slots', (client, input) => findFreeSlots(client, FreeSlotsInput.parse(input), clock.now())),
    looking('appointment-request', async (client, input, asker) =>
      readRequest(client, AppointmentRequestInput.parse(input), asker, clock.now(), await country()),
    ),
    looking('find-times', async (client, input, asker) =>
      findTimes(client, FindTimesInput.parse(input), asker, clock.now(), await country()),
    ),
    looking('my-appointments', (client, input, asker) =>
      showAppointments(client, MyAppointmentsInput.parse(input), asker, clock.now()),
    ),
    changing('book-appointment', async (client, input, asker) => {
      const output = await bookAppointment(client, BookInput.parse(input), asker, clock.now());
      const agrees = output.kind === 'booked' && (await agreesToNotices(client, asker.contactId));
      return withEntry(agrees ? { ...output, agrees } : output);
    }),
    changing('move-appointment', async (client, input, asker) =>
      withEntry(await moveAppointment(client, MoveInput.parse(input), asker, clock.now())),
    ),
    changing('cancel-appointment', async (client, input, asker) =>
      withEntry(await cancelAppointment(client, CancelInput.parse(input), asker, clock.now())),
    ),
    changing('join-waiting-list', (client, input, asker) =>
      joinWaitingList(client, JoinWaitingListInput.parse(input), asker, clock.now()),
    ),
  ];
}

async function answering(work: () => Promise<unknown>): Promise<ToolOutcome> {
  try {
    const output: unknown = await work();
    return { kind: 'answered', output: ToolOutput.parse(output) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
