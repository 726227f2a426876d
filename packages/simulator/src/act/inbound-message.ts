import { shownWaId, type Customer } from '../people/customer.ts';
import type { CustomerAction } from '../customer-action.ts';
import type { Medium } from '../media/media-store.ts';
import { contextOf, referralOf } from './message-context.ts';
import type { Json } from '../webhooks/webhook-body.ts';

type Spoken = Exclude<CustomerAction, { kind: 'call' }>;

/** What an act needs besides itself. `medium` is the file of an image, audio, sticker or document. */
export type InboundContext = {
  readonly wamid: string;
  readonly customer: Customer;
  readonly atMs: number;
  readonly displayPhoneNumber: string;
  readonly medium: Medium | undefined;
  readonly mediumUrl: string;
  /** The file is above 100 MB: Meta tells only that it could not be fetched. */
  readonly tooLarge: boolean;
};

/** The `messages[]` object of a webhook for one act of a customer. */
export function inboundMessage(action: Spoken, context: InboundContext): Json {
  const { customer } = context;
  const waId = shownWaId(customer);
  return {
    ...(waId === undefined ? {} : { from: waId }),
    from_user_id: customer.userId,
    ...(customer.parentUserId === undefined ? {} : { from_parent_user_id: customer.parentUserId }),
    id: context.wamid,
    timestamp: String(Math.floor(context.atMs / 1_000)),
    ...(action.groupId === undefined ? {} : { group_id: action.groupId }),
    ...contextOf(action, context.displayPhoneNumber),
    ...referralOf(action),
    ...(context.tooLarge ? tooLarge(action) : content(action, context)),
  };
}

function content(action: Spoken, context: InboundContext): Json {
  switch (action.kind) {
    case 'text':
      return { type: 'text', text: { body: action.body } };
    case 'button':
      return {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: action.id, title: action.title } },
      };
    case 'template-button':
      return { type: 'button', button: { payload: action.payload, text: action.text } };
    case 'list':
      return {
        type: 'interactive',
        interactive: {
          type: 'list_reply',
          list_reply: {
            id: action.id,
            title: action.title,
            ...(action.description === undefined ? {} : { description: action.description }),
          },
        },
      };
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: action.messageId, emoji: action.emoji } };
    case 'sticker':
      return { type: 'sticker', sticker: { ...file(context), animated: action.animated ?? false } };
    case 'image':
    case 'video':
      return { type: action.kind, [action.kind]: { ...caption(action.caption), ...file(context) } };
    case 'document':
      return {
        type: 'document',
        document: { ...caption(action.caption), filename: action.filename, ...file(context) },
      };
    case 'audio':
      return { type: 'audio', audio: { ...file(context), voice: action.voice ?? true } };
    case 'location':
      return {
        type: 'location',
        location: {
          latitude: action.latitude,
          longitude: action.longitude,
          ...(action.name === undefined ? {} : { name: action.name }),
          ...(action.address === undefined ? {} : { address: action.address }),
        },
      };
    case 'contacts':
      return {
        type: 'contacts',
        contacts: [
          {
            name: { formatted_name: action.name, first_name: action.name.split(' ')[0] },
            ...(action.phone === undefined
              ? {}
              : { phones: [{ phone: action.phone, wa_id: action.phone.replace(/\D/g, ''), type: 'CELL' }] }),
            ...(action.origin === undefined ? {} : { origin: action.origin }),
          },
        ],
      };
    case 'order':
      return {
        type: 'order',
        order: {
          catalog_id: action.catalogId,
          ...(action.text === undefined ? {} : { text: action.text }),
          product_items: action.items.map((item) => ({
            product_retailer_id: item.retailerId,
            quantity: item.quantity,
            item_price: item.price,
            currency: item.currency,
          })),
        },
      };
    case 'flow-reply':
      return nfmReply('flow', action.body, { flow_token: action.flowToken, ...action.response });
    case 'address':
      return nfmReply('address_message', Object.values(action.values).join('\n'), { values: action.values });
    case 'call-permission':
      return {
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: {
            response: action.response,
            ...(action.response === 'accept'
              ? {
                  is_permanent: action.isPermanent,
                  ...(action.isPermanent
                    ? {}
                    : { expiration_timestamp: String(Math.floor(context.atMs / 1_000) + 7 * 86_400) }),
                }
              : {}),
            response_source: 'user_action',
          },
        },
      };
    case 'welcome':
      return { type: 'request_welcome' };
    case 'edit':
      return {
        type: 'edit',
        edit: {
          original_message_id: action.messageId,
          message: { context: { id: action.messageId }, type: 'text', text: { body: action.body } },
        },
      };
    case 'revoke':
      return { type: 'revoke', revoke: { original_message_id: action.messageId } };
    case 'unsupported':
      return {
        type: 'unsupported',
        errors: [
          {
            code: 131051,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is currently not supported.' },
          },
        ],
        unsupported: { type: action.type ?? 'poll_creation' },
      };
  }
}

function file(context: InboundContext): Json {
  if (context.medium === undefined) return {};
  const { id, mimeType, sha256 } = context.medium;
  return { mime_type: mimeType, sha256, id, url: context.mediumUrl };
}

function caption(text: string | undefined): Json {
  return text === undefined ? {} : { caption: text };
}

function nfmReply(name: string, body: string, response: Json): Json {
  return {
    type: 'interactive',
    interactive: {
      type: 'nfm_reply',
      nfm_reply: { name, body, response_json: JSON.stringify(response) },
    },
  };
}

/** What comes in place of a file that Meta could not fetch. */
function tooLarge(action: Spoken): Json {
  return {
    type: 'unsupported',
    errors: [
      {
        code: 131052,
        title: 'Media download error',
        message: 'Media download error',
        error_data: { details: 'The file is larger than 100 MB; ask the customer to send a smaller one.' },
      },
    ],
    unsupported: { type: action.kind },
  };
}
