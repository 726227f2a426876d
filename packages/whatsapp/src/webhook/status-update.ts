import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import type { GraphErrorBody } from '../graph-error-body.ts';
import { present } from './present.ts';
import { reader, type Forms, type WireRecord } from './reader.ts';
import type { Sender, SenderIds } from './sender.ts';
import {
  addUnknownPrices,
  pricingByHand,
  readPricing,
  wirePricing,
  type StatusPricing,
} from './status-pricing.ts';
import { addUnknownKeys, type UnknownParts } from './unknown-part.ts';
import { isIdOrAbsent, isIdText, isRecord, isSecondsText, isTextOrAbsent } from './wire-value.ts';

/** `deleted` is legacy; `played` is for voice notes; `unknown` is any word not documented yet. */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted' | 'unknown';

/** Meta leaves it out since v24, save where an ad opened a free entry window. */
export type StatusConversation = { id?: string; originType?: string; expiresAtS?: number };

/**
 * How far a message of ours has come. `opaque`: our own `biz_opaque_callback_data`.
 * `rawStatus`: Meta's word for `status`. Statuses come late, repeated and out of order.
 * Source: Cloud API docs, "Status messages webhook reference", read 2026-11-21.
 */
export type StatusUpdate = {
  messageId: string;
  status: DeliveryStatus;
  rawStatus: string;
  timestampS: number;
  /** In a group, the participant it tells of, if it tells of one. */
  recipient: Sender;
  groupId?: string;
  opaque?: string;
  pricing?: StatusPricing;
  conversation?: StatusConversation;
  errors: readonly GraphErrorBody[];
  raw: unknown;
};

/** A status on the wire. */
export function statusForm(f: Forms) {
  return z.object({
    id: f.id,
    status: z.string().min(1),
    timestamp: f.seconds,
    recipient_type: f.maybe(z.string()),
    recipient_id: f.maybe(f.id),
    recipient_participant_id: f.maybe(f.id),
    recipient_user_id: f.maybe(f.id),
    recipient_participant_user_id: f.maybe(f.id),
    parent_recipient_user_id: f.maybe(f.id),
    recipient_parent_user_id: f.maybe(f.id),
    parent_user_id: f.maybe(f.id),
    biz_opaque_callback_data: f.maybe(z.string()),
    pricing: f.maybe(wirePricing(f)),
  });
}

/** The same by hand. */
export function statusByHand(raw: WireRecord): z.output<ReturnType<typeof statusForm>> | undefined {
  const {
    id,
    status,
    timestamp,
    recipient_type,
    recipient_id,
    recipient_participant_id,
    recipient_user_id,
    recipient_participant_user_id,
    parent_recipient_user_id,
    recipient_parent_user_id,
    parent_user_id,
    biz_opaque_callback_data,
  } = raw;
  const pricing = raw['pricing'] === undefined ? undefined : pricingByHand(raw['pricing']);
  return isIdText(id) &&
    typeof status === 'string' &&
    status !== '' &&
    isSecondsText(timestamp) &&
    isTextOrAbsent(recipient_type) &&
    isIdOrAbsent(recipient_id) &&
    isIdOrAbsent(recipient_participant_id) &&
    isIdOrAbsent(recipient_user_id) &&
    isIdOrAbsent(recipient_participant_user_id) &&
    isIdOrAbsent(parent_recipient_user_id) &&
    isIdOrAbsent(recipient_parent_user_id) &&
    isIdOrAbsent(parent_user_id) &&
    isTextOrAbsent(biz_opaque_callback_data) &&
    (pricing !== undefined || raw['pricing'] === undefined)
    ? {
        id,
        status,
        timestamp,
        recipient_type,
        recipient_id,
        recipient_participant_id,
        recipient_user_id,
        recipient_participant_user_id,
        parent_recipient_user_id,
        recipient_parent_user_id,
        parent_user_id,
        biz_opaque_callback_data,
        pricing,
      }
    : undefined;
}

const wireStatus = reader(statusForm, statusByHand);

const wireConversation = reader((f) =>
  z.object({
    id: f.maybe(f.id),
    origin: f.maybe(z.object({ type: f.maybe(z.string()) })),
    expiration_timestamp: f.maybe(f.seconds),
  }),
);

const knownKeys = new Set([
  'id',
  'status',
  'timestamp',
  'recipient_type',
  'recipient_id',
  'recipient_participant_id',
  'recipient_user_id',
  'recipient_participant_user_id',
  'parent_recipient_user_id',
  'recipient_parent_user_id',
  'parent_user_id',
  'recipient_identity_key_hash',
  'recipient_logical_id',
  'biz_opaque_callback_data',
  'conversation',
  'pricing',
  'errors',
]);

/** Whether a status tells of a payment rather than of a message. Its words are others. */
export function isPaymentStatus(raw: unknown): boolean {
  return isRecord(raw) && raw['type'] === 'payment';
}

/** The status and the ids of its recipient, or undefined if it has no message id, status or time. */
export function readStatus(
  raw: unknown,
  unknown: UnknownParts,
): { status: Omit<StatusUpdate, 'recipient'>; ids: SenderIds } | undefined {
  const wire = wireStatus(raw);
  if (wire === undefined || !isRecord(raw)) return undefined;
  addUnknownKeys(unknown, 'status', raw, knownKeys);
  const known = deliveryStatus(wire.status);
  if (known === 'unknown') unknown.add('status', wire.status);
  if (wire.pricing !== undefined) addUnknownPrices(unknown, wire.pricing);
  const inGroup = wire.recipient_type === 'group';
  const status = present({
    messageId: wire.id,
    status: known,
    rawStatus: wire.status,
    timestampS: Number(wire.timestamp),
    groupId: inGroup ? wire.recipient_id : undefined,
    opaque: wire.biz_opaque_callback_data,
    pricing: wire.pricing === undefined ? undefined : readPricing(wire.pricing),
    conversation: raw['conversation'] === undefined ? undefined : readConversation(raw['conversation']),
    errors: raw['errors'] === undefined ? none : graphErrorsOf(raw['errors']),
    raw,
  });
  const ids = present({
    bsuid: wire.recipient_user_id ?? wire.recipient_participant_user_id,
    // Three names in Meta's own pages and payloads for the same thing.
    parentBsuid: wire.parent_recipient_user_id ?? wire.recipient_parent_user_id ?? wire.parent_user_id,
    phone: inGroup ? wire.recipient_participant_id : wire.recipient_id,
  });
  return { status, ids };
}

const none: readonly GraphErrorBody[] = [];

function deliveryStatus(word: string): DeliveryStatus {
  switch (word) {
    case 'sent':
    case 'delivered':
    case 'read':
    case 'played':
    case 'failed':
    case 'deleted':
      return word;
    default:
      return 'unknown';
  }
}

function readConversation(raw: unknown): StatusConversation | undefined {
  const wire = wireConversation(raw);
  if (wire === undefined) return undefined;
  return present({
    id: wire.id,
    originType: wire.origin?.type,
    expiresAtS: wire.expiration_timestamp === undefined ? undefined : Number(wire.expiration_timestamp),
  });
}
