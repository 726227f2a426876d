import { z } from 'zod';
import type { AppointmentOwner } from '@ambit/core/appointment/may-see';
import type { Occupancy } from '@ambit/core/appointment/occupancy';
import { Resource } from '@ambit/core/appointment/resource';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import { instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

/** A row of the table of appointments. */
export const AppointmentRow = z
  .object({
    appointment_id: z.string(),
    reference: z.string(),
    resource_id: z.string(),
    service: z.string(),
    status: z.enum(['booked', 'cancelled']),
    starts_at: instantColumn,
    ends_at: instantColumn,
    free_at: instantColumn,
    people: z.number(),
    name: optionalColumn(z.string()),
    contact_id: optionalColumn(z.string()),
    contact_phone: optionalColumn(z.string()),
    contact_bsuid: optionalColumn(z.string()),
    email: optionalColumn(z.string()),
    sequence: z.number(),
    changed_at: instantColumn,
  })
  .transform((row) => ({
    appointmentId: row.appointment_id,
    reference: row.reference,
    resourceId: row.resource_id,
    service: row.service,
    status: row.status,
    start: row.starts_at,
    end: row.ends_at,
    freeAt: row.free_at,
    people: row.people,
    name: row.name,
    sequence: row.sequence,
    changedAt: row.changed_at,
    owner: {
      contactId: row.contact_id,
      phone: row.contact_phone,
      bsuid: row.contact_bsuid,
      email: row.email,
    },
  }));

/** An appointment as the table holds it, with whose it is. */
export type StoredAppointment = z.output<typeof AppointmentRow>;

/** What `AppointmentRow` reads. */
export const appointmentColumns = `appointment_id, reference, resource_id, service, status, starts_at, ends_at, free_at, people, name,
                 contact_id, contact_phone, contact_bsuid, email, sequence, changed_at`;

/** Everything that can be booked; what was retired cannot. */
export async function readResources(client: Queryable): Promise<readonly Resource[]> {
  const found = await client.query({
    name: 'read-resources',
    text: 'select record from resources where retired_at is null order by resource_no',
  });
  return found.rows.map((row) => Resource.parse(row['record']));
}

/**
 * Keeps files from changing or retiring any resource until commit. Whoever gives somebody a time calls this before
 * resources are read, so that nobody is booked with who has just been dropped.
 */
export async function holdResources(client: Queryable): Promise<void> {
  await client.query({ name: 'hold-resources', text: 'lock table resources in row share mode' });
}

/** Keeps everybody from booking until commit, who then find what the files say. */
export async function stopBooking(client: Queryable): Promise<void> {
  await client.query({ text: 'lock table resources in exclusive mode' });
}

/** What can be booked and what was retired: old appointments are of these. */
export async function readAllResources(client: Queryable): Promise<readonly Resource[]> {
  const found = await client.query({
    name: 'read-all-resources',
    text: 'select record from resources order by resource_no',
  });
  return found.rows.map((row) => Resource.parse(row['record']));
}

/** Holds a resource against every other booking until commit. Several are locked in the order of `inLockOrder`. */
export async function lockResource(client: Queryable, resourceId: string): Promise<void> {
  await client.query({
    name: 'lock-resource',
    text: 'select resource_no from resources where resource_id = $1 for no key update',
    values: [resourceId],
  });
}

const OccupancyRow = z
  .object({ start: instantColumn, free_at: instantColumn, people: optionalColumn(z.number()) })
  .transform((row): Occupancy => ({ start: row.start, freeAt: row.free_at, people: row.people ?? 'whole' }));

/**
 * What takes a resource at some time in the range: appointments, others' events in its calendar, and
 * what somebody on the waiting list has been told is kept for them.
 * `but`: an appointment that is to be moved, and the contact who asks, whose own offer does not count.
 */
export async function readTaken(
  client: Queryable,
  resourceId: string,
  range: { readonly start: Instant; readonly end: Instant },
  now: Instant,
  but: { readonly appointmentId?: string; readonly contactId?: string },
): Promise<readonly Occupancy[]> {
  const found = await client.query({
    name: 'read-taken',
    text: `select starts_at as start, free_at, case when whole then null else people end as people
             from appointments
            where resource_id = $1 and status = 'booked' and free_at > $2 and starts_at < $3
              and appointment_id is distinct from $4::uuid
           union all
           select starts_at, ends_at, null from busy_times
            where resource_id = $1 and ends_at > $2 and starts_at < $3
           union all
           select offered_start, offered_free_at, case when offered_whole then null else people end
             from waiting_list
            where status = 'offered' and offered_resource_id = $1 and offer_ends_at > $5
              and offered_free_at > $2 and offered_start < $3 and contact_id is distinct from $6`,
    values: [
      resourceId,
      timestamp(range.start),
      timestamp(range.end),
      but.appointmentId ?? null,
      timestamp(now),
      but.contactId ?? null,
    ],
  });
  return found.rows.map((row) => OccupancyRow.parse(row));
}

/** What a new appointment is made of. */
export type NewAppointment = {
  readonly reference: string;
  readonly resourceId: string;
  readonly service: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly occupancy: Occupancy;
  readonly people: number;
  readonly name?: string | undefined;
  readonly owner: AppointmentOwner;
};

/** Writes an appointment. Undefined when the reference is somebody's already. */
export async function insertAppointment(
  client: Queryable,
  made: NewAppointment,
): Promise<StoredAppointment | undefined> {
  const written = await client.query({
    name: 'insert-appointment',
    text: `insert into appointments (reference, resource_id, resource_no, service, starts_at, ends_at, free_at, people,
                                     whole, name, contact_id, contact_phone, contact_bsuid, email)
           select $1, resource_id, resource_no, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
             from resources where resource_id = $2
           on conflict (plain_reference) do nothing
           returning ${appointmentColumns}`,
    values: [
      made.reference,
      made.resourceId,
      made.service,
      timestamp(made.start),
      timestamp(made.end),
      timestamp(made.occupancy.freeAt),
      made.people,
      made.occupancy.people === 'whole',
      made.name ?? null,
      made.owner.contactId ?? null,
      made.owner.phone ?? null,
      made.owner.bsuid ?? null,
      made.owner.email ?? null,
    ],
  });
  const [row] = written.rows;
  return row === undefined ? undefined : AppointmentRow.parse(row);
}

/** Gives an appointment another time, and another resource and number of people if there is one. */
export async function rescheduleAppointment(
  client: Queryable,
  appointmentId: string,
  to: Pick<NewAppointment, 'resourceId' | 'service' | 'start' | 'end' | 'occupancy'> & {
    readonly people?: number;
  },
): Promise<StoredAppointment> {
  const written = await client.query({
    text: `update appointments a
              set resource_id = r.resource_id, resource_no = r.resource_no, service = $3, starts_at = $4, ends_at = $5,
                  free_at = $6, whole = $7, people = coalesce($8, a.people), sequence = sequence + 1, changed_at = now()
             from resources r where a.appointment_id = $1 and r.resource_id = $2
           returning ${appointmentColumns.replaceAll('resource_id', 'a.resource_id')}`,
    values: [
      appointmentId,
      to.resourceId,
      to.service,
      timestamp(to.start),
      timestamp(to.end),
      timestamp(to.occupancy.freeAt),
      to.occupancy.people === 'whole',
      to.people ?? null,
    ],
  });
  return AppointmentRow.parse(written.rows[0]);
}

/** Cancels an appointment; its time is free from then on. */
export async function cancelStoredAppointment(
  client: Queryable,
  appointmentId: string,
): Promise<StoredAppointment> {
  const written = await client.query({
    text: `update appointments set status = 'cancelled', sequence = sequence + 1, changed_at = now()
            where appointment_id = $1 returning ${appointmentColumns}`,
    values: [appointmentId],
  });
  return AppointmentRow.parse(written.rows[0]);
}

/** The appointment with this reference, however it is written. `lock` holds it against a change until commit. */
export async function findAppointment(
  client: Queryable,
  reference: string,
  lock: boolean,
): Promise<StoredAppointment | undefined> {
  const plain = reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();
  const found = await client.query({
    name: lock ? 'find-appointment-to-change' : 'find-appointment',
    text: `select ${appointmentColumns} from appointments where plain_reference = $1 ${lock ? 'for update' : ''}`,
    values: [plain],
  });
  const [row] = found.rows;
  return row === undefined ? undefined : AppointmentRow.parse(row);
}

/** An appointment by its id, held against a change until commit. */
export async function lockAppointmentById(
  client: Queryable,
  appointmentId: string,
): Promise<StoredAppointment | undefined> {
  const found = await client.query({
    text: `select ${appointmentColumns} from appointments where appointment_id = $1 for update`,
    values: [appointmentId],
  });
  const [row] = found.rows;
  return row === undefined ? undefined : AppointmentRow.parse(row);
}

/** Appointments that are not over and may be a person's, in order; which are is for `isOwn` to say. */
export async function appointmentsOf(
  client: Queryable,
  asker: Asker,
  now: Instant,
): Promise<readonly StoredAppointment[]> {
  const found = await client.query({
    name: 'appointments-of',
    text: `select ${appointmentColumns} from appointments
            where status = 'booked' and ends_at > $4
              and (contact_id = $1 or contact_phone = $2 or contact_bsuid = $3)
            order by starts_at limit 100`,
    values: [
      asker.contactId,
      asker.phone?.replaceAll(/\D/g, '') ?? null,
      asker.bsuid ?? null,
      timestamp(now),
    ],
  });
  return found.rows.map((row) => AppointmentRow.parse(row));
}

/** Which of some appointments was booked or changed last, if that is at most so long ago by the clock of the database. */
export async function changedLast(
  client: Queryable,
  appointmentIds: readonly string[],
  withinMs: number,
): Promise<string | undefined> {
  const found = await client.query({
    name: 'appointment-changed-last',
    text: `select appointment_id from appointments
            where appointment_id = any($1) and changed_at > now() - $2 * interval '1 millisecond'
            order by changed_at desc limit 1`,
    values: [[...appointmentIds], withinMs],
  });
  return found.rows[0] === undefined ? undefined : z.string().parse(found.rows[0]['appointment_id']);
}

/** A resource's appointments that end after `from`, cancelled ones too, in order: what a calendar is made of. */
export async function appointmentsAt(
  client: Queryable,
  resourceId: string,
  from: Instant,
): Promise<readonly StoredAppointment[]> {
  const found = await client.query({
    text: `select ${appointmentColumns} from appointments where resource_id = $1 and ends_at > $2 order by starts_at, appointment_id`,
    values: [resourceId, timestamp(from)],
  });
  return found.rows.map((row) => AppointmentRow.parse(row));
}
