import { marketingLimitOf } from '../limits/marketing-cap.ts';
import type { Customer } from '../people/customer.ts';
import { isFreeEntryOpen, windowOf } from '../people/threads.ts';
import { marketOf } from '../pricing/market.ts';
import type { Bubble, ConversationView, WindowState } from '../thread-message.ts';
import type { World } from '../world.ts';

/** One row of the list of customers. */
export type CustomerView = Customer & {
  readonly unread: number;
  /** The service window with each number of the account. */
  readonly windows: readonly { readonly phoneNumberId: string; readonly window: WindowState }[];
  /** Marketing templates that count against Meta's cap per person, last 24 h; `limit` is null where there is none. */
  readonly marketingUse: { readonly used: number; readonly limit: number | null };
  readonly lastMessage: { readonly atMs: number; readonly from: string; readonly text: string } | null;
};

/** A thread as the phone sees it; undefined for nobody. */
export function conversationView(
  world: World,
  key: string,
  phoneNumberId: string,
): ConversationView | undefined {
  const customer = world.customers.find(key);
  if (customer === undefined) return undefined;
  const thread = world.threads.find(phoneNumberId, customer.id);
  const nowMs = world.clock.nowMs();
  const typingUntilMs = thread?.typingUntilMs;
  return {
    customer,
    phoneNumberId,
    nowMs,
    window: windowOf(thread, nowMs),
    freeEntryUntilMs: isFreeEntryOpen(thread, nowMs) ? (thread?.freeEntryUntilMs ?? null) : null,
    holder: thread?.holder ?? 'business',
    typingUntilMs: typingUntilMs !== undefined && typingUntilMs > nowMs ? typingUntilMs : null,
    unread: thread?.unread ?? 0,
    messages: thread?.messages ?? [],
  };
}

/** A person with what was said last, and what the business may still send. */
export function customerView(world: World, customer: Customer): CustomerView {
  const threads = world.threads.ofCustomer(customer.id);
  const nowMs = world.clock.nowMs();
  const { limits, marketingPerDay } = world.settings;
  const latest = threads
    .flatMap((thread) => thread.messages.slice(-1))
    .toSorted((one, other) => other.atMs - one.atMs)[0];
  return {
    ...customer,
    unread: threads.reduce((sum, thread) => sum + thread.unread, 0),
    windows: [...world.lines.keys()].map((phoneNumberId) => ({
      phoneNumberId,
      window: windowOf(world.threads.find(phoneNumberId, customer.id), nowMs),
    })),
    marketingUse: {
      used: world.limits.marketing.used(customer.id, nowMs),
      limit: marketingLimitOf(marketOf(customer), limits === 'none' ? null : marketingPerDay),
    },
    lastMessage:
      latest === undefined
        ? null
        : {
            atMs: latest.atMs,
            from: latest.from,
            text: latest.revoked ? 'Deleted message' : previewOf(latest.bubble),
          },
  };
}

function previewOf(bubble: Bubble): string {
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
      return bubble.body.slice(0, 120);
    case 'cart':
      return bubble.text ?? `${bubble.items} items`;
    case 'choice':
      return bubble.title;
    case 'media':
      return (
        bubble.caption ?? bubble.filename ?? (bubble.voice === true ? 'Voice message' : titles[bubble.media])
      );
    case 'location':
      return bubble.name ?? 'Location';
    case 'contacts':
      return bubble.cards[0]?.name ?? 'Contact';
    case 'call':
      return 'Voice call';
    case 'unsupported':
      return 'Unsupported message';
  }
}

const titles = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
} as const;
