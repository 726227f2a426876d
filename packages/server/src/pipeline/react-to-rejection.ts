import type { SendOutcome } from '../ports/channel.ts';
import type { EngineSettings } from './settings.ts';

/** What the sender does about a message the channel did not take. */
export type Consequence =
  | { kind: 'retry'; delayMs: number; emptyBudgetMs?: number; pauseNumber?: string }
  | { kind: 'fail' };

/**
 * The reaction table put into numbers.
 * `attempts`: how often this message was tried, this time included. `random`: 0 to 1, the jitter.
 * Backoff for one person is 4^X seconds. Source: Cloud API docs, "Pair rate limits", read 2026-11-21.
 */
export function reactToRejection(
  outcome: Extract<SendOutcome, { kind: 'rejected' | 'not-sent' }>,
  attempts: number,
  settings: Pick<EngineSettings, 'mostSendAttempts'>,
  random: number,
): Consequence {
  const backoffMs = Math.min(300_000, 1_000 * 2 ** (attempts - 1)) * (0.75 + random / 2);
  const again = (delayMs: number): Consequence =>
    attempts >= settings.mostSendAttempts ? { kind: 'fail' } : { kind: 'retry', delayMs };
  if (outcome.kind === 'not-sent') return again(backoffMs);
  const { reaction, retryAfterMs } = outcome;
  switch (reaction.kind) {
    case 'retry':
      return again(retryAfterMs ?? backoffMs);
    case 'slow-number': {
      const delayMs = retryAfterMs ?? backoffMs;
      const next = again(delayMs);
      return next.kind === 'retry' ? { ...next, emptyBudgetMs: delayMs } : next;
    }
    case 'delay-recipient':
      return again(retryAfterMs ?? 1_000 * 4 ** Math.min(6, attempts - 1));
    case 'pause-number':
      // Not this message's fault: it waits, however long the pause lasts.
      return { kind: 'retry', delayMs: 5_000, pauseNumber: reaction.why };
    case 'window-closed':
    case 'give-up':
      return { kind: 'fail' };
  }
}
