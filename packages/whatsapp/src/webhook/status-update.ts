import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import type { GraphErrorBody } from '../graph-error-body.ts';
import { present } from './present.ts';
import type { SenderIds } from './sender.ts';
import type { Sender } from './sender.ts';
import { WireId, WireSeconds, maybe } from './wire-value.ts';

/** `deleted` is legacy; `played` is for voice notes; `unknown` is any word not documented yet. */
export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted' | 'unknown';

/**
 * What Meta counted. `model`: CBP or PMP. `type`: regular, free_customer_service, free_entry_point.
 * `category`: service, utility, marketing, authentication … (`general_purpose_ai` is an alarm).
 * Comes with `sent` and with one of `delivered` and `read`.
 */
export type StatusPricing = { billable?: boolean; model?: string; type?: string; category?: string };

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

const Known = z.enum(['sent', 'delivered', 'read', 'played', 'failed', 'deleted']);

const WireStatus = z.object({
  id: WireId,
  status: z.string().min(1),
  timestamp: WireSeconds,
  recipient_type: maybe(z.string()),
  recipient_id: maybe(WireId),
  recipient_participant_id: maybe(WireId),
  recipient_user_id: maybe(WireId),
  recipient_participant_user_id: maybe(WireId),
  parent_recipient_user_id: maybe(WireId),
  parent_user_id: maybe(WireId),
  biz_opaque_callback_data: maybe(z.string()),
  pricing: maybe(
    z.object({
      billable: maybe(z.boolean()),
      pricing_model: maybe(z.string()),
      type: maybe(z.string()),
      category: maybe(z.string()),
    }),
  ),
  conversation: maybe(
    z.object({
      id: maybe(WireId),
      origin: maybe(z.object({ type: maybe(z.string()) })),
      expiration_timestamp: maybe(WireSeconds),
    }),
  ),
  errors: maybe(z.unknown()),
});

/** The status and the ids of its recipient, or undefined if it has no message id, status or time. */
export function readStatus(
  raw: unknown,
): { status: Omit<StatusUpdate, 'recipient'>; ids: SenderIds } | undefined {
  const parsed = WireStatus.safeParse(raw);
  if (!parsed.success) return undefined;
  const wire = parsed.data;
  const known = Known.safeParse(wire.status);
  const inGroup = wire.recipient_type === 'group';
  const status = {
    messageId: wire.id,
    status: known.data ?? ('unknown' as const),
    rawStatus: wire.status,
    timestampS: wire.timestamp,
    errors: graphErrorsOf(wire.errors),
    raw,
    ...present({
      groupId: inGroup ? wire.recipient_id : undefined,
      opaque: wire.biz_opaque_callback_data,
      pricing: wire.pricing === undefined ? undefined : readPricing(wire.pricing),
      conversation: wire.conversation === undefined ? undefined : readConversation(wire.conversation),
    }),
  };
  const ids = present({
    bsuid: wire.recipient_user_id ?? wire.recipient_participant_user_id,
    // One of Meta's examples names it parent_user_id.
    parentBsuid: wire.parent_recipient_user_id ?? wire.parent_user_id,
    phone: inGroup ? wire.recipient_participant_id : wire.recipient_id,
  });
  return { status, ids };
}

type Wire = z.infer<typeof WireStatus>;

function readPricing(wire: NonNullable<Wire['pricing']>): StatusPricing {
  return present({
    billable: wire.billable,
    model: wire.pricing_model,
    type: wire.type,
    category: wire.category,
  });
}

function readConversation(wire: NonNullable<Wire['conversation']>): StatusConversation {
  return present({ id: wire.id, originType: wire.origin?.type, expiresAtS: wire.expiration_timestamp });
}
