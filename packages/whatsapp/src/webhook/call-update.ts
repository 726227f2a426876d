import { z } from 'zod';
import type { SenderIds } from './sender.ts';
import { present } from './present.ts';
import { WireId, WireSeconds, maybe } from './wire-value.ts';

/** Who rang. Only a customer's call opens the service window. Meta leaves it out of some calls by customers. */
export type CallDirection = 'user-initiated' | 'business-initiated';

/**
 * One event of a call. `event` is Meta's word: `connect`, `terminate`, or a later one.
 * Source: Cloud API docs, "Calling API and webhook reference", 2025-11-25.
 */
export type CallEvent = { callId: string; event: string; timestampS: number; direction: CallDirection };

const WireCall = z.object({
  id: WireId,
  event: z.string().min(1),
  timestamp: WireSeconds,
  direction: maybe(z.string()),
  from: maybe(WireId),
  from_user_id: maybe(WireId),
  from_parent_user_id: maybe(WireId),
  to: maybe(WireId),
  to_user_id: maybe(WireId),
  to_parent_user_id: maybe(WireId),
});

/** The event and the ids of the customer, or undefined if it has no call id, event or time. */
export function readCall(raw: unknown): { call: CallEvent; ids: SenderIds } | undefined {
  const parsed = WireCall.safeParse(raw);
  if (!parsed.success) return undefined;
  const wire = parsed.data;
  const byBusiness = wire.direction === 'BUSINESS_INITIATED';
  return {
    call: {
      callId: wire.id,
      event: wire.event,
      timestampS: wire.timestamp,
      direction: byBusiness ? 'business-initiated' : 'user-initiated',
    },
    ids: byBusiness
      ? present({ bsuid: wire.to_user_id, parentBsuid: wire.to_parent_user_id, phone: wire.to })
      : present({ bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id, phone: wire.from }),
  };
}
