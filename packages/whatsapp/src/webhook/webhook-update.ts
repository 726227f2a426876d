import type { GraphErrorBody } from '../graph-error-body.ts';
import type { CallEvent, CallStatus } from './call-update.ts';
import type { InboundMessage } from './inbound-message.ts';
import type { Notice } from './notices/read-notice.ts';
import type { PaymentStatus } from './payment-status.ts';
import type { Sender } from './sender.ts';
import type { StatusUpdate } from './status-update.ts';

/** The number an update belongs to: route on both. `wabaId` is empty if Meta named none. */
export type NumberKey = { wabaId: string; phoneNumberId: string };

/** What the conversation's owner, Meta's agent or another program, has sent to the customer. */
export type StandbyEcho = {
  /** Meta's `wamid`. */
  id: string;
  timestampS?: number;
  /** The body of the send, as the owner made it. */
  message: unknown;
  raw: unknown;
};

type MessageUpdate = {
  kind: 'message';
  displayPhoneNumber?: string;
  message: InboundMessage;
  sender: Sender;
  raw: unknown;
} & NumberKey;

type StatusOfMessage = { kind: 'status'; status: StatusUpdate; raw: unknown } & NumberKey;

/**
 * What goes on in a conversation that Meta's Business Agent holds: nobody waits for our answer, and
 * whoever sends takes the conversation back.
 */
export type Standby = {
  messages: readonly MessageUpdate[];
  echoes: readonly StandbyEcho[];
  statuses: readonly StatusOfMessage[];
};

/** One thing that happened. `raw` is the piece of JSON it was read from. */
export type WebhookUpdate =
  | MessageUpdate
  | StatusOfMessage
  | ({ kind: 'call'; sender: Sender; raw: unknown } & CallEvent & NumberKey)
  | ({ kind: 'call-status'; recipient: Sender; raw: unknown } & CallStatus & NumberKey)
  | ({ kind: 'payment-status'; raw: unknown } & PaymentStatus & NumberKey)
  /** Something went wrong at Meta that belongs to no message. */
  | ({ kind: 'value-error'; error: GraphErrorBody; raw: unknown } & NumberKey)
  | ({ kind: 'standby'; standby: Standby; raw: unknown } & NumberKey)
  /** A whole change of a field that is no message: templates, account, number, preferences, groups, echoes … */
  | { kind: 'notice'; wabaId: string; phoneNumberId?: string; atS?: number; notice: Notice; raw: unknown }
  /** A field not known here, or a piece that is not formed as documented. `wabaId` is empty if none was named. */
  | { kind: 'other'; wabaId: string; phoneNumberId?: string; field: string; raw: unknown };
