import type { Resource } from '@ambit/core/appointment/resource';
import { dayMs, type Instant } from '@ambit/core/schedule/instant';
import {
  forgetObject,
  isAppointmentElsewhere,
  readCalendarRevision,
  readKnownObjects,
  saveCalendarLink,
  saveCalendarRevision,
  saveKnownObject,
} from '../db/appointments-calendar.ts';
import {
  appointmentsAt,
  findAppointment,
  lockResource,
  readAllResources,
  type StoredAppointment,
} from '../db/appointments.ts';
import type { Database, Queryable } from '../db/database.ts';
import { appointmentUid, calendarObject, type CalendarBusiness } from './appointment-ics.ts';
import type { CaldavCalendar } from './caldav-calendar.ts';
import { applyGone, applyRemote, type RemoteEffect } from './take-over-remote.ts';

/**
 * What a sync did. `moved`, `cancelled`: appointments that people changed in the calendar, whose
 * customers have to be told. `conflicts`: changed on both sides, or moved to where there is no room;
 * our version stands and is written back. `problems`: what could not be read, for people.
 */
export type SyncReport = {
  readonly written: number;
  readonly deleted: number;
  readonly moved: readonly string[];
  readonly cancelled: readonly string[];
  readonly conflicts: readonly string[];
  readonly problems: readonly string[];
};

/** Hears of an appointment that was moved or cancelled in its resource's calendar. */
export type ChangeHearer = (
  client: Queryable,
  about: 'moved' | 'cancelled',
  appointment: StoredAppointment,
  resource: Resource,
) => Promise<void>;

/** Events of others are read so far ahead, beyond any horizon that is sensible. */
const daysAhead = 400;
/** A change made in the calendar while we write is taken over in a round of its own. */
const mostRounds = 3;

/**
 * Brings a resource and its calendar collection in step, both ways: first what changed there, then
 * what changed here. Run again at any time, also after a crash between two steps: every step is noted
 * when it is done, and done again finds nothing to do. Throws when the server cannot be used.
 */
export async function syncCalendar(options: {
  readonly database: Database;
  readonly calendar: CaldavCalendar;
  readonly url: string;
  readonly resourceId: string;
  readonly business: CalendarBusiness;
  readonly now: Instant;
  /** Told of an appointment that people changed in the calendar, in the transaction of the change. */
  readonly onChanged?: ChangeHearer;
}): Promise<SyncReport> {
  const { database, calendar, resourceId, url, now } = options;
  const resource = (await readAllResources(database)).find((each) => each.resourceId === resourceId);
  if (resource === undefined) throw new Error(`There is no resource "${resourceId}" to keep in step`);
  await database.transaction((client) => saveCalendarLink(client, resourceId, url));
  const report = {
    written: 0,
    deleted: 0,
    moved: new Set<string>(),
    cancelled: new Set<string>(),
    conflicts: new Set<string>(),
    problems: new Set<string>(),
  };
  const note = (effect: RemoteEffect): void => {
    for (const problem of effect.problems) report.problems.add(problem);
    if (effect.kind !== 'nothing') report[effect.kind].add(effect.reference);
  };
  for (let round = 1; round <= mostRounds; round += 1) {
    const revision = await calendar.revision();
    await pull({ database, calendar, resource, now, onChanged: options.onChanged }, revision, note);
    const pushed = await push({ ...options, resource, onChanged: options.onChanged });
    report.written += pushed.written;
    report.deleted += pushed.deleted;
    // Our own writing moves the revision on; the next sync then lists once more and finds nothing new.
    const seen = pushed.refused === 0 ? `${monthOf(now)} ${revision ?? ''}` : undefined;
    await saveCalendarRevision(database, resourceId, seen, now);
    if (pushed.refused === 0) break;
  }
  return {
    written: report.written,
    deleted: report.deleted,
    moved: [...report.moved],
    cancelled: [...report.cancelled],
    conflicts: [...report.conflicts],
    problems: [...report.problems],
  };
}

