import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '@ambit/server/db/database';
import { migrate } from '@ambit/server/db/migrate';
import { keepPostgres } from '@ambit/server/postgres/keep-postgres';
import { processOf } from '../processes/real-process.ts';
import { watch } from './watch.ts';

/** A real PostgreSQL of the chaos run's own, brought back by its keeper whenever it is killed. */
export type ChaosPostgres = {
  /** An empty, migrated database that watches itself. */
  makeDatabase(name: string): Promise<RoundDatabase>;
  /** As a power cut does. */
  kill(): void;
  stop(): Promise<void>;
};

/** One round's database. `pool`: connections of the test, not of the server. */
export type RoundDatabase = {
  readonly connectionString: string;
  readonly pool: pg.Pool;
  drop(): Promise<void>;
};

const quiet = { info: () => undefined, warn: () => undefined };
/** The path of `postgresql://user:password@/database?host=…`, which the URL class does not take. */
const databaseInUrl = /(@[^/]*\/)([^?]*)/;

/** Starts it in `folder`. */
export async function startChaosPostgres(folder: string): Promise<ChaosPostgres> {
  const dataDir = join(folder, 'postgres');
  const kept = await keepPostgres({ dataDir, log: quiet, endsWithOwner: true });
  const urlOf = (name: string): string => kept.connectionString.replace(databaseInUrl, `$1${name}`);
  return {
    async makeDatabase(name) {
      await administer(urlOf('postgres'), `create database ${name}`);
      const connectionString = urlOf(name);
      const database = openDatabase({ connectionString, poolSize: 1, onError: () => undefined });
      await migrate(database);
      await database.close();
      const pool = new pg.Pool({ connectionString, max: 8, application_name: 'chaos' });
      pool.on('error', () => undefined);
      // Also between two users, when a connection is nobody's.
      pool.on('connect', (client) => client.on('error', () => undefined));
      await pool.query(watch);
      return {
        connectionString,
        pool,
        async drop() {
          await pool.end();
          await administer(urlOf('postgres'), `drop database ${name} with (force)`);
        },
      };
    },
    kill: () => process.kill(processOf(dataDir, ' -D '), 'SIGKILL'),
    stop: () => kept.stop(),
  };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
