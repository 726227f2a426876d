import type { TurnTaker } from '../pipeline/take-turns.ts';
import type { Traces } from '../ports/traces.ts';
import { messagePlace, turnPlace } from '../traces/span-places.ts';
import type { TurnPlaces } from './turn-places.ts';

/** A turn taker that tells of every turn below the webhook of its first message, linked to those of the others. */
export function traceTurns(taker: TurnTaker, traces: Traces, places: TurnPlaces): TurnTaker {
  return {
    ...taker,
    async run(taken) {
      const { turn, claim } = taken;
      const [first, ...others] = turn.inputs.map(({ messageId }) => messageId);
      const startedAt = performance.now();
      const place = turnPlace(turn.turn_id, first ?? turn.turn_id);
      places.began(turn.turn_id, place);
      const tell = (end: { readonly outcome: string; readonly failed?: string }): void =>
        traces.told({
          name: 'turn',
          place,
          startedAt,
          endedAt: performance.now(),
          ...(first === undefined ? {} : { parent: messagePlace(first) }),
          links: others.map(messagePlace),
          ...(end.failed === undefined ? {} : { failed: end.failed }),
          attributes: {
            turn_id: turn.turn_id,
            conversation_id: claim.conversationId,
            messages: turn.inputs.length,
            outcome: end.outcome,
          },
        });
      try {
        const ran = await taker.run(taken);
        if (ran.kind === 'closed') for (const outboxId of ran.queued) places.queued(outboxId, place);
        tell({ outcome: ran.kind === 'closed' ? ran.outcome : 'fenced' });
        return ran;
      } catch (error) {
        tell({ outcome: 'threw', failed: error instanceof Error ? error.name : 'error' });
        throw error;
      }
    },
  };
}
