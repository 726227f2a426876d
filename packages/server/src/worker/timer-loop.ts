import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const pollMs = 500;
const mostAtOnce = 500;

/** Keeps timers firing. `fire`: fires up to so many that are due and returns how many. */
export function startTimerLoop(
  needs: LoopNeeds & {
    fire: (most: number) => Promise<number>;
    onWoken: () => void;
  },
): Loop {
  return startLoop('timers', needs, async () => {
    const fired = await needs.fire(mostAtOnce);
    if (fired > 0) needs.onWoken();
    return fired === mostAtOnce ? 0 : pollMs;
  });
}
