import type { OpenChannels } from '../pipeline/open-channels.ts';
import { startLoop, type Loop, type LoopNeeds } from './loop.ts';

const refreshMs = 2_000;

/** Keeps this node's knowledge of paused channels a few seconds old at most. */
export function startChannelLoop(needs: LoopNeeds & { channels: OpenChannels }): Loop {
  return startLoop('channels', needs, async () => {
    await needs.channels.refresh();
    return refreshMs;
  });
}
