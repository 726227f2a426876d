import type { Sender } from '../pipeline/send.ts';
import { atMost, startLoop, type Loop, type LoopNeeds } from './loop.ts';

/** How often a node looks for drafts that other nodes have left. */
const pollMs = 200;
/** A due draft may be waiting for the one before it, or for a paused number. */
const blockedMs = 50;

/**
 * Keeps the sender going; stopping waits for sends in flight to be recorded, `drainMs` at most. What is not recorded
 * by then becomes unknown by itself.
 */
export function startSendLoop(needs: LoopNeeds & { sender: Sender; drainMs: number }): Loop {
  const { sender } = needs;
  const loop = startLoop('sends', needs, async () => {
    if ((await sender.sendDue()) > 0) return 0;
    const next = await sender.msUntilNext();
    return next === undefined ? pollMs : Math.min(pollMs, Math.max(blockedMs, next));
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await atMost(needs.drainMs, sender.drain());
    },
  };
}
