import { z } from 'zod';
import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { fitsBeside, occupancyOf } from '@ambit/core/appointment/occupancy';
import type { Resource } from '@ambit/core/appointment/resource';
import { mergeRow, type Row } from '@ambit/core/business/merge-row';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import { offerFreedTime } from './appointments-offer.ts';
import { newReference } from './appointments-reference.ts';
import {
  AppointmentRow,
  appointmentColumns,
  cancelStoredAppointment,
  insertAppointment,
  lockResource,
  readTaken,
  rescheduleAppointment,
  type StoredAppointment,
} from './appointments.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';
import { importResources } from './resources-import.ts';
import { givenFields, type ImportOptions, type KeptRow, type TableChanges } from './table-changes.ts';

const Imported = z.looseObject({ key: z.string() });
const fieldOfColumn: Readonly<Record<string, readonly string[]>> = {
  resource: ['resourceId'],
  service: ['service', 'minutes'],
  starts_at: ['startsAt'],
  phone: ['contactPhone'],
};

/** Fills the tables of appointments from a business's files. Throws when two take the same time. */
export async function importAppointments(
  client: Queryable,
  tables: { readonly resources: readonly Resource[]; readonly appointments: readonly AppointmentRecord[] },
): Promise<void> {
  await importResources(client, tables.resources);
  for (const record of tables.appointments) {
    if (!(await addAppointment(client, record, resourceOf(tables.resources, record.resourceId), record)))
      throw new Error(`Two appointments have the reference "${record.reference ?? ''}"`);
  }
}

/** An appointment that a file moved or cancelled, for its customer to be told. */
export type AppointmentChange = {
  readonly about: 'moved' | 'cancelled';
  readonly appointment: StoredAppointment;
  readonly resource: Resource;
};

/** A line whose time is somebody's: a booking that the file does not know of, or cannot have seen. */
export type TakenLine = { readonly line: number; readonly resource: string };

/**
 * Reads appointments into a table that is in use. What was booked, moved or cancelled in a chat stays. A line that
 * the file no longer has is cancelled, unless it is over. Nothing may be kept when a line's time is `taken`.
 */
export async function mergeAppointments(
  client: Queryable,
  given: {
    readonly rows: readonly AppointmentRecord[];
    readonly columns: readonly string[];
    readonly resources: readonly Resource[];
    readonly now: Instant;
  },
  { replace, formerly, onRows }: ImportOptions,
): Promise<
  TableChanges & { readonly told: readonly AppointmentChange[]; readonly taken: readonly TakenLine[] }
> {
  const { rows, columns, resources, now } = given;
  for (const { resourceId } of resources.toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1)))
    await lockResource(client, resourceId);
  const stored = await lockAppointments(client, rows, replace);
  const byKey = new Map(stored.flatMap((each) => each.keys.map((key) => [key, each] as const)));
  const named = new Set(rows.map(appointmentKey));
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const kept: KeptRow[] = [];
  const told: AppointmentChange[] = [];
  const taken: TakenLine[] = [];
  // What ends comes first: others may take its time.
  for (const { appointment, base, keys } of stored) {
    if (keys.some((key) => named.has(key)) || base === undefined) continue;
    if (formerly !== undefined && !keys.some((key) => formerly.has(key))) continue;
    if (appointment.status === 'cancelled' || appointment.end <= now) continue;
    if (appointment.start !== base['startsAt'] || appointment.resourceId !== base['resourceId']) {
      kept.push({ row: appointment.reference, fields: [] });
      continue;
    }
    const resource = resourceOf(resources, appointment.resourceId);
    const cancelled = await cancelStoredAppointment(client, appointment.appointmentId);
    await offerFreedTime(client, resource, appointment, now);
    told.push({ about: 'cancelled', appointment: cancelled, resource });
    counts.removed += 1;
  }
  for (const record of rows) {
    const resource = resourceOf(resources, record.resourceId);
    const file = givenFields(record, columns, (column) => fieldOfColumn[column] ?? [column]);
    const there = byKey.get(appointmentKey(record));
    if (there === undefined) {
      if (!(await fits(client, resource, record, now, undefined)))
        taken.push({ line: record.line ?? 1, resource: resource.name });
      else if (await addAppointment(client, record, resource, file)) counts.added += 1;
      continue;
    }
    const merged = mergeRow({ base: baseOf(there), stored: there.row, file: withoutReference(file) });
    if (merged.kept.length > 0) kept.push({ row: there.appointment.reference, fields: merged.kept });
    const next = { ...record, ...merged.row };
    if (there.appointment.status === 'cancelled' || merged.changed.length === 0) counts.unchanged += 1;
    else {
      const room = resourceOf(resources, next.resourceId);
      const moves = merged.changed.some((field) => field !== 'name' && field !== 'email');
      if (moves && !(await fits(client, room, next, now, there.appointment.appointmentId))) {
        taken.push({ line: record.line ?? 1, resource: room.name });
        continue;
      }
      const changed = await changeAppointment(client, there.appointment, next, room, moves);
      counts.changed += 1;
      if (changed.start !== there.appointment.start || changed.resourceId !== there.appointment.resourceId) {
        const before = resourceOf(resources, there.appointment.resourceId);
        await offerFreedTime(client, before, there.appointment, now);
        told.push({ about: 'moved', appointment: changed, resource: room });
      }
    }
    await noteImported(client, there.appointment.appointmentId, {
      ...there.base,
      ...file,
      key: appointmentKey(record),
    });
  }
  await onRows(rows.length);
  return { ...counts, kept, told, taken };
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

