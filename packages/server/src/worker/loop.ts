import type { LoopWatch } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';

/** A loop that can be hurried and stopped. */
export type Loop = {
  /** Runs the next round no later than in `delayMs`. */
  wake(delayMs?: number): void;
  /** Ends after the round that is running. */
  stop(): Promise<void>;
};

const tickMs = 2;

/** What every loop needs: somewhere to say what failed, and who sees whether it still turns. */
export type LoopNeeds = { readonly log: Log; readonly watch: LoopWatch };

/**
 * Runs `round` again and again. A round returns how many ms to rest at most before the next one.
 * A round that throws is logged and tried again after a second: the loop outlives a database that
 * is away for a while.
 * `atMostEveryMs`: rounds begin no closer together than this, however often the loop is woken, so
 * that a busy one takes many things at a time.
 */
export function startLoop(
  name: string,
  needs: LoopNeeds,
  round: () => Promise<number>,
  atMostEveryMs = 0,
): Loop {
  const { log, watch } = needs;
  /** When rounds are wanted, in ticks: a wake-up for later must not be lost to one that comes sooner. */
  const wanted = new Set<number>();
  let stopped = false;
  let earliest = 0;
  let timer: NodeJS.Timeout | undefined;
  let rest: (() => void) | undefined;

  function wake(delayMs = 0): void {
    wanted.add(Math.ceil((performance.now() + delayMs) / tickMs));
    if (rest !== undefined) arm();
  }

  function arm(): void {
    clearTimeout(timer);
    const next = Math.max(earliest, Math.min(...wanted) * tickMs);
    timer = setTimeout(() => rest?.(), Math.max(0, next - performance.now()));
  }

  async function run(): Promise<void> {
    watch.began(name);
    while (!stopped) {
      const now = performance.now();
      earliest = now + atMostEveryMs;
      for (const tick of wanted) if (tick * tickMs <= now) wanted.delete(tick);
      const restMs = await round().catch((error: unknown) => {
        log.error('loop.failed', {
          loop: name,
          error: error instanceof Error ? error.message : String(error),
        });
        return 1_000;
      });
      watch.completed(name);
      if (stopped) break;
      wake(restMs);
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
