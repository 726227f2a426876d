/** Management calls an app may make to one account in an hour once a number is registered; 200 before. */
const perHour = { registered: 5_000, unregistered: 200 } as const;
/** Templates one account may create in an hour. Source: Cloud API docs, "Rate limits", read 2026-11-21. */
export const templateCreationsPerHour = 100;

/** Counts what happens in each hour. */
export type HourlyCount = {
  /** False if the hour is full; else counts one. */
  take(limit: number, nowMs: number): boolean;
  used(nowMs: number): number;
};

export function createHourlyCount(): HourlyCount {
  let hour = -1;
  let count = 0;
  const turn = (nowMs: number): void => {
    const now = Math.floor(nowMs / 3_600_000);
    if (now === hour) return;
    hour = now;
    count = 0;
  };
  return {
    take: (limit, nowMs) => {
      turn(nowMs);
      if (count >= limit) return false;
      count += 1;
      return true;
    },
    used: (nowMs) => {
      turn(nowMs);
      return count;
    },
  };
}

/** Management calls allowed in an hour (80007 above it). */
export function managementCallsPerHour(hasRegisteredNumber: boolean): number {
  return hasRegisteredNumber ? perHour.registered : perHour.unregistered;
}
