import { readChannels } from '../db/channels.ts';
import type { Database } from '../db/database.ts';
import type { Channel } from '../ports/channel.ts';

/** The channels that may send now; paused ones are left out. */
export type OpenChannels = {
  current(): ReadonlyMap<string, Channel>;
  /** Reads again which are paused: another node, or a person, may have changed it. */
  refresh(): Promise<void>;
};

/** `connected`: every channel of this deployment by id. None is open before the first refresh. */
export function createOpenChannels(
  database: Database,
  connected: ReadonlyMap<string, Channel>,
): OpenChannels {
  let open: ReadonlyMap<string, Channel> = new Map();
  return {
    current: () => open,
    async refresh() {
      const rows = await readChannels(database);
      const sending = new Set(rows.filter((row) => row.pausedWhy === undefined).map((row) => row.channelId));
      open = new Map([...connected].filter(([channelId]) => sending.has(channelId)));
    },
  };
}
