import type { Sender } from '../pipeline/send.ts';
import { atMost, startLoop, type Loop, type LoopNeeds } from './loop.ts';

/** How often a node looks for drafts that other nodes have left. */
const pollMs = 200;
/** After some were sent, the next part of a conversation may soon be due. */
const blockedMs = 50;
/** Drafts of many turns are cleared and marked together. */
const gatherMs = 10;

/**
 * Keeps the sender going; stopping waits for sends in flight to be recorded, `drainMs` at most. What is not recorded
 * by then becomes unknown by itself.
 */
export function startSendLoop(needs: LoopNeeds & { sender: Sender; drainMs: number }): Loop {
  const { sender } = needs;
  const loop = startLoop(
    'sends',
    needs,
    async () => {
      const { taken, more } = await sender.sendDue();
      if (more) return 0;
      return taken > 0 ? blockedMs : pollMs;
    },
    gatherMs,
  );
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await atMost(needs.drainMs, sender.drain());
    },
  };
}
