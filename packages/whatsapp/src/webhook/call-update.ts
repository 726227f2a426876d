import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import type { GraphErrorBody } from '../graph-error-body.ts';
import type { SenderIds } from './sender.ts';
import { present } from './present.ts';
import { reader } from './reader.ts';
import type { UnknownParts } from './unknown-part.ts';
import { isRecord } from './wire-value.ts';

/** Who rang. Only a customer's call opens the service window. Meta leaves it out of some calls by customers. */
export type CallDirection = 'user-initiated' | 'business-initiated';

/**
 * One event of a call. `event` is Meta's word: `connect`, `terminate`, or a later one.
 * `outcome`, `startS`, `endS`, `durationS`: at the end of a call, Meta's word (`COMPLETED`, `FAILED`) and times
 * in seconds. `sdp`: the description of the media session. `opaque`: our own `biz_opaque_callback_data`.
 * Source: Cloud API docs, "Calling API and webhook reference", 2025-11-25.
 */
export type CallEvent = {
  callId: string;
  event: string;
  timestampS: number;
  direction: CallDirection;
  outcome?: string;
  startS?: number;
  endS?: number;
  durationS?: number;
  sdp?: { type: string; sdp: string };
  opaque?: string;
  errors?: readonly GraphErrorBody[];
};

/** How far a call of ours has come: Meta's word, `RINGING`, `ACCEPTED` or `REJECTED`. */
export type CallStatus = { callId: string; status: string; timestampS: number; opaque?: string };

const events = new Set([
  'connect',
  'terminate',
  'call_created',
  'pre_accept',
  'accept',
  'reject',
  'call_recording_available',
  'call_transcription_available',
]);
const statuses = new Set(['RINGING', 'ACCEPTED', 'REJECTED']);

const wireCall = reader((f) =>
  z.object({
    id: f.id,
    // The server names the message of a call by both.
    event: z.string().min(1).max(100),
    timestamp: f.seconds,
    direction: f.maybe(z.string()),
    from: f.maybe(f.id),
    from_user_id: f.maybe(f.id),
    from_parent_user_id: f.maybe(f.id),
    to: f.maybe(f.id),
    to_user_id: f.maybe(f.id),
    to_parent_user_id: f.maybe(f.id),
    status: f.maybe(z.string()),
    start_time: f.maybe(f.seconds),
    end_time: f.maybe(f.seconds),
    duration: f.maybe(f.number),
    session: f.maybe(z.object({ sdp_type: z.string(), sdp: z.string() })),
    biz_opaque_callback_data: f.maybe(z.string()),
  }),
);

const wireCallStatus = reader((f) =>
  z.object({
    id: f.id,
    status: z.string().min(1),
    timestamp: f.seconds,
    recipient_id: f.maybe(f.id),
    recipient_user_id: f.maybe(f.id),
    parent_recipient_user_id: f.maybe(f.id),
    biz_opaque_callback_data: f.maybe(z.string()),
  }),
);

/** The event and the ids of the customer, or undefined if it has no call id, event or time. */
export function readCall(
  raw: unknown,
  unknown: UnknownParts,
): { call: CallEvent; ids: SenderIds } | undefined {
  const wire = wireCall(raw);
  if (wire === undefined || !isRecord(raw)) return undefined;
  if (!events.has(wire.event)) unknown.add('call-event', wire.event);
  const byBusiness = wire.direction === 'BUSINESS_INITIATED';
  const { session } = wire;
  return {
    call: present({
      callId: wire.id,
      event: wire.event,
      timestampS: Number(wire.timestamp),
      direction: byBusiness ? ('business-initiated' as const) : ('user-initiated' as const),
      outcome: wire.status,
      startS: wire.start_time === undefined ? undefined : Number(wire.start_time),
      endS: wire.end_time === undefined ? undefined : Number(wire.end_time),
      durationS: wire.duration,
      sdp: session === undefined ? undefined : { type: session.sdp_type, sdp: session.sdp },
      opaque: wire.biz_opaque_callback_data,
      errors: raw['errors'] === undefined ? undefined : graphErrorsOf(raw['errors']),
    }),
    ids: byBusiness
      ? present({ bsuid: wire.to_user_id, parentBsuid: wire.to_parent_user_id, phone: wire.to })
      : present({ bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id, phone: wire.from }),
  };
}

/** The status of a call and the ids of the customer, or undefined if it has no call id, status or time. */
export function readCallStatus(
  raw: unknown,
  unknown: UnknownParts,
): { status: CallStatus; ids: SenderIds } | undefined {
  const wire = wireCallStatus(raw);
  if (wire === undefined) return undefined;
  if (!statuses.has(wire.status)) unknown.add('status', wire.status);
  return {
    status: present({
      callId: wire.id,
      status: wire.status,
      timestampS: Number(wire.timestamp),
      opaque: wire.biz_opaque_callback_data,
    }),
    ids: present({
      bsuid: wire.recipient_user_id,
      parentBsuid: wire.parent_recipient_user_id,
      phone: wire.recipient_id,
    }),
  };
}
