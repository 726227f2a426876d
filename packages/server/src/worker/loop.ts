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
/** After a failed round a loop rests so long, twice as long after each more in a row, and no longer than the last. */
const firstRestMs = 250;
const longestRestMs = 3_000;

/** What every loop needs: somewhere to say what failed, and who sees whether it still turns. */
export type LoopNeeds = { readonly log: Log; readonly watch: LoopWatch };

/**
 * Runs `round` again and again. A round returns how many ms to rest at most before the next one.
 * A round that throws is logged and tried again after a while, however often the loop is woken meanwhile: it
 * outlives a database that is away, and is back a few seconds after it at the latest.
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
  /** When others want rounds, in ticks: a wake-up for later must not be lost to one that comes sooner. */
  const wanted = new Set<number>();
  /** When the loop itself wants the next: one time only, or each wake-up would leave rounds behind that never end. */
  let restsUntil = 0;
  let stopped = false;
  let earliest = 0;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let rest: (() => void) | undefined;

  function wake(delayMs = 0): void {
    wanted.add(Math.ceil((performance.now() + delayMs) / tickMs));
    if (rest !== undefined) arm();
  }

  function arm(): void {
    clearTimeout(timer);
    const next = Math.max(earliest, Math.min(restsUntil, ...[...wanted].map((tick) => tick * tickMs)));
    timer = setTimeout(() => rest?.(), Math.max(0, next - performance.now()));
  }

  async function run(): Promise<void> {
    watch.began(name);
    while (!stopped) {
      const now = performance.now();
      earliest = now + atMostEveryMs;
      for (const tick of wanted) if (tick * tickMs <= now) wanted.delete(tick);
      const nextInMs = await round().then(
        (restMs) => {
          failures = 0;
          return restMs;
        },
        (error: unknown) => {
          log.error('loop.failed', {
            loop: name,
            error: error instanceof Error ? error.message : String(error),
          });
          const pauseMs = restAfter(failures);
          failures += 1;
          earliest = performance.now() + pauseMs;
          return pauseMs;
        },
      );
      watch.completed(name);
      if (stopped) break;
      restsUntil = performance.now() + nextInMs;
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

/** How long to rest after so many failures in a row: never two nodes, or two loops, in step. */
export function restAfter(failures: number): number {
  return Math.min(longestRestMs, firstRestMs * 2 ** failures) * (0.6 + Math.random() * 0.4);
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
