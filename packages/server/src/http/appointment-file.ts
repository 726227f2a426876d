import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Business } from '@ambit/core/business/business';
import type { Resource } from '@ambit/core/appointment/resource';
import { findAppointment, readAllResources, type StoredAppointment } from '../db/appointments.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../ports/log.ts';
import { atSecretAddress, endAnswer, isSameSecret, type AddressHandler } from './secret-address.ts';

const prefix = '/calendars/appointments/';
const address = /^\/calendars\/appointments\/([A-Z0-9-]{1,40})\/([\w-]{43})\.ics$/;

/** Writes one appointment as an iCalendar message: to add or change it, or, once it is cancelled, to take it out. */
type AppointmentWriter = (
  appointment: StoredAppointment,
  resource: Resource,
  business: { readonly name: string; readonly place?: string },
) => string;

/**
 * The path under which one appointment is had as it stands, for its customer's calendar. Who knows it can read the
 * appointment: it cannot be guessed without the deployment's key.
 */
export function appointmentPath(secretKey: Uint8Array, reference: string): string {
  const word = createHmac('sha256', secretKey).update(`appointment\0${reference}`).digest('base64url');
  return `${prefix}${reference}/${word}.ics`;
}

/**
 * Serves single appointments. A wrong address is answered like one of an appointment that is not there. With
 * `?document` it is a plain text, as WhatsApp takes no calendar as a document; phones open it by its name.
 * Source: Cloud API docs, "Supported media types".
 */
export function createAppointmentFile(needs: {
  readonly database: Database;
  readonly log: Log;
  readonly secretKey: Uint8Array;
  readonly business: () => Promise<Business>;
  readonly write: AppointmentWriter;
}): AddressHandler {
  const { database, log, secretKey } = needs;

  async function find(path: string): Promise<{ reference: string; text: string } | undefined> {
    const reference = address.exec(path)?.[1];
    if (reference === undefined || !isSameSecret(path, appointmentPath(secretKey, reference)))
      return undefined;
    const appointment = await findAppointment(database, reference, false);
    const resource = (await readAllResources(database)).find(
      ({ resourceId }) => resourceId === appointment?.resourceId,
    );
    if (appointment === undefined || resource === undefined) return undefined;
    const { name, escalation } = await needs.business();
    const shop = escalation.find((each) => each.kind === 'in-store');
    const place = shop === undefined ? {} : { place: shop.address };
    return { reference, text: needs.write(appointment, resource, { name, ...place }) };
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD') return endAnswer(response, 405, { allow: 'GET, HEAD' });
    const [path = '', query] = (request.url ?? '').split('?', 2);
    const found = await find(path);
    if (found === undefined) return endAnswer(response, 404, {});
    const type = query === 'document' ? 'text/plain' : 'text/calendar';
    const headers = {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${found.reference}.ics"`,
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    };
    return endAnswer(response, 200, headers, found.text, method === 'HEAD');
  }

  return atSecretAddress({ prefix, failed: 'appointment-file.failed', log }, answer);
}
