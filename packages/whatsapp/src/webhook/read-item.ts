import { graphErrorOf } from '../graph-error-body.ts';
import { readCall, readCallStatus } from './call-update.ts';
import { readMessage } from './inbound-message.ts';
import type { Sender, SenderIds } from './sender.ts';
import { readPaymentStatus } from './payment-status.ts';
import { isPaymentStatus, readStatus } from './status-update.ts';
import type { UnknownParts } from './unknown-part.ts';
import type { NumberKey, WebhookUpdate } from './webhook-update.ts';

/** Where an item was found. */
export type ItemPlace = {
  readonly number: NumberKey;
  readonly field: 'messages' | 'calls';
  readonly displayPhoneNumber?: string;
};

/** `ids`: those of the person it is about, as it says itself; undefined if it is about nobody. */
export type ReadItem = { readonly ids: SenderIds | undefined; updateOf(person: Sender): WebhookUpdate };

/** Reads one item of a list. What cannot be read is `other`, and counted. */
export function readItem(
  place: ItemPlace,
  list: 'messages' | 'statuses' | 'calls' | 'errors',
  raw: unknown,
  unknown: UnknownParts,
): ReadItem {
  const read = readAs(place, list, raw, unknown);
  if (read !== undefined) return read;
  unknown.add('malformed', `${place.field}.${list}`);
  const update: WebhookUpdate = { kind: 'other', ...place.number, field: place.field, raw };
  return { ids: list === 'errors' ? undefined : {}, updateOf: () => update };
}

function readAs(
  place: ItemPlace,
  list: 'messages' | 'statuses' | 'calls' | 'errors',
  raw: unknown,
  unknown: UnknownParts,
): ReadItem | undefined {
  switch (list) {
    case 'messages':
      return asMessage(place, raw, unknown);
    case 'statuses':
      // Under `calls` the statuses tell of ringing, not of messages.
      if (place.field === 'calls') return asCallStatus(place, raw, unknown);
      return isPaymentStatus(raw) ? asPaymentStatus(place, raw) : asStatus(place, raw, unknown);
    case 'calls':
      return asCall(place, raw, unknown);
    case 'errors':
      return asError(place, raw);
  }
}

function asMessage(place: ItemPlace, raw: unknown, unknown: UnknownParts): ReadItem | undefined {
  const read = readMessage(raw, unknown);
  if (read === undefined) return undefined;
  const { wabaId, phoneNumberId } = place.number;
  const { message, ids } = read;
  const { displayPhoneNumber } = place;
  return {
    ids,
    updateOf: (sender) =>
      displayPhoneNumber === undefined
        ? { kind: 'message', wabaId, phoneNumberId, message, sender, raw }
        : { kind: 'message', wabaId, phoneNumberId, displayPhoneNumber, message, sender, raw },
  };
}

function asStatus({ number }: ItemPlace, raw: unknown, unknown: UnknownParts): ReadItem | undefined {
  const read = readStatus(raw, unknown);
  if (read === undefined) return undefined;
  return {
    ids: read.ids,
    updateOf: (recipient) => ({ kind: 'status', ...number, status: { ...read.status, recipient }, raw }),
  };
}

function asPaymentStatus({ number }: ItemPlace, raw: unknown): ReadItem | undefined {
  const read = readPaymentStatus(raw);
  if (read === undefined) return undefined;
  const update: WebhookUpdate = { kind: 'payment-status', ...number, ...read, raw };
  return { ids: undefined, updateOf: () => update };
}

function asCall({ number }: ItemPlace, raw: unknown, unknown: UnknownParts): ReadItem | undefined {
  const read = readCall(raw, unknown);
  if (read === undefined) return undefined;
  return { ids: read.ids, updateOf: (sender) => ({ kind: 'call', ...number, ...read.call, sender, raw }) };
}

function asCallStatus({ number }: ItemPlace, raw: unknown, unknown: UnknownParts): ReadItem | undefined {
  const read = readCallStatus(raw, unknown);
  if (read === undefined) return undefined;
  return {
    ids: read.ids,
    updateOf: (recipient) => ({ kind: 'call-status', ...number, ...read.status, recipient, raw }),
  };
}

function asError({ number }: ItemPlace, raw: unknown): ReadItem | undefined {
  const error = graphErrorOf(raw);
  if (error === undefined) return undefined;
  const update: WebhookUpdate = { kind: 'value-error', ...number, error, raw };
  return { ids: undefined, updateOf: () => update };
}
