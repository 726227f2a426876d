import type { LoopWatch } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';

/** A loop that can be hurried and stopped. */
export type Loop = {
  /** Runs the next round no later than in `delayMs`. */
  wake(delayMs?: number): void;
  /** Ends after the round that is running. */
  stop(): Promise<void>;
};

/** What every loop needs: somewhere to say what failed, and who sees whether it still turns. */
export type LoopNeeds = { readonly log: Log; readonly watch: LoopWatch };

/**
 * Runs `round` again and again. A round returns how many ms to rest at most before the next one.
 * A round that throws is logged and tried again after a second: the loop outlives a database that
 * is away for a while.
 */
export function startLoop(name: string, needs: LoopNeeds, round: () => Promise<number>): Loop {
  const { log, watch } = needs;
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
    watch.began(name);
    while (!stopped) {
      wakeAt = Number.POSITIVE_INFINITY;
      const restMs = await round().catch((error: unknown) => {
        log.error('loop.failed', {
          loop: name,
          error: error instanceof Error ? error.message : String(error),
        });
        return 1_000;
      });
      watch.completed(name);
      wake(restMs);
      if (stopped || wakeAt <= performance.now()) continue;
      await new Promise<void>((resolve) => {
        rest = resolve;
        arm();
      });
      rest = undefined;
    }
    watch.ended(name);
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

/** Waits for work to end, but no longer than `ms`. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
