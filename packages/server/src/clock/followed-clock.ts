import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

const ClockReading = z.object({ nowMs: z.number() });
const pollMs = 250;

/** A clock that goes as the simulator's does; moved there, it has moved here a moment later. */
export type FollowedClock = Clock & { stop(): void };

/**
 * Follows the clock at `url`. Throws if it cannot be read at first; later failures keep the last
 * offset.
 */
export async function followClock(url: string, token: string, log: Log): Promise<FollowedClock> {
  let offsetMs = await readOffset(url, token);
  let failing = false;
  const timer = setInterval(() => {
    readOffset(url, token).then(
      (read) => {
        offsetMs = read;
        failing = false;
      },
      (error: unknown) => {
        if (!failing) log.warn('clock.unreachable', { url, error: String(error) });
        failing = true;
      },
    );
  }, pollMs);
  timer.unref();
  return { now: () => Math.round(Date.now() + offsetMs), stop: () => clearInterval(timer) };
}

async function readOffset(url: string, token: string): Promise<number> {
  const asked = Date.now();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(2_000),
  });
  if (!response.ok) throw new Error(`The clock at ${url} answered ${response.status}`);
  const { nowMs } = ClockReading.parse(await response.json());
  const offset = nowMs - (asked + Date.now()) / 2;
  // A few ms are the way there and back, not a moved clock.
  return Math.abs(offset) < 50 ? 0 : offset;
}
