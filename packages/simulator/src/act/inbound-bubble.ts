import type { CustomerAction } from '../customer-action.ts';
import type { Medium } from '../media/media-store.ts';
import type { Bubble } from '../thread-message.ts';

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
    case 'order':
      return {
        kind: 'cart',
        catalogId: action.catalogId,
        items: action.items.reduce((sum, item) => sum + item.quantity, 0),
        ...(action.text === undefined ? {} : { text: action.text }),
      };
    case 'flow-reply':
      return { kind: 'choice', title: action.body };
    case 'address':
      return { kind: 'text', body: Object.values(action.values).join('\n') };
    case 'call-permission':
      return { kind: 'choice', title: action.response === 'accept' ? 'Calls allowed' : 'Calls not allowed' };
    case 'welcome':
      return { kind: 'notice', body: 'Opened the chat' };
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

function caption(text: string | undefined): { caption?: string } {
  return text === undefined ? {} : { caption: text };
}
