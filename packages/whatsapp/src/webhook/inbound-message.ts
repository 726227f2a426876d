import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { readContent } from './read-content.ts';
import type { SenderIds } from './sender.ts';
import { WireId, WireSeconds, maybe } from './wire-value.ts';

/** The message this one refers to, and whether it was passed on. */
export type MessageContext = {
  messageId?: string;
  from?: string;
  fromBsuid?: string;
  forwarded?: boolean;
  frequentlyForwarded?: boolean;
  referredProduct?: unknown;
};

/**
 * One message to the business. `id`: Meta's `wamid`, the key to drop repeats by.
 * `timestampS`: when it was sent, in seconds since 1970. `groupId`: only in groups.
 * `referral`: the advertisement it came from, as sent. `raw`: everything Meta sent.
 */
export type InboundMessage = {
  id: string;
  timestampS: number;
  content: InboundContent;
  context?: MessageContext;
  groupId?: string;
  referral?: unknown;
  raw: unknown;
};

const WireMessage = z.object({
  id: WireId,
  timestamp: WireSeconds,
  type: z.string().min(1),
  from: maybe(WireId),
  from_user_id: maybe(WireId),
  from_parent_user_id: maybe(WireId),
  group_id: maybe(WireId),
  context: maybe(
    z.object({
      id: maybe(WireId),
      from: maybe(WireId),
      from_user_id: maybe(WireId),
      forwarded: maybe(z.boolean()),
      frequently_forwarded: maybe(z.boolean()),
      referred_product: maybe(z.unknown()),
    }),
  ),
  referral: maybe(z.unknown()),
});

/** The message and the ids of its sender, or undefined if it has no id, time or type. */
export function readMessage(raw: unknown): { message: InboundMessage; ids: SenderIds } | undefined {
  const parsed = WireMessage.safeParse(raw);
  if (!parsed.success) return undefined;
  const wire = parsed.data;
  const fields = present({
    id: wire.id,
    timestampS: wire.timestamp,
    content: readContent(wire.type, raw),
    context: wire.context === undefined ? undefined : readContext(wire.context),
    groupId: wire.group_id,
  });
  const message =
    wire.referral === undefined ? { ...fields, raw } : { ...fields, referral: wire.referral, raw };
  const ids = present({ bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id, phone: wire.from });
  return { message, ids };
}

function readContext(wire: NonNullable<z.infer<typeof WireMessage>['context']>): MessageContext {
  const context = present({
    messageId: wire.id,
    from: wire.from,
    fromBsuid: wire.from_user_id,
    forwarded: wire.forwarded,
    frequentlyForwarded: wire.frequently_forwarded,
  });
  return wire.referred_product === undefined
    ? context
    : { ...context, referredProduct: wire.referred_product };
}
