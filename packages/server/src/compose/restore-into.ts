import { restoreBackup, type Restored } from '../backup/restore-backup.ts';
import type { Config } from '../config.ts';
import { readChannels } from '../db/channels.ts';
import { openSecret } from '../db/sealed-secrets.ts';
import type { Log } from '../ports/log.ts';
import { connectDatabase } from './connect-database.ts';
import { undo, type Teardown } from './teardown.ts';

/** Restores a backup into the configured database, which must be empty, and stops what it started for that. */
export async function restoreInto(config: Config, file: string, log: Log): Promise<Restored> {
  const teardown: Teardown = [];
  try {
    const database = await connectDatabase(config, log, teardown, 'as-it-is');
    return await restoreBackup(database, file, async (client) => {
      for (const { secrets } of await readChannels(client)) openSecret(secrets, config.secretKey);
    });
  } finally {
    await undo(teardown, log);
  }
}
