import type { Log } from '../ports/log.ts';

/** A loop that can be hurried and stopped. */
export type Loop = {
  /** Runs the next round no later than in `delayMs`. */
  wake(delayMs?: number): void;
  /** Ends after the round that is running. */
  stop(): Promise<void>;
};

/**
 * Runs `round` again and again. A round returns how many ms to rest at most before the next one.
 * A round that throws is logged and tried again after a second: the loop outlives a database that
 * is away for a while.
 */
export function startLoop(name: string, log: Log, round: () => Promise<number>): Loop {
  let stopped = false;
  let wakeAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let rest: (() => void) | undefined;

  function wake(delayMs = 0): void {
    const at = performance.now() + delayMs;
    if (at >= wakeAt) return;
    wakeAt = at;
    if (rest !== undefined) arm();
  }

  function arm(): void {
    clearTimeout(timer);
    timer = setTimeout(() => rest?.(), Math.max(0, wakeAt - performance.now()));
  }

  async function run(): Promise<void> {
    while (!stopped) {
      wakeAt = Number.POSITIVE_INFINITY;
      const restMs = await round().catch((error: unknown) => {
        log.error('loop.failed', {
          loop: name,
          error: error instanceof Error ? error.message : String(error),
        });
        return 1_000;
      });
      wake(restMs);
      if (stopped || wakeAt <= performance.now()) continue;
      await new Promise<void>((resolve) => {
        rest = resolve;
        arm();
      });
      rest = undefined;
    }
  }

  const running = run();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      rest?.();
      await running;
    },
  };
}
