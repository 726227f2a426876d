import type { OpenChannels } from '../pipeline/open-channels.ts';
import type { Log } from '../ports/log.ts';
import { startLoop, type Loop } from './loop.ts';

const refreshMs = 2_000;

/** Keeps this node's knowledge of paused channels a few seconds old at most. */
export function startChannelLoop(needs: { channels: OpenChannels; log: Log }): Loop {
  return startLoop('channels', needs.log, async () => {
    await needs.channels.refresh();
    return refreshMs;
  });
}
