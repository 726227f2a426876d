import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { World } from '../world.ts';
import type { ReadBody } from './schema/send-body.ts';

const typingMs = 25_000;
const readWithinMs = 30 * 24 * 3_600_000;

/** Marks a customer's message and all before it as read, and may show "typing…" for 25 s. */
export function acceptRead(world: World, phoneNumberId: string, read: ReadBody): GraphError | undefined {
  const found = world.threads.message(read.message_id);
  if (
    found === undefined ||
    found.message.from !== 'customer' ||
    found.thread.phoneNumberId !== phoneNumberId
  )
    return graphError(
      131009,
      `Parameter message_id is not valid: no received message has the id ${read.message_id}.`,
    );
  const { thread } = found;
  const nowMs = world.clock.nowMs();
  if (nowMs - found.message.atMs > readWithinMs)
    return graphError(131009, 'Parameter message_id is not valid: the message is older than 30 days.');
  const from = thread.messages.lastIndexOf(found.message);
  for (let at = from; at >= 0; at -= 1) {
    const message = thread.messages[at];
    if (message === undefined || message.from !== 'customer') continue;
    if (message.progress.kind === 'read') break;
    message.progress = { kind: 'read' };
  }
  if (read.typing_indicator !== undefined) thread.typingUntilMs = nowMs + typingMs;
  world.live.tell({ kind: 'thread', phoneNumberId, customerId: thread.customerId, incoming: false });
  return undefined;
}
