import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { occupancyOf } from '@ambit/core/appointment/occupancy';
import { unmetWishes, type PlaceWish } from '@ambit/core/appointment/place-together';
import type { Resource } from '@ambit/core/appointment/resource';
import type { Row } from '@ambit/core/business/merge-row';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import {
  appointmentKey,
  lockAppointments,
  mayBePlaced,
  planLine,
  resourceOf,
  wishOf,
  type PlannedLine,
} from './appointments-import-plan.ts';
import { offerFreedTime } from './appointments-offer.ts';
import { newReference } from './appointments-reference.ts';
import {
  AppointmentRow,
  appointmentColumns,
  cancelStoredAppointment,
  holdResources,
  insertAppointment,
  lockResource,
  readAllResources,
  readResources,
  rescheduleAppointment,
  type StoredAppointment,
} from './appointments.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';
import { importResources } from './resources-import.ts';
import type { ImportOptions, KeptRow, TableChanges } from './table-changes.ts';

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

/**
 * A line that cannot be. `taken`: its time is somebody's, a booking that the file does not know of, or cannot have seen.
 * `retired`: its resource is not booked any more.
 */
export type UnfitLine = {
  readonly kind: 'taken' | 'retired';
  readonly line: number;
  readonly resource: string;
};

/**
 * Reads appointments into a table that is in use. What was booked, moved or cancelled in a chat stays. A line that
 * the file no longer has is cancelled, unless it is over. All lines are taken together, so that two may exchange their
 * times. Lines that are `unfit` change nothing.
 */
export async function mergeAppointments(
  client: Queryable,
  given: {
    readonly rows: readonly AppointmentRecord[];
    readonly columns: readonly string[];
    readonly now: Instant;
  },
  { replace, formerly, onRows }: ImportOptions,
): Promise<
  TableChanges & { readonly told: readonly AppointmentChange[]; readonly unfit: readonly UnfitLine[] }
> {
  const { rows, columns, now } = given;
  await holdResources(client);
  const resources = await readAllResources(client);
  const bookable = new Set((await readResources(client)).map(({ resourceId }) => resourceId));
  for (const { resourceId } of resources.toSorted((a, b) => (a.resourceId < b.resourceId ? -1 : 1)))
    await lockResource(client, resourceId);
  const stored = await lockAppointments(client, rows, replace);
  const byKey = new Map(stored.flatMap((each) => each.keys.map((key) => [key, each] as const)));
  const named = new Set(rows.map(appointmentKey));
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const kept: KeptRow[] = [];
  const told: AppointmentChange[] = [];
  const freed: StoredAppointment[] = [];
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
    freed.push(appointment);
    told.push({ about: 'cancelled', appointment: cancelled, resource });
    counts.removed += 1;
  }
  const planned = rows.map((record) =>
    planLine(record, byKey.get(appointmentKey(record)), { columns, resources }),
  );
  const retired = planned.filter((plan) => !mayBePlaced(plan, bookable, now));
  const moving = planned.filter((plan) => plan.change === 'moves' && !retired.includes(plan));
  await setStatus(client, 'cancelled', moving);
  const wishes: PlaceWish[] = [];
  for (const plan of moving) wishes.push(await wishOf(client, plan, now));
  const unmet = unmetWishes(wishes);
  const taken = moving.filter((_, index) => unmet.has(index));
  // Those who stay are back before anybody is given a time.
  await setStatus(client, 'booked', taken);
  const unfit = [
    ...retired.map((plan) => unfitLine('retired', plan)),
    ...taken.map((plan) => unfitLine('taken', plan)),
  ];
  const refused = new Set([...retired, ...taken]);
  for (const plan of planned) {
    const { record, there, next, room, file } = plan;
    if (there !== undefined && plan.kept.length > 0)
      kept.push({ row: there.appointment.reference, fields: plan.kept });
    if (refused.has(plan)) continue;
    if (there === undefined) {
      if (await addAppointment(client, record, room, file)) counts.added += 1;
      continue;
    }
    if (plan.change === 'none') counts.unchanged += 1;
    else {
      const changed = await changeAppointment(client, there.appointment, next, room, plan.change === 'moves');
      counts.changed += 1;
      const { start, end, resourceId } = there.appointment;
      if (changed.start !== start || changed.resourceId !== resourceId) {
        freed.push(there.appointment);
        if (changed.end > now || end > now)
          told.push({ about: 'moved', appointment: changed, resource: room });
      }
    }
    await noteImported(client, there.appointment.appointmentId, {
      ...there.base,
      ...file,
      key: appointmentKey(record),
    });
  }
  // Nobody is offered what a later line takes.
  for (const each of freed) await offerFreedTime(client, resourceOf(resources, each.resourceId), each, now);
  await onRows(rows.length);
  return { ...counts, kept, told, unfit };
}

function unfitLine(kind: UnfitLine['kind'], { record, room }: PlannedLine): UnfitLine {
  return { kind, line: record.line ?? 1, resource: room.name };
}

/** While appointments exchange their times, none of them holds one. */
async function setStatus(
  client: Queryable,
  status: StoredAppointment['status'],
  plans: readonly PlannedLine[],
): Promise<void> {
  const appointmentIds = plans.flatMap(({ there }) => there?.appointment.appointmentId ?? []);
  if (appointmentIds.length === 0) return;
  await client.query({
    text: 'update appointments set status = $2 where appointment_id = any ($1)',
    values: [appointmentIds, status],
  });
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
  if (moves)
    await rescheduleAppointment(client, before.appointmentId, {
      resourceId: resource.resourceId,
      service,
      start,
      end: start + minutes * minuteMs,
      occupancy: occupancyOf(resource, { name: service, minutes }, start, people),
    });
  const written = await client.query({
    text: `update appointments
              set people = $2, name = $3, contact_phone = $4, email = $5, status = 'booked'
            where appointment_id = $1 returning ${appointmentColumns}`,
    values: [before.appointmentId, people, next.name ?? null, next.contactPhone ?? null, next.email ?? null],
  });
  return AppointmentRow.parse(written.rows[0]);
}

async function noteImported(client: Queryable, appointmentId: string, imported: Row): Promise<void> {
  const { line: _line, ...said } = imported;
  await client.query({
    name: 'note-imported-appointment',
    text: 'update appointments set imported = $2 where appointment_id = $1',
    values: [appointmentId, jsonText(said)],
  });
}
