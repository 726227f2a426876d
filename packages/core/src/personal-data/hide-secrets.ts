import { withTexts } from '../message/form-answers.ts';
import type { InboundContent } from '../message/inbound.ts';
import { hiddenSecret, secretPlaces } from './secret-places.ts';

/**
 * A customer's words as they are kept and shown: "(card number hidden)" and "(code hidden)" stand for the secrets
 * that `withoutSecrets` takes out before they are understood.
 */
export function hideSecrets(text: string): string {
  let hidden = '';
  let from = 0;
  for (const { kind, start, end } of secretPlaces(text)) {
    hidden += `${text.slice(from, start)}${hiddenSecret[kind]}`;
    from = end;
  }
  return from === 0 ? text : hidden + text.slice(from);
}

/** The same for whatever a customer may have written of a message. */
export function hideSecretsIn(content: InboundContent): InboundContent {
  switch (content.kind) {
    case 'text':
    case 'edit':
      return { ...content, body: hideSecrets(content.body) };
    case 'media':
      return {
        ...content,
        ...(content.caption === undefined ? {} : { caption: hideSecrets(content.caption) }),
        ...(content.transcript?.kind === 'heard'
          ? { transcript: { ...content.transcript, text: hideSecrets(content.transcript.text) } }
          : {}),
      };
    case 'order':
      return content.note === undefined ? content : { ...content, note: hideSecrets(content.note) };
    case 'form-answers':
      return { ...content, answers: withTexts(content.answers, hideSecrets) };
    case 'choice':
    case 'sticker':
    case 'reaction':
    case 'location':
    case 'contacts':
    case 'revoke':
    case 'call':
    case 'group':
    case 'system':
    case 'unsupported':
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'appointment-news':
    case 'order-news':
    case 'refused-by-policy':
    case 'business-event':
      return content;
  }
}
