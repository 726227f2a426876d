import type { Database } from '../db/database.ts';
import { takeDueTimers } from '../db/timers.ts';
import type { Clock } from '../ports/clock.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations } from './wake-conversation.ts';

/**
 * Fires up to `most` timers that are due: each becomes a message of its conversation, in the
 * transaction that takes it. Returns how many.
 */
export async function fireTimers(
  needs: { database: Database; clock: Clock; settings: EngineSettings },
  most: number,
): Promise<number> {
  const { database, clock, settings } = needs;
  return database.transaction(async (client) => {
    const at = clock.now();
    const due = await takeDueTimers(client, at, most);
    await wakeConversations(
      client,
      due.map((timer) => ({
        channelId: timer.channelId,
        conversationId: timer.conversationId,
        messageId: `timer:${timer.conversationId}:${timer.name}:${timer.dueAt}`,
        at,
        content: { kind: 'timer', name: timer.name },
      })),
      settings,
    );
    return due.length;
  });
}
