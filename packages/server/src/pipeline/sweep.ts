import { raiseAlarm } from '../db/alarms.ts';
import type { Database } from '../db/database.ts';
import { countOverdueMailboxes } from '../db/overdue-mailboxes.ts';
import { expireSending, takeUnsettled } from '../db/outbox.ts';
import { purgeDedupe } from '../db/purge-dedupe.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from './settings.ts';
import { wakeForFailures } from './wake-conversation.ts';

/**
 * Looks after what nobody reported on: sends whose node died become unknown, unknown ones that no
 * status settles are told to a person, and dedupe keys older than Meta's retries are dropped.
 * Returns how many conversations it woke.
 */
export async function sweep(needs: {
  database: Database;
  clock: Clock;
  log: Log;
  settings: EngineSettings;
}): Promise<number> {
  const { database, clock, log, settings } = needs;
  const expired = await expireSending(database, settings.sendingExpiresMs);
  if (expired > 0) log.warn('send.expired', { count: expired });
  const told = await database.transaction(async (client) => {
    const unsettled = await takeUnsettled(client, settings.unknownToldAfterMs);
    const reason = 'nobody knows whether this message arrived; look at the phone before sending it again';
    const failed = unsettled.map((stuck) => ({ ...stuck, reason }));
    await wakeForFailures(client, failed, clock.now(), settings);
    return unsettled.length;
  });
  const overdue = await countOverdueMailboxes(database, settings.overdueAfterMs);
  if (overdue > 0) {
    log.error('turns.overdue', { conversations: overdue });
    await raiseAlarm(database, {
      kind: 'messages-without-outcome',
      about: `${overdue} conversations have waited too long for an answer; check that workers are running`,
    });
  }
  await purgeDedupe(database);
  return told;
}
