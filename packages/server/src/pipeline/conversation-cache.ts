import type { SenderIdentities } from '../ports/received.ts';

/**
 * Remembers which conversation a sender is, so that a known sender costs no query.
 * Known by the BSUID together with the phone that came with it: another phone is resolved anew. A sender
 * known by phone alone is never remembered, because phones are re-issued.
 */
export type ConversationCache = {
  find(channelId: string, sender: SenderIdentities): string | undefined;
  remember(channelId: string, sender: SenderIdentities, conversationId: string): void;
};

type Remembered = { readonly phone: string | undefined; readonly conversationId: string };
/** By channel, then by BSUID. */
type Generation = { readonly channels: Map<string, Map<string, Remembered>>; size: number };

/**
 * `most`: how many senders to remember. Those seen since the last change of generations are in the young one; when
 * that holds half of `most`, the old one is forgotten and the young one grows old. So a look at somebody who wrote
 * lately writes nothing.
 */
export function createConversationCache(most: number): ConversationCache {
  let young = emptyGeneration();
  let old = emptyGeneration();

  function keep(channelId: string, bsuid: string, remembered: Remembered): void {
    if (young.size >= most / 2) {
      old = young;
      young = emptyGeneration();
    }
    const senders = young.channels.get(channelId) ?? new Map<string, Remembered>();
    if (senders.size === 0) young.channels.set(channelId, senders);
    if (!senders.has(bsuid)) young.size += 1;
    senders.set(bsuid, remembered);
  }

  return {
    find(channelId, { bsuid, phone }) {
      if (bsuid === undefined) return undefined;
      const found = young.channels.get(channelId)?.get(bsuid);
      if (found !== undefined) return isThis(found, phone) ? found.conversationId : undefined;
      const before = old.channels.get(channelId)?.get(bsuid);
      if (before === undefined || !isThis(before, phone)) return undefined;
      keep(channelId, bsuid, before);
      return before.conversationId;
    },
    remember(channelId, { bsuid, phone }, conversationId) {
      if (bsuid !== undefined) keep(channelId, bsuid, { phone, conversationId });
    },
  };
}

/** A webhook without the phone says nothing new. */
function isThis(remembered: Remembered, phone: string | undefined): boolean {
  return phone === undefined || phone === remembered.phone;
}

function emptyGeneration(): Generation {
  return { channels: new Map(), size: 0 };
}
