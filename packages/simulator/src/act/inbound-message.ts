import type { Customer } from '../people/customer.ts';
import type { CustomerAction } from '../customer-action.ts';
import type { Medium } from '../media/media-store.ts';
import type { Bubble } from '../thread-message.ts';

type Json = Readonly<Record<string, unknown>>;
type Spoken = Exclude<CustomerAction, { kind: 'call' }>;

/** What an act needs besides itself. `medium` is the file of an image, audio, sticker or document. */
export type InboundContext = {
  readonly wamid: string;
  readonly customer: Customer;
  readonly atMs: number;
  readonly displayPhoneNumber: string;
  readonly medium: Medium | undefined;
  readonly mediumUrl: string;
};

/** The `messages[]` object of a webhook for one act of a customer. */
export function inboundMessage(action: Spoken, context: InboundContext): Json {
  const { customer } = context;
  return {
    ...(customer.waId === undefined ? {} : { from: customer.waId }),
    from_user_id: customer.userId,
    id: context.wamid,
    timestamp: String(Math.floor(context.atMs / 1_000)),
    ...(action.groupId === undefined ? {} : { group_id: action.groupId }),
    ...(action.replyTo === undefined
      ? {}
      : { context: { from: context.displayPhoneNumber, id: action.replyTo } }),
    ...content(action, context),
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
            ...(action.phone === undefined ? {} : { phones: [{ phone: action.phone, type: 'CELL' }] }),
          },
        ],
      };
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
        unsupported: { type: 'poll_creation' },
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

/** How the phone shows an act, or undefined for acts that change another bubble. */
export function inboundBubble(action: CustomerAction, medium: Medium | undefined): Bubble | undefined {
  const mediaId = medium === undefined ? {} : { mediaId: medium.id };
  switch (action.kind) {
    case 'text':
      return { kind: 'text', body: action.body };
    case 'button':
      return { kind: 'choice', title: action.title };
    case 'template-button':
      return { kind: 'choice', title: action.text };
    case 'list':
      return {
        kind: 'choice',
        title: action.title,
        ...(action.description === undefined ? {} : { description: action.description }),
      };
    case 'sticker':
      return { kind: 'media', media: 'sticker', ...mediaId };
    case 'image':
    case 'video':
      return { kind: 'media', media: action.kind, ...mediaId, ...caption(action.caption) };
    case 'document':
      return {
        kind: 'media',
        media: 'document',
        filename: action.filename,
        ...mediaId,
        ...caption(action.caption),
      };
    case 'audio':
      return { kind: 'media', media: 'audio', voice: action.voice ?? true, ...mediaId };
    case 'location':
      return {
        kind: 'location',
        latitude: action.latitude,
        longitude: action.longitude,
        ...(action.name === undefined ? {} : { name: action.name }),
        ...(action.address === undefined ? {} : { address: action.address }),
      };
    case 'contacts':
      return {
        kind: 'contacts',
        cards: [{ name: action.name, ...(action.phone === undefined ? {} : { phone: action.phone }) }],
      };
    case 'call':
      return { kind: 'call' };
    case 'unsupported':
      return { kind: 'unsupported' };
    case 'edit':
    case 'revoke':
    case 'reaction':
      return undefined;
  }
}
