import type { Database } from '../db/database.ts';
import {
  countBlocks,
  deleteExpired,
  expiringTables,
  mayDeleteExpired,
  type ExpiringTable,
} from '../db/expired-rows.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from './settings.ts';

/** 4 MB: a few milliseconds of the database's time. */
const blocksAtOnce = 512;
const dayMs = 86_400_000;

/** Which setting says how long a table's rows are kept, and by which clock their time was written. */
const keeping: Readonly<
  Record<
    ExpiringTable,
    { readonly days: 'messages' | 'inbox' | 'customers'; readonly clock: 'port' | 'machine' }
  >
> = {
  messages: { days: 'messages', clock: 'port' },
  turns: { days: 'messages', clock: 'machine' },
  outbox: { days: 'messages', clock: 'machine' },
  alarms: { days: 'messages', clock: 'machine' },
  tickets: { days: 'messages', clock: 'machine' },
  leads: { days: 'messages', clock: 'machine' },
  model_usage: { days: 'messages', clock: 'machine' },
  knowledge_questions: { days: 'messages', clock: 'port' },
  knowledge_suggestions: { days: 'messages', clock: 'port' },
  carts: { days: 'inbox', clock: 'port' },
  appointment_news: { days: 'messages', clock: 'port' },
  order_news: { days: 'messages', clock: 'port' },
  subscriptions: { days: 'customers', clock: 'machine' },
  customers: { days: 'customers', clock: 'machine' },
  inbox: { days: 'inbox', clock: 'machine' },
  journal: { days: 'inbox', clock: 'machine' },
  statuses: { days: 'inbox', clock: 'machine' },
  unrouted: { days: 'inbox', clock: 'machine' },
};

/** Deletes a little of what has been kept long enough. Returns how many rows. */
export type ExpiredDeleter = () => Promise<number>;

/**
 * Goes through the tables, a bounded stretch a call, round and round. A customer's file goes with its message; it is
 * removed before the deletion commits, so that a crash leaves a row without a file rather than a file nobody knows.
 * `machineNow`: this machine's time. `onDeleted`: told of each table's deleted rows.
 */
export function createExpiredDeleter(needs: {
  database: Database;
  clock: Clock;
  machineNow: () => number;
  log: Log;
  blobs: BlobStore;
  keepDays: EngineSettings['keepDays'];
  onDeleted: (what: ExpiringTable | 'media', count: number) => void;
}): ExpiredDeleter {
  const { database, clock, machineNow, log, blobs, keepDays, onDeleted } = needs;
  let turn = 0;
  let fromBlock = 0;

  return async () => {
    const table = expiringTables[turn % expiringTables.length];
    if (table === undefined) return 0;
    const { days, clock: by } = keeping[table];
    const now = by === 'port' ? clock.now() : machineNow();
    const kept = keepDays[days];
    if (kept === undefined) {
      // Kept for good: nothing to look for.
      turn += 1;
      return 0;
    }
    const before = new Date(now - kept * dayMs);
    const stretch = { fromBlock, toBlock: fromBlock + blocksAtOnce };
    const done = await database.transaction(async (client) => {
      if (!(await mayDeleteExpired(client))) return undefined;
      const expired = await deleteExpired(client, table, stretch, before);
      for (const key of expired.blobKeys) await blobs.remove(key);
      return { expired, blocks: await countBlocks(client, table) };
    });
    if (done === undefined) return 0;
    const { expired, blocks } = done;
    if (!expired.more) {
      fromBlock = stretch.toBlock;
      if (fromBlock >= blocks) {
        fromBlock = 0;
        turn += 1;
      }
    }
    if (expired.deleted > 0) {
      log.info('expired.deleted', { table, rows: expired.deleted, files: expired.blobKeys.length });
      onDeleted(table, expired.deleted);
      onDeleted('media', expired.blobKeys.length);
    }
    return expired.deleted;
  };
}
