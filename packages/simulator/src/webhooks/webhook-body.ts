import { createHmac } from 'node:crypto';
import { shownWaId, type Customer } from '../people/customer.ts';

/** A JSON object on its way to the wire. */
export type Json = Readonly<Record<string, unknown>>;

/** One change of a webhook. */
export type Update = {
  /** Updates of one lane are posted one after the other unless chaos reorders them. */
  readonly lane: string;
  /** The webhook field, such as `messages` or `message_template_status_update`. */
  readonly field: string;
  readonly value: Json;
  /** Told about each attempt of the webhook this update travels in. */
  readonly onAttempt?: (result: { accepted: boolean; attempt: number; problem: string }) => void;
};

/** The number a change is about, as `metadata` tells it. */
export type NumberOnWire = { readonly phoneNumberId: string; readonly displayPhoneNumber: string };

/** The `value` of a change that concerns one business number. */
export function numberValue(number: NumberOnWire, rest: Json): Json {
  return {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: number.displayPhoneNumber,
      phone_number_id: number.phoneNumberId,
    },
    ...rest,
  };
}

/** The person as the `contacts` array of a webhook shows it. Absent fields are omitted, not empty. */
export function contactOf(customer: Customer, withIdentity = false): Json {
  const waId = shownWaId(customer);
  return {
    profile: {
      name: customer.name,
      ...(customer.username === undefined ? {} : { username: customer.username }),
    },
    ...(waId === undefined ? {} : { wa_id: waId }),
    user_id: customer.userId,
    ...(customer.parentUserId === undefined ? {} : { parent_user_id: customer.parentUserId }),
    ...(withIdentity ? { identity_key_hash: customer.identityHash } : {}),
  };
}

/**
 * The envelope of one POST. Each update is a change of its own. What is not ASCII is escaped, as Meta sends and signs
 * it: "äöå should be escaped to \\u00e4\\u00f6\\u00e5", in lower case; the slash, which older pages of Messenger also name,
 * stays. Source: Meta, "Webhooks: validating payloads", read 2026-11-21.
 */
export function webhookBody(wabaId: string, updates: readonly Update[], timeMs: number): string {
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: wabaId,
        time: Math.floor(timeMs / 1_000),
        changes: updates.map(({ field, value }) => ({ field, value })),
      },
    ],
  });
  return body.replace(/[^\0-\u007f]/g, escaped);
}

/** One UTF-16 code unit; an emoji becomes two escapes. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** `X-Hub-Signature-256` of a body. Source: Meta, "Webhooks: validating payloads", read 2026-11-21. */
export function signatureOf(appSecret: string, body: string | Buffer): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
