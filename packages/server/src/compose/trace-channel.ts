import type { Channel } from '../ports/channel.ts';
import type { Traces } from '../ports/traces.ts';
import type { TurnPlaces } from './turn-places.ts';

/** A channel that tells of every send below the turn that wrote the message. */
export function traceChannel(channel: Channel, traces: Traces, places: TurnPlaces): Channel {
  return {
    ...channel,
    async send(message, signal) {
      const startedAt = performance.now();
      const outcome = await channel.send(message, signal);
      const parent = places.ofMessage(message.outboxId);
      traces.told({
        name: 'send',
        startedAt,
        endedAt: performance.now(),
        ...(parent === undefined ? {} : { parent }),
        ...(outcome.kind === 'accepted' ? {} : { failed: outcome.kind }),
        attributes: {
          outbox_id: message.outboxId,
          conversation_id: message.conversationId,
          outcome: outcome.kind,
        },
      });
      return outcome;
    },
  };
}
