import { isFromCustomer } from '@ambit/core/message/inbound';
import type { OpenedTurn } from '../db/open-turns.ts';
import type { Channel } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import { within } from '../ports/within.ts';

const mostAtOnce = 16;
const timeoutMs = 5_000;

/**
 * Marks what a turn begins with as read, with the typing sign when the agent may answer. Best
 * effort: a failure is only logged, and it is left out while this node `isBusy`, for answering comes first.
 */
export function createReadMarker(needs: {
  channels: () => ReadonlyMap<string, Channel>;
  isBusy: () => boolean;
  log: Log;
}): (turn: OpenedTurn) => void {
  let busy = 0;
  return (turn) => {
    if (busy >= mostAtOnce || needs.isBusy()) return;
    const newest = turn.inputs.findLast(
      (input) => isFromCustomer(input.content) && input.content.kind !== 'call',
    );
    const channel = needs.channels().get(turn.channel_id);
    if (newest === undefined || channel === undefined) return;
    busy += 1;
    within(timeoutMs, (signal) => channel.markRead(newest.messageId, turn.owner_kind === 'agent', signal))
      .catch((error: unknown) => needs.log.debug('mark-read.failed', { error: String(error) }))
      .finally(() => {
        busy -= 1;
      });
  };
}
