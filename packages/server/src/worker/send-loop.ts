import type { Database } from '../db/database.ts';
import { msUntilNextDraft } from '../db/outbox.ts';
import type { Log } from '../ports/log.ts';
import type { Sender } from '../pipeline/send.ts';
import { startLoop, type Loop } from './loop.ts';

/** How often a node looks for drafts that other nodes have left. */
const pollMs = 200;
/** A due draft may be waiting for the one before it, or for a paused number. */
const blockedMs = 50;

/** Keeps the sender going; stopping waits for sends in flight to be recorded. */
export function startSendLoop(needs: { database: Database; log: Log; sender: Sender }): Loop {
  const { database, log, sender } = needs;
  const loop = startLoop('sends', log, async () => {
    const taken = await sender.sendDue();
    if (taken > 0) return 0;
    const next = await msUntilNextDraft(database);
    return next === undefined ? pollMs : Math.min(pollMs, Math.max(blockedMs, next));
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await sender.drain();
    },
  };
}
