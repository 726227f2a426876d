import type { Log } from '../ports/log.ts';
import { startLoop, type Loop } from './loop.ts';

const pollMs = 500;
const mostAtOnce = 500;

/** Keeps timers firing. `fire`: fires up to so many that are due and returns how many. */
export function startTimerLoop(needs: {
  fire: (most: number) => Promise<number>;
  log: Log;
  onWoken: () => void;
}): Loop {
  return startLoop('timers', needs.log, async () => {
    const fired = await needs.fire(mostAtOnce);
    if (fired > 0) needs.onWoken();
    return fired === mostAtOnce ? 0 : pollMs;
  });
}
