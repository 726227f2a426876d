import { z } from 'zod';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Opening } from '@ambit/core/schedule/opening-hours';
import { instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

/** Keeps a resource in step with a calendar collection; another collection starts from nothing. */
export async function saveCalendarLink(client: Queryable, resourceId: string, url: string): Promise<void> {
  const before = await client.query({
    text: 'select url from calendar_links where resource_id = $1',
    values: [resourceId],
  });
  if (before.rows[0]?.['url'] === url) return;
  await client.query({ text: 'delete from calendar_objects where resource_id = $1', values: [resourceId] });
  await client.query({
    text: `insert into calendar_links (resource_id, url) values ($1, $2)
           on conflict (resource_id) do update set url = excluded.url, revision = null, synced_at = null`,
    values: [resourceId, url],
  });
}

/** The collection's state at the last look; undefined before the first. */
export async function readCalendarRevision(
  client: Queryable,
  resourceId: string,
): Promise<string | undefined> {
  const found = await client.query({
    text: 'select revision from calendar_links where resource_id = $1',
    values: [resourceId],
  });
  return optionalColumn(z.string()).parse(found.rows[0]?.['revision'] ?? null);
}

/** Notes that a resource is in step with the collection as it was at `revision`. */
export async function saveCalendarRevision(
  client: Queryable,
  resourceId: string,
  revision: string | undefined,
  now: Instant,
): Promise<void> {
  await client.query({
    text: 'update calendar_links set revision = $2, synced_at = $3 where resource_id = $1',
    values: [resourceId, revision ?? null, timestamp(now)],
  });
}

const ObjectRow = z
  .object({
    href: z.string(),
    etag: z.string(),
    appointment_id: optionalColumn(z.string()),
    pushed_sequence: optionalColumn(z.number()),
  })
  .transform((row) => ({
    href: row.href,
    etag: row.etag,
    appointmentId: row.appointment_id,
    pushedSequence: row.pushed_sequence,
  }));

/**
 * An object of the collection as we last saw or wrote it. `pushedSequence`: the version of the
 * appointment that it held then.
 */
export type KnownObject = z.output<typeof ObjectRow>;

/** Every object of a resource's collection that we know. */
export async function readKnownObjects(
  client: Queryable,
  resourceId: string,
): Promise<readonly KnownObject[]> {
  const found = await client.query({
    text: 'select href, etag, appointment_id, pushed_sequence from calendar_objects where resource_id = $1',
    values: [resourceId],
  });
  return found.rows.map((row) => ObjectRow.parse(row));
}

/** Notes an object as it is in the collection now. */
export async function saveKnownObject(
  client: Queryable,
  resourceId: string,
  known: KnownObject,
): Promise<void> {
  await client.query({
    text: `insert into calendar_objects (resource_id, href, etag, appointment_id, pushed_sequence)
           values ($1, $2, $3, $4, $5)
           on conflict (resource_id, href) do update
             set etag = excluded.etag, appointment_id = excluded.appointment_id, pushed_sequence = excluded.pushed_sequence`,
    values: [resourceId, known.href, known.etag, known.appointmentId ?? null, known.pushedSequence ?? null],
  });
}

/** Forgets an object that is no longer in the collection, and the time it took. */
export async function forgetObject(client: Queryable, resourceId: string, href: string): Promise<void> {
  await client.query({
    text: 'delete from calendar_objects where resource_id = $1 and href = $2',
    values: [resourceId, href],
  });
}

/** The time that somebody else's object takes from a resource, in place of what it took before. */
export async function replaceBusyTimes(
  client: Queryable,
  resourceId: string,
  href: string,
  busy: readonly Opening[],
): Promise<void> {
  await client.query({
    text: 'delete from busy_times where resource_id = $1 and href = $2',
    values: [resourceId, href],
  });
  await client.query({
    text: `insert into busy_times (resource_id, href, starts_at, ends_at)
           select $1, $2, * from unnest($3::timestamptz[], $4::timestamptz[])
           on conflict do nothing`,
    values: [
      resourceId,
      href,
      busy.map(({ start }) => timestamp(start)),
      busy.map(({ end }) => timestamp(end)),
    ],
  });
}

/** Whether an appointment has gone to another resource, so that this one's calendar must not show it. */
export async function isAppointmentElsewhere(
  client: Queryable,
  appointmentId: string,
  resourceId: string,
): Promise<boolean> {
  const found = await client.query({
    text: 'select 1 from appointments where appointment_id = $1 and resource_id <> $2',
    values: [appointmentId, resourceId],
  });
  return found.rows.length > 0;
}

const SyncRow = z.object({ resource_id: z.string(), synced_at: optionalColumn(instantColumn) });

/** When each linked resource was last in step with its calendar. */
export async function readCalendarSyncs(client: Queryable): Promise<ReadonlyMap<string, Instant>> {
  const found = await client.query({ text: 'select resource_id, synced_at from calendar_links' });
  return new Map(
    found.rows
      .map((row) => SyncRow.parse(row))
      .flatMap(({ resource_id: id, synced_at: at }) => (at === undefined ? [] : [[id, at] as const])),
  );
}
