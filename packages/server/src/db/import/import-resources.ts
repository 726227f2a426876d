import type { Resource } from '@ambit/core/appointment/resource';
import type { Instant } from '@ambit/core/schedule/instant';
import { timestamp } from '../columns.ts';
import { stopBooking } from '../appointments.ts';
import type { Queryable } from '../database.ts';
import { jsonText } from '../json-text.ts';
import type { ImportOptions, KeptRow, TableChanges } from './table-changes.ts';

/** Fills the table of what can be booked from a business's files. */
export async function importResources(client: Queryable, resources: readonly Resource[]): Promise<void> {
  for (const [index, resource] of resources.entries()) {
    await client.query({
      text: 'insert into resources (resource_id, resource_no, record) values ($1, $2, $3)',
      values: [resource.resourceId, index + 1, jsonText(resource)],
    });
  }
}

/**
 * Reads resources into a table that is in use. One that the file no longer has is retired, so that nobody books it
 * any more; who is booked with it stays so, and it is named as kept. Bookings that new hours do not allow stay as well.
 */
export async function mergeResources(
  client: Queryable,
  rows: readonly Resource[],
  { replace, formerly, onRows }: ImportOptions,
  now: Instant,
): Promise<TableChanges> {
  await stopBooking(client);
  const found = await client.query({
    text: 'select resource_id, retired_at is not null as retired from resources order by resource_id for update',
  });
  const known = new Map(found.rows.map((row) => [String(row['resource_id']), row]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (const resource of rows) {
    const there = known.get(resource.resourceId);
    const written = await client.query({
      text: `insert into resources (resource_id, resource_no, record)
             select $1, coalesce(max(resource_no), 0) + 1, $2::jsonb from resources
             on conflict (resource_id) do update set record = excluded.record, retired_at = null
              where resources.record <> excluded.record or resources.retired_at is not null
             returning 1`,
      values: [resource.resourceId, jsonText(resource)],
    });
    if (written.rows.length === 0) counts.unchanged += 1;
    else if (there === undefined) counts.added += 1;
    else counts.changed += 1;
  }
  await onRows(rows.length);
  const named = new Set(rows.map(({ resourceId }) => resourceId));
  const gone = [...known].filter(
    ([id, row]) => replace && !named.has(id) && formerly?.has(id) !== false && row['retired'] !== true,
  );
  const ids = gone.map(([id]) => id);
  await client.query({
    text: 'update resources set retired_at = $2 where resource_id = any ($1)',
    values: [ids, timestamp(now)],
  });
  const booked = await bookedResources(client, ids, now);
  const kept = booked.map((id): KeptRow => ({ row: id, fields: [] }));
  return { ...counts, removed: ids.length - kept.length, kept };
}

/** Which of these somebody is booked with. */
export async function bookedResources(
  client: Queryable,
  resourceIds: readonly string[],
  now: Instant,
): Promise<readonly string[]> {
  const found = await client.query({
    text: `select resource_id from resources r
            where resource_id = any ($1)
              and exists (select from appointments a
                           where a.resource_id = r.resource_id and a.status = 'booked' and a.ends_at > $2)
            order by resource_id`,
    values: [resourceIds, timestamp(now)],
  });
  return found.rows.map((row) => String(row['resource_id']));
}
