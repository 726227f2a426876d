import { z } from 'zod';
import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { occupancyOf, type Occupancy } from '@ambit/core/appointment/occupancy';
import type { PlaceWish } from '@ambit/core/appointment/place-together';
import type { Resource } from '@ambit/core/appointment/resource';
import { mergeRow, type Row } from '@ambit/core/business/merge-row';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import { AppointmentRow, appointmentColumns, readTaken, type StoredAppointment } from '../appointments.ts';
import type { Queryable } from '../database.ts';
import { givenFields } from './table-changes.ts';

const Imported = z.looseObject({ key: z.string() });
const fieldOfColumn: Readonly<Record<string, readonly string[]>> = {
  resource: ['resourceId'],
  service: ['service', 'minutes'],
  starts_at: ['startsAt'],
  phone: ['contactPhone'],
};

/** What a line comes to. `next`: the appointment as it will be; `room`: its resource then. */
export type PlannedLine = {
  readonly record: AppointmentRecord;
  readonly there: Stored | undefined;
  readonly file: Row;
  readonly next: AppointmentRecord;
  readonly room: Resource;
  readonly change: 'none' | 'details' | 'moves';
  readonly kept: readonly string[];
};

/** What a line comes to beside what is there of it. */
export function planLine(
  record: AppointmentRecord,
  there: Stored | undefined,
  { columns, resources }: { readonly columns: readonly string[]; readonly resources: readonly Resource[] },
): PlannedLine {
  const file = givenFields(record, columns, (column) => fieldOfColumn[column] ?? [column]);
  if (there === undefined) {
    const room = resourceOf(resources, record.resourceId);
    return { record, there, file, next: record, room, change: 'moves', kept: [] };
  }
  const { row, changed, kept } = mergeRow({
    base: baseOf(there),
    stored: there.row,
    file: withoutReference(file),
  });
  const next = { ...record, ...row };
  const isOver = there.appointment.status === 'cancelled' || changed.length === 0;
  const moves = changed.some((field) => field !== 'name' && field !== 'email');
  return {
    record,
    there,
    file,
    next,
    room: resourceOf(resources, next.resourceId),
    change: isOver ? 'none' : moves ? 'moves' : 'details',
    kept,
  };
}

/** What is to come is not booked with who is retired; what is there already stays, and what is over is only noted. */
export function mayBePlaced(
  { change, next, room, there }: PlannedLine,
  bookable: ReadonlySet<string>,
  now: Instant,
): boolean {
  if (change !== 'moves' || bookable.has(room.resourceId)) return true;
  const { start, resourceId } = there?.appointment ?? {};
  return next.startsAt <= now || (start === next.startsAt && resourceId === room.resourceId);
}

/** The time that a line asks for, and what takes it once all that moves has let go of its own. */
export async function wishOf(
  client: Queryable,
  { next, room, there }: PlannedLine,
  now: Instant,
): Promise<PlaceWish> {
  const service = { name: next.service, minutes: next.minutes };
  const wanted = occupancyOf(room, service, next.startsAt, next.people);
  const range = { start: wanted.start, end: wanted.freeAt };
  const beside = await readTaken(client, room.resourceId, range, now, {});
  const wish = { resourceId: room.resourceId, capacity: room.capacity, wanted, beside };
  if (there === undefined) return wish;
  const { resourceId, start, freeAt, people } = there.appointment;
  const occupancy: Occupancy = { start, freeAt, people: there.whole ? 'whole' : people };
  return { ...wish, held: { resourceId, occupancy } };
}

/** What names a line from one reading to the next: its reference, else when and for whom it is. */
export function appointmentKey({
  reference,
  resourceId,
  startsAt,
  contactPhone,
  name,
}: AppointmentRecord): string {
  return reference === undefined
    ? `${resourceId} ${startsAt} ${contactPhone ?? name ?? ''}`
    : `#${plainReference(reference)}`;
}

function plainReference(reference: string): string {
  return reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
}

/** Throws when there is none of this id: what a file may name is checked when it is read. */
export function resourceOf(resources: readonly Resource[], wanted: string): Resource {
  const found = resources.find(({ resourceId }) => resourceId === wanted);
  if (found === undefined) throw new Error(`There is no resource "${wanted}"`);
  return found;
}

/** What was booked in a chat no file has said anything of: all of it stays. */
function baseOf({ base, row, appointment }: Stored): Row {
  return base ?? (appointment.owner.contactId === undefined ? row : {});
}

/** A reference is a name, and does not change. */
function withoutReference({ reference: _reference, ...said }: Row): Row {
  return said;
}

/** An appointment that a line may be about, as it is there. `base`: what its file said when it was last read. */
export type Stored = {
  readonly appointment: StoredAppointment;
  readonly keys: readonly string[];
  readonly row: Row;
  readonly base: Row | undefined;
  /** Nobody else beside it. */
  readonly whole: boolean;
};

/** Holds what these lines name, and with `brought` all that files brought, against changes until commit. */
export async function lockAppointments(
  client: Queryable,
  rows: readonly AppointmentRecord[],
  brought: boolean,
): Promise<readonly Stored[]> {
  const found = await client.query({
    text: `select ${appointmentColumns}, imported, whole from appointments
            where plain_reference = any ($1) or imported ->> 'key' = any ($2) or ($3 and imported is not null)
            order by appointment_id for update`,
    values: [
      rows.flatMap(({ reference }) => (reference === undefined ? [] : [plainReference(reference)])),
      rows.map(appointmentKey),
      brought,
    ],
  });
  return found.rows.map((each) => {
    const appointment = AppointmentRow.parse(each);
    const base = each['imported'] === null ? undefined : Imported.parse(each['imported']);
    const { resourceId, service, start, end, people, name, owner } = appointment;
    return {
      appointment,
      base,
      whole: each['whole'] === true,
      keys: [`#${plainReference(appointment.reference)}`, ...(base === undefined ? [] : [base.key])],
      row: {
        resourceId,
        service,
        startsAt: start,
        minutes: (end - start) / minuteMs,
        people,
        name,
        contactPhone: owner.phone,
        email: owner.email,
      },
    };
  });
}
