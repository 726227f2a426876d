import type { ThreadMessage } from '../thread-message.ts';

const mediaNames = {
  image: 'Photo',
  video: 'Video',
  audio: 'Voice message',
  document: 'Document',
  sticker: 'Sticker',
} as const;

/** The few words that stand for a message in a quote. */
export function summaryOf(message: ThreadMessage): string {
  const { bubble } = message;
  if (message.revoked) return 'Deleted message';
  switch (bubble.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
    case 'template':
    case 'flow':
    case 'carousel':
    case 'products':
    case 'request':
    case 'order':
    case 'notice':
      return bubble.body;
    case 'cart':
      return bubble.text ?? itemsOf(bubble.items);
    case 'choice':
      return bubble.title;
    case 'media':
      return bubble.caption ?? bubble.filename ?? mediaNames[bubble.media];
    case 'location':
      return bubble.name ?? 'Location';
    case 'contacts':
      return bubble.cards.map((card) => card.name).join(', ');
    case 'call':
      return 'Voice call';
    case 'unsupported':
      return 'Unsupported message';
  }
}

/** "1 item", "3 items". */
export function itemsOf(count: number): string {
  return `${count} item${count === 1 ? '' : 's'}`;
}
