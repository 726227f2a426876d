import type { Database } from '../db/database.ts';
import { takeDueTimers } from '../db/timers.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from '../pipeline/settings.ts';
import { wakeConversations } from '../pipeline/wake-conversation.ts';
import { startLoop, type Loop } from './loop.ts';

const pollMs = 500;
const mostAtOnce = 500;

/** Fires timers: each becomes a message of its conversation, in the transaction that takes it. */
export function startTimerLoop(needs: {
  database: Database;
  clock: Clock;
  log: Log;
  settings: EngineSettings;
  onWoken: () => void;
}): Loop {
  const { database, clock, log, settings } = needs;
  return startLoop('timers', log, async () => {
    const fired = await database.transaction(async (client) => {
      const due = await takeDueTimers(client, clock.now(), mostAtOnce);
      await wakeConversations(
        client,
        due.map((timer) => ({
          channelId: timer.channelId,
          conversationId: timer.conversationId,
          messageId: `timer:${timer.conversationId}:${timer.name}:${timer.dueAt}`,
          at: clock.now(),
          content: { kind: 'timer', name: timer.name },
        })),
        settings,
      );
      return due.length;
    });
    if (fired > 0) needs.onWoken();
    return fired === mostAtOnce ? 0 : pollMs;
  });
}
