import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const tellEveryMs = 5_000;

/**
 * Keeps telling customers of their appointments. `tell`: how many conversations it woke; undefined when another
 * node does it now.
 */
export function startAppointmentLoop(
  needs: LoopNeeds & { tell: () => Promise<number | undefined>; onWoken: () => void },
): Loop {
  return startLoop('appointments', needs, async () => {
    const woken = await needs.tell();
    if (woken !== undefined && woken > 0) needs.onWoken();
    return tellEveryMs;
  });
}

/**
 * Keeps calendars in step. A round only begins the work, once the last one is over: a calendar server that is
 * away must not make the loop look stuck.
 */
export function startCalendarLoop(
  needs: LoopNeeds & { keep: () => Promise<number>; everyMs: number; onWoken: () => void },
): Loop {
  let running: Promise<void> | undefined;
  const loop = startLoop('calendars', needs, () => {
    running ??= needs
      .keep()
      .then((kept) => {
        if (kept > 0) needs.onWoken();
      })
      .catch((error: unknown) => {
        needs.log.error('calendars.failed', {
          error: error instanceof Error ? error.message : String(error),
        });
      })
      .finally(() => {
        running = undefined;
      });
    return Promise.resolve(needs.everyMs);
  });
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop();
      await running;
    },
  };
}
