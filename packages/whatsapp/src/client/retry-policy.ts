import { setTimeout as sleepFor } from 'node:timers/promises';
import { isTransient } from './reaction.ts';
import type { NotSent, Rejected, Unknown } from './send-result.ts';

/**
 * How often and how patiently a call is made again. `mostAttempts`: in all, from 1.
 * `longestWaitMs`: a longer wait than this is the caller's to make. `random`: from 0 to below 1.
 */
export type RetryPolicy = {
  mostAttempts: number;
  longestWaitMs: number;
  now: () => number;
  random: () => number;
  /** Throws when the signal is aborted meanwhile. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

export const defaultRetryPolicy: RetryPolicy = {
  mostAttempts: 3,
  longestWaitMs: 30_000,
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
};

type Failure = Rejected | NotSent | Unknown;

/**
 * How long to wait before the next attempt, in milliseconds; undefined if there is to be none. A
 * read may be repeated whenever it failed in passing; a write only when it is known not to have
 * been done: it was never handed over, or it was refused for a passing reason.
 * `attempt`: how many have been made. Backs off by doubling from 300 ms, with jitter, and
 * never sooner than Meta says.
 */
export function retryWaitMs(
  failure: Failure,
  { attempt, isRead }: { attempt: number; isRead: boolean },
  policy: RetryPolicy,
): number | undefined {
  if (attempt >= policy.mostAttempts) return undefined;
  const backoffMs = 300 * 2 ** (attempt - 1) * (0.5 + policy.random() / 2);
  const waitMs = leastWaitMs(failure, isRead);
  if (waitMs === undefined) return undefined;
  const chosenMs = Math.max(backoffMs, waitMs);
  return chosenMs <= policy.longestWaitMs ? chosenMs : undefined;
}

/** Makes attempts until one succeeds or there is to be no other; the last result counts. */
export async function withRetries<R extends { kind: string }>(
  run: () => Promise<R>,
  failureIn: (result: R) => Failure | undefined,
  { isRead, signal, policy }: { isRead: boolean; signal: AbortSignal; policy: RetryPolicy },
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await run();
    const failure = failureIn(result);
    if (failure === undefined || signal.aborted) return result;
    const waitMs = retryWaitMs(failure, { attempt, isRead }, policy);
    if (waitMs === undefined) return result;
    try {
      await policy.sleep(waitMs, signal);
    } catch {
      // Called off while waiting: what the last attempt gave is the answer.
      return result;
    }
  }
}

function leastWaitMs(failure: Failure, isRead: boolean): number | undefined {
  switch (failure.kind) {
    case 'not-sent':
      return 0;
    case 'unknown':
      return isRead ? 0 : undefined;
    case 'rejected': {
      const { reaction } = failure;
      if (!isTransient(reaction)) return undefined;
      return Math.max(reaction.atLeastMs, failure.retryAfterMs ?? 0);
    }
  }
}
