import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const sweepMs = 2_000;

/** Sweeps now and then. `sweep`: returns how many conversations it woke. */
export function startSweepLoop(
  needs: LoopNeeds & { sweep: () => Promise<number>; onWoken: () => void },
): Loop {
  return startLoop('sweeps', needs, async () => {
    if ((await needs.sweep()) > 0) needs.onWoken();
    return sweepMs;
  });
}
