import type { InboundContent } from '@ambit/core/message/inbound';
import type { FailedDelivery } from '../db/apply-statuses.ts';
import type { Queryable } from '../db/database.ts';
import { insertInbound, type InboundRow } from '../db/insert-inbound.ts';
import type { EngineSettings } from './settings.ts';

/** A message that Ambit itself puts into a conversation. `messageId` makes it happen once. */
export type OwnMessage = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly at: number;
  readonly content: InboundContent;
};

/**
 * Wakes conversations by messages of our own, in the transaction of what caused them, so that
 * timers, failures and people obey each conversation's order and are never forgotten half-way.
 */
export async function wakeConversations(
  client: Queryable,
  own: readonly OwnMessage[],
  settings: Pick<EngineSettings, 'longestDebounceMs'>,
): Promise<void> {
  const rows = own.map((message): InboundRow => ({ ...message, raw: undefined, delayMs: 0 }));
  await insertInbound(client, rows, settings.longestDebounceMs);
}

/** Tells conversations that a message of theirs did not arrive. */
export async function wakeForFailures(
  client: Queryable,
  failed: readonly FailedDelivery[],
  at: number,
  settings: Pick<EngineSettings, 'longestDebounceMs'>,
): Promise<void> {
  await wakeConversations(
    client,
    failed.map((failure) => ({
      channelId: failure.channelId,
      conversationId: failure.conversationId,
      messageId: `failed:${failure.outboxId}`,
      at,
      content: {
        kind: 'delivery-failed',
        outboxId: failure.outboxId,
        reason: failure.reason,
        ...(failure.code === undefined ? {} : { code: failure.code }),
      },
    })),
    settings,
  );
}
