import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Business } from '@ambit/core/business/business';
import type { Resource } from '@ambit/core/appointment/resource';
import { dayMs } from '@ambit/core/schedule/instant';
import { appointmentsAt, readAllResources, type StoredAppointment } from '../db/appointments.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { atSecretAddress, endAnswer, isSameSecret, type AddressHandler } from './secret-address.ts';

const prefix = '/calendars/';
/** Appointments that were over longer ago are left out. */
const daysBack = 30;
/** Calendar programs ask every few minutes at most; what lies between costs nothing. */
const maxAgeSeconds = 300;

/** Writes a resource's appointments as an iCalendar file. */
export type FeedWriter = (
  appointments: readonly StoredAppointment[],
  resource: Resource,
  business: { readonly name: string },
) => string;

/**
 * The path of a resource's feed. Who knows it can read the feed: it cannot be guessed without the deployment's
 * key, and another `feed` number in the business's file makes another one.
 */
export function feedPath(secretKey: Uint8Array, resourceId: string, feed: number): string {
  const word = createHmac('sha256', secretKey)
    .update(`calendar-feed\0${resourceId}\0${feed}`)
    .digest('base64url');
  return `${prefix}${encodeURIComponent(resourceId)}/${word}.ics`;
}

/**
 * Serves feeds that calendars subscribe to. A wrong address is answered like one of a resource that is not
 * there; an unchanged feed (ETag) by 304 without a body.
 */
export function createCalendarFeed(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secretKey: Uint8Array;
  readonly business: () => Promise<Business>;
  readonly write: FeedWriter;
}): AddressHandler {
  const { database, clock, log, secretKey } = needs;

  async function find(path: string): Promise<{ business: Business; resource: Resource } | undefined> {
    const business = await needs.business();
    const calendar = business.calendars.find(
      ({ resource, feed }) => feed !== undefined && isSameSecret(path, feedPath(secretKey, resource, feed)),
    );
    if (calendar === undefined) return undefined;
    const resource = (await readAllResources(database)).find(
      ({ resourceId }) => resourceId === calendar.resource,
    );
    return resource === undefined ? undefined : { business, resource };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return endAnswer(response, 405, { allow: 'GET, HEAD' });
    const [path = ''] = (request.url ?? '').split('?', 1);
    const found = await find(path);
    if (found === undefined) return endAnswer(response, 404, {});
    const { business, resource } = found;
    const appointments = await appointmentsAt(database, resource.resourceId, clock.now() - daysBack * dayMs);
    const body = needs.write(appointments, resource, { name: business.name });
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
    const headers = {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': `private, max-age=${maxAgeSeconds}`,
      etag,
      'x-robots-tag': 'noindex',
    };
    if (request.headers['if-none-match']?.split(/,\s*/).includes(etag) === true)
      return endAnswer(response, 304, headers);
    return endAnswer(response, 200, headers, body, method === 'HEAD');
  }

  return atSecretAddress({ prefix, failed: 'calendar-feed.failed', log }, answer);
}
