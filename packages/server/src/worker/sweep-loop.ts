import type { Log } from '../ports/log.ts';
import { startLoop, type Loop } from './loop.ts';

const sweepMs = 2_000;

/** Sweeps now and then. `sweep`: returns how many conversations it woke. */
export function startSweepLoop(needs: { sweep: () => Promise<number>; log: Log; onWoken: () => void }): Loop {
  return startLoop('sweeps', needs.log, async () => {
    if ((await needs.sweep()) > 0) needs.onWoken();
    return sweepMs;
  });
}
