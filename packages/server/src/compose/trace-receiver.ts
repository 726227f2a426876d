import type { Receiver } from '../pipeline/receive.ts';
import type { Traces } from '../ports/traces.ts';
import { messagePlace } from '../traces/span-places.ts';

/** A receiver that tells of every message how long its webhook took to be stored. */
export function traceReceiver(receiver: Receiver, traces: Traces): Receiver {
  return {
    ...receiver,
    async receive(received) {
      const startedAt = performance.now();
      await receiver.receive(received);
      const endedAt = performance.now();
      for (const update of received)
        if (update.kind === 'message')
          traces.told({
            name: 'webhook',
            place: messagePlace(update.messageId),
            startedAt,
            endedAt,
            attributes: { updates: received.length, content: update.content.kind },
          });
    },
  };
}
