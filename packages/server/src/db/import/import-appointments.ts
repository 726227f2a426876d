import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { inLockOrder } from '@ambit/core/appointment/choose-resources';
import { occupancyOf } from '@ambit/core/appointment/occupancy';
import { unmetWishes, type PlaceWish } from '@ambit/core/appointment/place-together';
import type { Resource } from '@ambit/core/appointment/resource';
import { saysTheSame, type Row } from '@ambit/core/business/merge-row';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import {
  appointmentKey,
  lockAppointments,
  mayBePlaced,
  planLine,
  resourceOf,
  wishOf,
  type PlannedLine,
  type Stored,
} from './plan-appointments.ts';
import { offerFreedTime } from '../appointments-offer.ts';
import { newReference } from '../appointments-reference.ts';
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
} from '../appointments.ts';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
import { importResources } from './import-resources.ts';
import type { ImportOptions, KeptRow, TableChanges } from './table-changes.ts';

/** Fills the tables of appointments from a business's files. Throws when two take the same time. */
export async function importAppointments(
  client: Queryable,
  tables: { readonly resources: readonly Resource[]; readonly appointments: readonly AppointmentRecord[] },
): Promise<void> {
  await importResources(client, tables.resources);
  for (const record of tables.appointments) {
    const room = resourceOf(tables.resources, record.resourceId);
    if (!(await addAppointment(client, { record, room, file: record })))
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
  for (const { resourceId } of resources.toSorted(inLockOrder)) await lockResource(client, resourceId);
  const stored = await lockAppointments(client, rows, replace);
  const byKey = new Map(stored.flatMap((each) => each.keys.map((key) => [key, each] as const)));
  const named = new Set(rows.map(appointmentKey));
  // What ends comes first: others may take its time.
  const missing = stored.filter(({ keys }) => !keys.some((key) => named.has(key)));
  const ended = await cancelMissing(client, missing, resources, { formerly, now });
  const planned = rows.map((record) =>
    planLine(record, byKey.get(appointmentKey(record)), { columns, resources }),
  );
  const unfit = await freeTimes(client, planned, bookable, now);
  const counts = { added: 0, changed: 0, unchanged: 0, removed: ended.told.length };
  const kept = [...ended.kept];
  const told = [...ended.told];
  const freed = [...ended.freed];
  for (const plan of planned) {
    const { there } = plan;
    if (there !== undefined && plan.kept.length > 0)
      kept.push({ row: there.appointment.reference, fields: plan.kept });
    if (unfit.has(plan)) continue;
    if (there === undefined) {
      if (await addAppointment(client, plan)) counts.added += 1;
      continue;
    }
    const moved = await takeLine(client, plan, there);
    if (plan.change === 'none') counts.unchanged += 1;
    else counts.changed += 1;
    if (moved === undefined) continue;
    freed.push(there.appointment);
    if (moved.end > now || there.appointment.end > now)
      told.push({ about: 'moved', appointment: moved, resource: plan.room });
  }
  // Nobody is offered what a later line takes.
  for (const each of freed) await offerFreedTime(client, resourceOf(resources, each.resourceId), each, now);
  await onRows(rows.length);
  return { ...counts, kept, told, unfit: [...unfit].map(unfitLine) };
}

/** Cancels what the file no longer has and is to come; what was moved in a chat since is kept. */
async function cancelMissing(
  client: Queryable,
  missing: readonly Stored[],
  resources: readonly Resource[],
  { formerly, now }: { readonly formerly: ImportOptions['formerly']; readonly now: Instant },
): Promise<{
  readonly kept: readonly KeptRow[];
  readonly told: readonly AppointmentChange[];
  readonly freed: readonly StoredAppointment[];
}> {
  const kept: KeptRow[] = [];
  const told: AppointmentChange[] = [];
  const freed: StoredAppointment[] = [];
  for (const { appointment, base, keys } of missing) {
    if (base === undefined || (formerly !== undefined && !keys.some((key) => formerly.has(key)))) continue;
    if (appointment.status === 'cancelled' || appointment.end <= now) continue;
    if (appointment.start !== base['startsAt'] || appointment.resourceId !== base['resourceId']) {
      kept.push({ row: appointment.reference, fields: [] });
      continue;
    }
    const resource = resourceOf(resources, appointment.resourceId);
    const cancelled = await cancelStoredAppointment(client, appointment.appointmentId);
    freed.push(appointment);
    told.push({ about: 'cancelled', appointment: cancelled, resource });
  }
  return { kept, told, freed };
}

/** Has all that moves let go of its time. Returns the lines that cannot be, which have theirs as before. */
async function freeTimes(
  client: Queryable,
  planned: readonly PlannedLine[],
  bookable: ReadonlySet<string>,
  now: Instant,
): Promise<ReadonlyMap<PlannedLine, UnfitLine['kind']>> {
  const retired = new Set(planned.filter((plan) => !mayBePlaced(plan, bookable, now)));
  const moving = planned.filter((plan) => plan.change === 'moves' && !retired.has(plan));
  await setStatus(client, 'cancelled', moving);
  const wishes: PlaceWish[] = [];
  for (const plan of moving) wishes.push(await wishOf(client, plan, now));
  const unmet = unmetWishes(wishes);
  const taken = moving.filter((_, index) => unmet.has(index));
  // Those who stay are back before anybody is given a time.
  await setStatus(client, 'booked', taken);
  return new Map([
    ...[...retired].map((plan) => [plan, 'retired'] as const),
    ...taken.map((plan) => [plan, 'taken'] as const),
  ]);
}

function unfitLine([{ record, room }, kind]: readonly [PlannedLine, UnfitLine['kind']]): UnfitLine {
  return { kind, line: record.line ?? 1, resource: room.name };
}

/** Writes what a line changes of an appointment. Returns it when it has another time or resource now. */
async function takeLine(
  client: Queryable,
  { record, file, next, room, change }: PlannedLine,
  { appointment: before, base }: Stored,
): Promise<StoredAppointment | undefined> {
  const changed =
    change === 'none' ? before : await changeAppointment(client, before, next, room, change === 'moves');
  const imported = { ...base, ...withoutLine(file), key: appointmentKey(record) };
  if (!saysTheSame(imported, base)) await noteImported(client, before.appointmentId, imported);
  return changed.start === before.start && changed.resourceId === before.resourceId ? undefined : changed;
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
  { record, room, file }: Pick<PlannedLine, 'record' | 'room' | 'file'>,
): Promise<boolean> {
  const { service, startsAt, minutes, people, name, contactPhone: phone, email } = record;
  const made = await insertAppointment(client, {
    reference: record.reference ?? newReference(),
    resourceId: room.resourceId,
    service,
    start: startsAt,
    end: startsAt + minutes * minuteMs,
    occupancy: occupancyOf(room, { name: service, minutes }, startsAt, people),
    people,
    name,
    owner: { phone, email },
  });
  if (made === undefined) return false;
  await noteImported(client, made.appointmentId, { ...withoutLine(file), key: appointmentKey(record) });
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

/** Where a line stands is nothing that it says. */
function withoutLine({ line: _line, ...said }: Row): Row {
  return said;
}

async function noteImported(client: Queryable, appointmentId: string, imported: Row): Promise<void> {
  await client.query({
    name: 'note-imported-appointment',
    text: 'update appointments set imported = $2 where appointment_id = $1',
    values: [appointmentId, jsonText(imported)],
  });
}
