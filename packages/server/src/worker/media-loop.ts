import type { MediaCopier } from '../pipeline/copy-media.ts';
import type { Log } from '../ports/log.ts';
import { startLoop, type Loop } from './loop.ts';

/** How often a node looks for files that have arrived or are due again. */
const pollMs = 250;

/** Keeps copying files; stopping breaks off those under way. */
export function startMediaLoop(needs: { log: Log; copier: MediaCopier }): Loop {
  const { log, copier } = needs;
  const loop = startLoop('media', log, async () => {
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
