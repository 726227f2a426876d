import type { GraphErrorBody } from '../graph-error-body.ts';
import type { CallEvent } from './call-update.ts';
import type { InboundMessage } from './inbound-message.ts';
import type { Sender } from './sender.ts';
import type { StatusUpdate } from './status-update.ts';

/** The number an update belongs to: route on both. */
export type NumberKey = { wabaId: string; phoneNumberId: string };

/** One thing that happened. `raw` is the piece of JSON it was read from. */
export type WebhookUpdate =
  | ({
      kind: 'message';
      displayPhoneNumber?: string;
      message: InboundMessage;
      sender: Sender;
      raw: unknown;
    } & NumberKey)
  | ({ kind: 'status'; status: StatusUpdate; raw: unknown } & NumberKey)
  | ({ kind: 'call'; sender: Sender; raw: unknown } & CallEvent & NumberKey)
  /** Something went wrong at Meta that belongs to no message. */
  | ({ kind: 'value-error'; error: GraphErrorBody; raw: unknown } & NumberKey)
  /** A field not read here, or a piece that is not formed as documented. `wabaId` is empty if none was named. */
  | { kind: 'other'; wabaId: string; phoneNumberId?: string; field: string; raw: unknown };
