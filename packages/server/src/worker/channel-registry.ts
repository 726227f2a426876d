import { readChannels } from '../db/channels.ts';
import type { Database } from '../db/database.ts';
import type { Channel } from '../ports/channel.ts';
import type { Log } from '../ports/log.ts';
import { startLoop, type Loop } from './loop.ts';

const refreshMs = 2_000;

/** The channels that may send now; paused ones are left out, on every node, within seconds. */
export type ChannelRegistry = Loop & {
  open(): ReadonlyMap<string, Channel>;
  refresh(): Promise<void>;
};

/** `connected`: every channel of this deployment by id. */
export async function startChannelRegistry(needs: {
  database: Database;
  log: Log;
  connected: ReadonlyMap<string, Channel>;
}): Promise<ChannelRegistry> {
  const { database, log, connected } = needs;
  let open: ReadonlyMap<string, Channel> = new Map();

  async function refresh(): Promise<void> {
    const rows = await readChannels(database);
    const sending = new Set(rows.filter((row) => row.pausedWhy === undefined).map((row) => row.channelId));
    open = new Map([...connected].filter(([channelId]) => sending.has(channelId)));
  }

  await refresh();
  const loop = startLoop('channels', log, async () => {
    await refresh();
    return refreshMs;
  });
  return { ...loop, open: () => open, refresh };
}
