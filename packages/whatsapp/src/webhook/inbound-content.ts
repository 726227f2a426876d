import type { GraphErrorBody } from '../graph-error-body.ts';
import type { SharedContact } from './shared-contact.ts';

/** Fields every inbound file has. `url` is Meta's direct address: it lives minutes, so copy at once. */
export type InboundFile = { mediaId: string; mimeType?: string; sha256?: string; url?: string };

export type OrderItem = { retailerId: string; quantity: number; itemPrice?: number; currency?: string };

/**
 * What a customer said. What is not known here, or not formed as documented, is `unknown` and keeps
 * its type and raw form.
 * Source: Cloud API docs, "Messages webhook reference", read 2026-11-21.
 */
export type InboundContent =
  | { kind: 'text'; body: string }
  | ({ kind: 'image'; caption?: string } & InboundFile)
  | ({ kind: 'video'; caption?: string } & InboundFile)
  /** `voice`: recorded in the chat rather than attached. */
  | ({ kind: 'audio'; voice?: boolean } & InboundFile)
  | ({ kind: 'document'; caption?: string; filename?: string } & InboundFile)
  | ({ kind: 'sticker'; animated?: boolean } & InboundFile)
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string; url?: string }
  | { kind: 'contacts'; contacts: readonly SharedContact[] }
  /** `emoji` is empty when the reaction was taken back. */
  | { kind: 'reaction'; messageId: string; emoji: string }
  /** A tapped quick reply of a template. */
  | { kind: 'button'; text: string; payload: string }
  | { kind: 'button-reply'; id: string; title: string }
  | { kind: 'list-reply'; id: string; title: string; description?: string }
  /** A finished Flow. `responseJson`: JSON as text, as Meta sends it. */
  | { kind: 'flow-reply'; responseJson: string; name?: string; body?: string }
  | { kind: 'order'; catalogId?: string; items: readonly OrderItem[]; text?: string }
  /** A product that the customer sent into the chat. */
  | { kind: 'product'; retailerId: string; catalogId?: string }
  | SystemNotice
  /** The customer opened the chat for the first time, and nothing was said yet. */
  | { kind: 'welcome-request' }
  /** `messageId`: the message that was edited. `newBody`: its new text or caption. */
  | { kind: 'edit'; messageId: string; newType?: string; newBody?: string }
  | { kind: 'revoke'; messageId: string }
  /** The answer to our request to be allowed to call. Calls themselves are updates of their own. */
  | {
      kind: 'call';
      event: 'permission-reply';
      response: string;
      isPermanent?: boolean;
      expiresAtS?: number;
      /** What made the customer answer, in Meta's words: `user_action` or `automatic`. */
      responseSource?: string;
    }
  /** WhatsApp could not hand the message over; `type` names the original kind if Meta says it. */
  | { kind: 'unsupported'; type: string; errors?: readonly GraphErrorBody[] }
  | { kind: 'unknown'; type: string; raw: unknown };

/**
 * Meta's own notice about a person. `type` is Meta's word: `user_changed_number`,
 * `customer_identity_changed`, `user_changed_user_id`, or a later one. The old number or
 * id is the update's sender, save where `previousBsuid` says it.
 */
export type SystemNotice = {
  kind: 'system';
  type: string;
  body?: string;
  newPhone?: string;
  newBsuid?: string;
  newParentBsuid?: string;
  previousBsuid?: string;
  previousParentBsuid?: string;
  /** The hash after a change of identity; see `Sender`. */
  identityKeyHash?: string;
};
