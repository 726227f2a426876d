import type { TurnTaker } from '../pipeline/take-turns.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ReplyTimes } from './reply-times.ts';

/** A turn taker whose turns are counted and timed. */
export function observeTurns(taker: TurnTaker, metrics: Metrics, times: ReplyTimes): TurnTaker {
  return {
    ...taker,
    async take(most) {
      const taken = await taker.take(most);
      metrics.count('turnsOpened', {}, taken.turns.length);
      for (const { claim } of taken.turns)
        if (claim.waitedMs !== undefined) times.began(claim.conversationId, claim.waitedMs);
      return taken;
    },
    async run(taken) {
      const startedAt = performance.now();
      try {
        const ran = await taker.run(taken);
        metrics.count('turnsEnded', { outcome: ran.kind === 'closed' ? ran.outcome : 'fenced' });
        if (ran.kind === 'closed' && ran.reopened) metrics.count('turnsReopened', {});
        metrics.observe('turnSeconds', {}, (performance.now() - startedAt) / 1_000);
        return ran;
      } catch (error) {
        metrics.count('turnsEnded', { outcome: 'threw' });
        throw error;
      }
    },
  };
}
