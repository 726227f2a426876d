import type { MediaCopier } from '../pipeline/copy-media.ts';
import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

/** How often a node looks for files that have arrived or are due again. */
const pollMs = 250;

/** Keeps copying files; stopping breaks off those under way. */
export function startMediaLoop(needs: LoopNeeds & { copier: MediaCopier }): Loop {
  const { copier } = needs;
  const loop = startLoop('media', needs, async () => {
    await copier.copyDue();
    return pollMs;
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await copier.stop();
    },
  };
}