function resourceOf(resources: readonly Resource[], wanted: string): Resource {
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

type Stored = {
  readonly appointment: StoredAppointment;
  readonly keys: readonly string[];
  readonly row: Row;
  readonly base: Row | undefined;
};

async function lockAppointments(
  client: Queryable,
  rows: readonly AppointmentRecord[],
  brought: boolean,
): Promise<readonly Stored[]> {
  const found = await client.query({
    text: `select ${appointmentColumns}, imported from appointments
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

async function fits(
  client: Queryable,
  resource: Resource,
  record: AppointmentRecord,
  now: Instant,
  but: string | undefined,
): Promise<boolean> {
  const service = { name: record.service, minutes: record.minutes };
  const occupancy = occupancyOf(resource, service, record.startsAt, record.people);
  const range = { start: occupancy.start, end: occupancy.freeAt };
  const others = await readTaken(
    client,
    resource.resourceId,
    range,
    now,
    but === undefined ? {} : { appointmentId: but },
  );
  return fitsBeside(occupancy, others, resource.capacity);
}

/** False when the reference is another's. */
async function addAppointment(
  client: Queryable,
  record: AppointmentRecord,
  resource: Resource,
  file: Row,
): Promise<boolean> {
  const { service, startsAt, minutes, people, name, contactPhone: phone, email } = record;
  const made = await insertAppointment(client, {
    reference: record.reference ?? newReference(),
    resourceId: resource.resourceId,
    service,
    start: startsAt,
    end: startsAt + minutes * minuteMs,
    occupancy: occupancyOf(resource, { name: service, minutes }, startsAt, people),
    people,
    name,
    owner: { phone, email },
  });
  if (made === undefined) return false;
  await noteImported(client, made.appointmentId, { ...file, key: appointmentKey(record) });
  return true;
}

async function changeAppointment(
  client: Queryable,
  before: StoredAppointment,
  next: AppointmentRecord,
  resource: Resource,
  moves: boolean,
): Promise<StoredAppointment> {
  const { service, startsAt: start, minutes, people } = next;
  await client.query({
    text: `update appointments set people = $2, name = $3, contact_phone = $4, email = $5 where appointment_id = $1`,
    values: [before.appointmentId, people, next.name ?? null, next.contactPhone ?? null, next.email ?? null],
  });
  if (!moves) return before;
  return rescheduleAppointment(client, before.appointmentId, {
    resourceId: resource.resourceId,
    service,
    start,
    end: start + minutes * minuteMs,
    occupancy: occupancyOf(resource, { name: service, minutes }, start, people),
  });
}

async function noteImported(client: Queryable, appointmentId: string, imported: Row): Promise<void> {
  const { line: _line, ...said } = imported;
  await client.query({
    name: 'note-imported-appointment',
    text: 'update appointments set imported = $2 where appointment_id = $1',
    values: [appointmentId, jsonText(said)],
  });
}
