import { z } from 'zod';
import type { InboundContent } from '@ambit/core/message/inbound';
import type { InboundContent as WireContent } from '@ambit/whatsapp/webhook/inbound-content';

/** WhatsApp's content in Ambit's words. What Ambit cannot use yet is `unsupported` and keeps its raw form. */
export function inboundContent(wire: WireContent): InboundContent {
  switch (wire.kind) {
    case 'text':
      return { kind: 'text', body: wire.body };
    case 'image':
    case 'video':
      return {
        kind: 'media',
        medium: wire.kind,
        mediaId: wire.mediaId,
        ...(wire.caption === undefined ? {} : { caption: wire.caption }),
      };
    case 'document':
      return {
        kind: 'media',
        medium: 'document',
        mediaId: wire.mediaId,
        ...(wire.caption === undefined ? {} : { caption: wire.caption }),
        ...(wire.filename === undefined ? {} : { filename: wire.filename }),
      };
    case 'audio':
      return { kind: 'media', medium: 'audio', mediaId: wire.mediaId };
    case 'sticker':
      return { kind: 'sticker', mediaId: wire.mediaId };
    case 'location':
      return { kind: 'location', latitude: wire.latitude, longitude: wire.longitude };
    case 'contacts':
      return { kind: 'contacts' };
    case 'reaction':
      return { kind: 'reaction', to: wire.messageId, emoji: wire.emoji };
    case 'button':
      return { kind: 'choice', id: wire.payload, title: wire.text };
    case 'button-reply':
    case 'list-reply':
      return { kind: 'choice', id: wire.id, title: wire.title };
    case 'edit':
      return wire.newBody === undefined
        ? { kind: 'unsupported', type: 'edit' }
        : { kind: 'edit', of: wire.messageId, body: wire.newBody };
    case 'revoke':
      return { kind: 'revoke', of: wire.messageId };
    case 'system':
      return { kind: 'system', what: wire.type };
    case 'call':
      return { kind: 'system', what: `call-${wire.event}` };
    case 'order':
      return order(wire);
    case 'flow-reply':
      return formAnswers(wire.responseJson);
    case 'product':
      return { kind: 'unsupported', type: wire.kind };
    case 'welcome-request':
      return { kind: 'unsupported', type: 'request_welcome' };
    case 'unsupported':
    case 'unknown':
      return { kind: 'unsupported', type: wire.type };
  }
}

/** What was filled into a form that we sent; anything else that comes in this way has no token of ours. */
function formAnswers(json: string): InboundContent {
  const read = FormReply.safeParse(parseJson(json));
  if (!read.success) return { kind: 'unsupported', type: 'flow-reply' };
  const { flow_token: token, ...answers } = read.data;
  return { kind: 'form-answers', token, answers };
}

const FormReply = z.object({ flow_token: z.string().min(1) }).catchall(z.json());

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A basket without a product, or with a part of one, is nothing that can be ordered. */
function order(wire: Extract<WireContent, { kind: 'order' }>): InboundContent {
  const whole = wire.items.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0);
  if (wire.items.length === 0 || !whole) return { kind: 'unsupported', type: 'order' };
  return {
    kind: 'order',
    items: wire.items.map(({ retailerId, quantity, itemPrice }) => ({
      product: retailerId,
      quantity,
      ...(itemPrice === undefined ? {} : { price: itemPrice }),
    })),
    ...(wire.text === undefined || wire.text === '' ? {} : { note: wire.text }),
  };
}
