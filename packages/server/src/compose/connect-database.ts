import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '../config.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { wordsOf } from '../db/server-doubt.ts';
import type { Log } from '../ports/log.ts';
import { keepPostgres } from '../postgres/keep-postgres.ts';
import type { Teardown } from './teardown.ts';

/**
 * Connects to the configured database, or starts the built-in one, and migrates it unless told not to. Throws with
 * the reason and what to do when it cannot be reached or is newer than this program.
 */
export async function connectDatabase(
  config: Config,
  log: Log,
  teardown: Teardown,
  schema: 'migrated' | 'as-it-is' = 'migrated',
): Promise<Database> {
  const connectionString = config.database.url ?? (await startEmbedded(config, log, teardown));
  const database = openDatabase({
    connectionString,
    poolSize: config.database.poolSize,
    onError: (error) => log.warn('database.connection-lost', { error: error.message }),
    onServer: (host) => log.info('database.server', { host }),
  });
  teardown.push(() => database.close());
  try {
    await database.query({ text: 'select 1' });
  } catch (cause) {
    throw new Error(
      `The database ${withoutPassword(connectionString)} cannot be reached: ${wordsOf(cause)}. ` +
        `Check DATABASE_URL, or unset it to use the built-in PostgreSQL.`,
      { cause },
    );
  }
  if (schema === 'as-it-is') return database;
  const { applied } = await migrate(database);
  if (applied.length > 0) log.info('database.migrated', { applied });
  return database;
}

function withoutPassword(connectionString: string): string {
  return connectionString
    .replace(/^([^:]+:\/\/[^:/?@]*):.*@/, '$1@')
    .replaceAll(/([?&]password=)[^&]*/g, '$1…');
}

async function startEmbedded(config: Config, log: Log, teardown: Teardown): Promise<string> {
  const home = resolve(config.home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const postgres = await keepPostgres({
    dataDir: join(home, 'postgres'),
    log: {
      info: (details, message) => log.info(`postgres: ${message}`, details),
      warn: (details, message) => log.warn(`postgres: ${message}`, details),
    },
    endsWithOwner: config.throwAway,
  });
  teardown.push(() => postgres.stop());
  return postgres.connectionString;
}
