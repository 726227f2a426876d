import type { Database } from '../db/database.ts';
import { purgeDedupe } from '../db/purge-dedupe.ts';
import { expireSending, takeUnsettled } from '../db/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from '../pipeline/settings.ts';
import { wakeForFailures } from '../pipeline/wake-conversation.ts';
import { startLoop, type Loop } from './loop.ts';

const sweepMs = 2_000;

/**
 * Looks after what nobody reported on: sends whose node died become unknown, unknown ones that no
 * status settles are told to a person, and dedupe keys older than Meta's retries are dropped.
 */
export function startSweepLoop(needs: {
  database: Database;
  clock: Clock;
  log: Log;
  settings: EngineSettings;
  onWoken: () => void;
}): Loop {
  const { database, clock, log, settings } = needs;
  return startLoop('sweeps', log, async () => {
    const expired = await expireSending(database, settings.sendingExpiresMs);
    if (expired > 0) log.warn('send.expired', { count: expired });
    const told = await database.transaction(async (client) => {
      const unsettled = await takeUnsettled(client, settings.unknownToldAfterMs);
      const reason = 'nobody knows whether this message arrived; look at the phone before sending it again';
      await wakeForFailures(
        client,
        unsettled.map((stuck) => ({ ...stuck, reason })),
        clock.now(),
        settings,
      );
      return unsettled.length;
    });
    if (told > 0) needs.onWoken();
    await purgeDedupe(database);
    return sweepMs;
  });
}
