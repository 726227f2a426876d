import { createHmac } from 'node:crypto';
import type { Customer } from '../people/customer.ts';

type Json = Readonly<Record<string, unknown>>;

/** One update of a webhook: a customer's message or call, or how far a business's message has come. */
export type Update = {
  /** Updates of one lane are posted one after the other unless chaos reorders them. */
  readonly lane: string;
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  /** Left out of `failed` statuses. */
  readonly contact: Json | undefined;
  readonly item:
    | { kind: 'message'; message: Json }
    | { kind: 'status'; status: Json }
    | { kind: 'call'; call: Json };
  /** Told about each attempt of the webhook this update travels in. */
  readonly onAttempt?: (result: { accepted: boolean; attempt: number; problem: string }) => void;
};

/** The person as the `contacts` array of a webhook shows it. Absent fields are omitted, not empty. */
export function contactOf(customer: Customer): Json {
  return {
    profile: {
      name: customer.name,
      ...(customer.username === undefined ? {} : { username: customer.username }),
    },
    ...(customer.waId === undefined ? {} : { wa_id: customer.waId }),
    user_id: customer.userId,
  };
}

/** The envelope of one POST. Each update is a change of its own. */
export function webhookBody(wabaId: string, updates: readonly Update[], timeMs: number): string {
  return JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      { id: wabaId, time: Math.floor(timeMs / 1_000), changes: updates.map((update) => changeOf(update)) },
    ],
  });
}

/** `X-Hub-Signature-256` of a body. Source: Meta, "Webhooks: validating payloads", read 2026-11-21. */
export function signatureOf(appSecret: string, body: string | Buffer): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

function changeOf(update: Update): Json {
  const value = {
    messaging_product: 'whatsapp',
    metadata: {
      display_phone_number: update.displayPhoneNumber,
      phone_number_id: update.phoneNumberId,
    },
    ...(update.contact === undefined ? {} : { contacts: [update.contact] }),
  };
  switch (update.item.kind) {
    case 'message':
      return { field: 'messages', value: { ...value, messages: [update.item.message] } };
    case 'status':
      return { field: 'messages', value: { ...value, statuses: [update.item.status] } };
    case 'call':
      return { field: 'calls', value: { ...value, calls: [update.item.call] } };
  }
}
