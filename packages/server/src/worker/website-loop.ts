import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

/** How often a node looks for sites that are due. */
const pollMs = 10_000;

/** Keeps web pages in step; stopping breaks off a look that is under way. `sync`: whether one was due. */
export function startWebsiteLoop(
  needs: LoopNeeds & { sync: (stopped: AbortSignal) => Promise<boolean> },
): Loop {
  const stopping = new AbortController();
  const loop = startLoop('websites', needs, async () => ((await needs.sync(stopping.signal)) ? 0 : pollMs));
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort();
      await loop.stop();
    },
  };
}
