import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Business } from '@ambit/core/business/business';
import type { Resource } from '@ambit/core/appointment/resource';
import { dayMs } from '@ambit/core/schedule/instant';
import { appointmentsAt, readResources, type StoredAppointment } from '../db/appointments.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

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

/** Answers requests for calendar feeds; false for a path that is none. */
export type CalendarFeed = (request: IncomingMessage, response: ServerResponse) => boolean;

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
}): CalendarFeed {
  const { database, clock, log, secretKey } = needs;

  async function find(path: string): Promise<{ business: Business; resource: Resource } | undefined> {
    const business = await needs.business();
    const calendar = business.calendars.find(
      ({ resource, feed }) => feed !== undefined && isSame(path, feedPath(secretKey, resource, feed)),
    );
    if (calendar === undefined) return undefined;
    const resource = (await readResources(database)).find(
      ({ resourceId }) => resourceId === calendar.resource,
    );
    return resource === undefined ? undefined : { business, resource };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405, { allow: 'GET, HEAD' });
    const [path = ''] = (request.url ?? '').split('?', 1);
    const found = await find(path);
    if (found === undefined) return end(response, 404, {});
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
      return end(response, 304, headers);
    return end(response, 200, headers, body, method === 'HEAD');
  }

  return (request, response) => {
    if (request.url?.startsWith(prefix) !== true) return false;
    request.resume();
    answer(request, response).catch((error: unknown) => {
      log.error('calendar-feed.failed', { error: error instanceof Error ? error.message : String(error) });
      end(response, 503, { 'retry-after': '30' });
    });
    return true;
  };
}

function isSame(given: string, known: string): boolean {
  const [one, other] = [given, known].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body = '',
  isHead = false,
): void {
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(isHead ? undefined : body);
}
