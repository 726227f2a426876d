/** One message to the same person every 6 s. Source: Cloud API docs, "Pair rate limits", read 2026-11-21. */
const everyMs = 6_000;
/** Messages that may be borrowed from the future at once. */
const burst = 45;

/** Paces a number's messages to each person. */
export type PairRate = {
  /** False if the pair has used up what it may borrow (131056). */
  take(pair: string, nowMs: number): boolean;
};

/** Remembers per pair when its next message would be on time; forgets pairs that are back on time. */
export function createPairRate(): PairRate {
  let owed = new Map<string, number>();
  let sweptAtMs = 0;
  return {
    take: (pair, nowMs) => {
      const known = owed.get(pair) ?? 0;
      const from = known > nowMs + burst * everyMs ? nowMs : Math.max(known, nowMs);
      if (from - nowMs > (burst - 1) * everyMs) return false;
      owed.set(pair, from + everyMs);
      if (owed.size > 50_000 && nowMs - sweptAtMs > 60_000) {
        sweptAtMs = nowMs;
        owed = new Map([...owed].filter(([, untilMs]) => untilMs > nowMs));
      }
      return true;
    },
  };
}
