import type { AppointmentRecord } from '@ambit/core/appointment/appointment';
import { occupancyOf } from '@ambit/core/appointment/occupancy';
import type { Resource } from '@ambit/core/appointment/resource';
import { minuteMs } from '@ambit/core/schedule/instant';
import { newReference } from './appointments-reference.ts';
import { insertAppointment } from './appointments.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** Fills the tables of appointments from a business's files. Throws when two take the same time. */
export async function importAppointments(
  client: Queryable,
  tables: { readonly resources: readonly Resource[]; readonly appointments: readonly AppointmentRecord[] },
): Promise<void> {
  for (const [index, resource] of tables.resources.entries()) {
    await client.query({
      text: 'insert into resources (resource_id, resource_no, record) values ($1, $2, $3)',
      values: [resource.resourceId, index + 1, jsonText(resource)],
    });
  }
  for (const record of tables.appointments) {
    const resource = tables.resources.find(({ resourceId }) => resourceId === record.resourceId);
    if (resource === undefined) throw new Error(`There is no resource "${record.resourceId}"`);
    const service = { name: record.service, minutes: record.minutes };
    const { startsAt, people } = record;
    const made = {
      resourceId: resource.resourceId,
      service: record.service,
      start: startsAt,
      end: startsAt + record.minutes * minuteMs,
      occupancy: occupancyOf(resource, service, startsAt, people),
      people,
      name: record.name,
      owner: { phone: record.contactPhone, email: record.email },
    };
    const reference = record.reference ?? newReference();
    if ((await insertAppointment(client, { ...made, reference })) === undefined) {
      throw new Error(`Two appointments have the reference "${reference}"`);
    }
  }
}
