import type { SenderIdentities } from '../ports/received.ts';

/**
 * Remembers which conversation a sender is, so that a known sender costs no query.
 * Keyed by everything the webhook said of the sender: a new combination is resolved anew. A sender
 * known by phone alone is never remembered, because phones are re-issued.
 */
export type ConversationCache = {
  find(channelId: string, sender: SenderIdentities): string | undefined;
  remember(channelId: string, sender: SenderIdentities, conversationId: string): void;
};

/** `most`: how many senders to remember; the least recently seen is forgotten first. */
export function createConversationCache(most: number): ConversationCache {
  const known = new Map<string, string>();
  return {
    find(channelId, sender) {
      const key = cacheKey(channelId, sender);
      if (key === undefined) return undefined;
      const found = known.get(key);
      if (found !== undefined) {
        known.delete(key);
        known.set(key, found);
      }
      return found;
    },
    remember(channelId, sender, conversationId) {
      const key = cacheKey(channelId, sender);
      if (key === undefined) return;
      known.set(key, conversationId);
      if (known.size <= most) return;
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}

function cacheKey(channelId: string, sender: SenderIdentities): string | undefined {
  return sender.bsuid === undefined ? undefined : `${channelId}\n${sender.bsuid}\n${sender.phone ?? ''}`;
}
