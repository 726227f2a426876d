import { createHash } from 'node:crypto';
import type { SpanPlace } from '../ports/traces.ts';

/**
 * Where the webhook that brought a message stands in the traces. It follows from the message's id, so that any node
 * can hang the message's turn below it and nothing has to be stored. The id itself is not told: it holds the phone.
 */
export function messagePlace(messageId: string): SpanPlace {
  const digest = createHash('sha256').update(messageId).digest('hex');
  return { traceId: digest.slice(0, 32), spanId: digest.slice(32, 48) };
}

/** Where a turn stands: in the trace of its first message. */
export function turnPlace(turnId: string, firstMessageId: string): SpanPlace {
  const { traceId } = messagePlace(firstMessageId);
  return { traceId, spanId: createHash('sha256').update(turnId).digest('hex').slice(0, 16) };
}
