import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { readContent } from './read-content.ts';
import { systemTypes } from './read-system.ts';
import { reader, type Forms, type WireRecord } from './reader.ts';
import { Referral, ReferredProduct } from './referral.ts';
import type { SenderIds } from './sender.ts';
import { addUnknownKeys, type UnknownParts } from './unknown-part.ts';
import { isIdOrAbsent, isIdText, isRecord, isSecondsText } from './wire-value.ts';

/** The message this one refers to, and whether it was passed on. */
export type MessageContext = {
  messageId?: string;
  from?: string;
  fromBsuid?: string;
  forwarded?: boolean;
  frequentlyForwarded?: boolean;
  referredProduct?: ReferredProduct;
};

/**
 * One message to the business. `id`: Meta's `wamid`, the key to drop repeats by.
 * `timestampS`: when it was sent, in seconds since 1970. `groupId`: only in groups.
 * `referral`: the advertisement it came from, in Meta's words. `raw`: everything Meta sent.
 */
export type InboundMessage = {
  id: string;
  timestampS: number;
  content: InboundContent;
  context?: MessageContext;
  groupId?: string;
  referral?: Referral;
  raw: unknown;
};

const wireContext = reader((f) =>
  z.object({
    id: f.maybe(f.id),
    from: f.maybe(f.id),
    from_user_id: f.maybe(f.id),
    forwarded: f.maybe(z.boolean()),
    frequently_forwarded: f.maybe(z.boolean()),
    referred_product: f.maybe(ReferredProduct),
  }),
);

/** The fields of a message on the wire, but for its content. */
export function messageForm(f: Forms) {
  return z.object({
    id: f.id,
    timestamp: f.seconds,
    type: z.string().min(1),
    from: f.maybe(f.id),
    from_user_id: f.maybe(f.id),
    from_parent_user_id: f.maybe(f.id),
    group_id: f.maybe(f.id),
    referral: f.maybe(Referral),
  });
}

/** The same by hand; undefined for a message from an ad, too. */
export function messageByHand(raw: WireRecord): z.output<ReturnType<typeof messageForm>> | undefined {
  const { id, timestamp, type, from, from_user_id, from_parent_user_id, group_id, referral } = raw;
  return isIdText(id) &&
    isSecondsText(timestamp) &&
    typeof type === 'string' &&
    type !== '' &&
    isIdOrAbsent(from) &&
    isIdOrAbsent(from_user_id) &&
    isIdOrAbsent(from_parent_user_id) &&
    isIdOrAbsent(group_id) &&
    referral === undefined
    ? { id, timestamp, type, from, from_user_id, from_parent_user_id, group_id, referral }
    : undefined;
}

const wireMessage = reader(messageForm, messageByHand);

const knownKeys = new Set([
  'id',
  'timestamp',
  'type',
  'from',
  'from_user_id',
  'from_parent_user_id',
  'group_id',
  'context',
  'referral',
  'errors',
  'recipient_type',
]);

/** The message and the ids of its sender, or undefined if it has no id, time or type. */
export function readMessage(
  raw: unknown,
  unknown: UnknownParts,
): { message: InboundMessage; ids: SenderIds } | undefined {
  const wire = wireMessage(raw);
  if (wire === undefined || !isRecord(raw)) return undefined;
  addUnknownKeys(unknown, 'message', raw, knownKeys, wire.type);
  const content = readContent(wire.type, raw, unknown);
  if (content.kind === 'system' && !systemTypes.has(content.type)) unknown.add('system-type', content.type);
  return {
    message: present({
      id: wire.id,
      timestampS: Number(wire.timestamp),
      content,
      context: raw['context'] === undefined ? undefined : readContext(raw['context']),
      groupId: wire.group_id,
      referral: wire.referral,
      raw,
    }),
    ids: present({ bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id, phone: wire.from }),
  };
}

function readContext(raw: unknown): MessageContext | undefined {
  const wire = wireContext(raw);
  if (wire === undefined) return undefined;
  return present({
    messageId: wire.id,
    from: wire.from,
    fromBsuid: wire.from_user_id,
    forwarded: wire.forwarded,
    frequentlyForwarded: wire.frequently_forwarded,
    referredProduct: wire.referred_product,
  });
}
