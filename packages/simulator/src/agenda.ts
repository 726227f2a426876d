import type { SimClock } from './sim-clock.ts';

/** What is due at a simulated time: reviews, ends of pauses and restrictions, upgrades. */
export type Agenda = {
  /** Does `act` once the simulated clock has reached `atMs`; returns a way to call it off. */
  at(atMs: number, act: () => void): () => void;
  /** Does what is due; called when the clock was moved. */
  settle(): void;
  close(): void;
};

const longestTimerMs = 2_000_000_000;

/** An empty agenda. Entries that are due together are done in the order of their times. */
export function createAgenda(clock: SimClock): Agenda {
  let entries: { atMs: number; act: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const arm = (): void => {
    clearTimeout(timer);
    const next = entries[0];
    if (next === undefined || closed) return;
    const waitMs = Math.min(longestTimerMs, Math.max(0, next.atMs - clock.nowMs()));
    timer = setTimeout(settle, waitMs);
  };
  const settle = (): void => {
    for (;;) {
      const next = entries[0];
      if (next === undefined || next.atMs > clock.nowMs() || closed) break;
      entries.shift();
      next.act();
    }
    arm();
  };
  return {
    at: (atMs, act) => {
      const entry = { atMs, act };
      entries = [...entries, entry].toSorted((one, other) => one.atMs - other.atMs);
      arm();
      return () => {
        entries = entries.filter((one) => one !== entry);
        arm();
      };
    },
    settle,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
