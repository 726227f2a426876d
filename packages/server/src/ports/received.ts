import type { InboundContent } from '@ambit/core/message/inbound';
import type { Instant } from '@ambit/core/schedule/instant';

/** What identifies the sender; any part may be missing, none is ever reformatted. */
export type SenderIdentities = {
  readonly bsuid?: string;
  readonly phone?: string;
  readonly username?: string;
  readonly profileName?: string;
};

/** A customer's message, as a channel delivered it. `address`: the channel's own address (phone_number_id). */
export type ReceivedMessage = {
  readonly kind: 'message';
  readonly address: string;
  readonly sender: SenderIdentities;
  readonly messageId: string;
  readonly at: Instant;
  readonly content: InboundContent;
  /** The wire form, kept where Ambit does not read all of it. */
  readonly raw?: unknown;
  /** Set when Meta links this person to an identity known before (changed number or user id). */
  readonly linkedTo?: SenderIdentities;
};

/** What Meta says of a message of ours. */
export type ReceivedStatus = {
  readonly kind: 'status';
  readonly address: string;
  readonly messageId: string;
  readonly outboxId?: string;
  readonly status: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'other';
  readonly at: Instant;
  readonly pricing?: { readonly category?: string; readonly type?: string };
  readonly failure?: { readonly code?: number; readonly reason: string };
  readonly raw: unknown;
};

/** Anything else: kept, counted, shown. */
export type ReceivedOther = {
  readonly kind: 'other';
  readonly address?: string;
  readonly field: string;
  readonly raw: unknown;
};

export type Received = ReceivedMessage | ReceivedStatus | ReceivedOther;

/**
 * Something in a webhook that this version does not know: how one learns that Meta has added something.
 * `what`: where it was, one of a closed set. `name`: Meta's own name for it.
 */
export type UnknownPart = {
  readonly what:
    | 'field'
    | 'message-type'
    | 'interactive-type'
    | 'system-type'
    | 'status'
    | 'call-event'
    | 'event'
    | 'pricing'
    | 'key'
    | 'malformed';
  readonly name: string;
};

/** How a channel's webhooks are proved and read. Given by the channel, used by the HTTP edge. */
export type WebhookReader = {
  /** True when one of the app's secrets signed exactly these bytes. */
  isSigned(rawBody: Uint8Array, signatureHeader: string | undefined): boolean;
  /** The challenge to echo, or undefined when the subscription's token is wrong. */
  handshake(query: URLSearchParams): string | undefined;
  /** Never throws: what cannot be read comes back as `other`. */
  read(json: unknown): readonly Received[];
};