type Syncing = {
  readonly database: Database;
  readonly calendar: CaldavCalendar;
  readonly resource: Resource;
  readonly now: Instant;
  readonly onChanged: ChangeHearer | undefined;
};

async function pull(
  { database, calendar, resource, now, onChanged }: Syncing,
  revision: string | undefined,
  note: (effect: RemoteEffect) => void,
): Promise<void> {
  const { resourceId } = resource;
  const before = await readCalendarRevision(database, resourceId);
  if (revision !== undefined && before === `${monthOf(now)} ${revision}`) return;
  // Once a month everything is read anew, so that what repeats for ever is known far enough ahead.
  const isNewMonth = before?.startsWith(`${monthOf(now)} `) === false;
  const known = new Map((await readKnownObjects(database, resourceId)).map((each) => [each.href, each]));
  const listed = await calendar.list();
  const changed = [...listed]
    .filter(([href, etag]) => isNewMonth || known.get(href)?.etag !== etag)
    .map(([href]) => href);
  const window = { start: now - dayMs, end: now + daysAhead * dayMs };
  const hear = async (client: Queryable, effect: RemoteEffect): Promise<void> => {
    if (onChanged === undefined || (effect.kind !== 'moved' && effect.kind !== 'cancelled')) return;
    const appointment = await findAppointment(client, effect.reference, false);
    if (appointment !== undefined) await onChanged(client, effect.kind, appointment, resource);
  };
  for (const object of await calendar.read(changed)) {
    const effect = await database.transaction(async (client) => {
      await lockResource(client, resourceId);
      const applied = await applyRemote(client, {
        resource,
        object,
        known: known.get(object.href),
        window,
        now,
      });
      await hear(client, applied);
      return applied;
    });
    note(effect);
  }
  for (const each of known.values()) {
    if (listed.has(each.href)) continue;
    const effect = await database.transaction(async (client) => {
      await lockResource(client, resourceId);
      const applied = await applyGone(client, { resource, known: each, now });
      await hear(client, applied);
      return applied;
    });
    note(effect);
  }
}

async function push(options: Syncing & { readonly business: CalendarBusiness }): Promise<{
  written: number;
  deleted: number;
  refused: number;
}> {
  const { database, calendar, resource, business, now } = options;
  const { resourceId } = resource;
  const counts = { written: 0, deleted: 0, refused: 0 };
  const known = await readKnownObjects(database, resourceId);
  const appointments = await appointmentsAt(database, resourceId, now - dayMs);
  const here = new Map(appointments.map((each) => [each.appointmentId, each]));
  for (const object of known) {
    const { appointmentId, href, etag } = object;
    if (appointmentId === undefined) continue;
    const appointment = here.get(appointmentId);
    const isOver =
      appointment === undefined && !(await isAppointmentElsewhere(database, appointmentId, resourceId));
    // What is over stays in the calendar as it is.
    if (isOver || appointment?.status === 'booked') continue;
    if ((await calendar.remove(href, etag)) === 'refused') counts.refused += 1;
    else {
      await forgetObject(database, resourceId, href);
      counts.deleted += 1;
    }
  }
  for (const appointment of appointments) {
    if (appointment.status !== 'booked') continue;
    const object = known.find(({ appointmentId }) => appointmentId === appointment.appointmentId);
    if (object?.pushedSequence !== undefined && object.pushedSequence >= appointment.sequence) continue;
    const href = object?.href ?? calendar.hrefOf(appointmentUid(appointment.appointmentId));
    const text = calendarObject(appointment, resource, business);
    const outcome = await calendar.write(href, text, object?.etag);
    if (outcome.kind === 'refused') {
      counts.refused += 1;
      continue;
    }
    await saveKnownObject(database, resourceId, {
      href,
      etag: outcome.etag,
      appointmentId: appointment.appointmentId,
      pushedSequence: appointment.sequence,
    });
    counts.written += 1;
  }
  return counts;
}

function monthOf(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7);
}
