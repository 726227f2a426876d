import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '@ambit/server/db/database';

/** A database of a test's own. */
export type TestDatabase = {
  readonly database: Database;
  readonly connectionString: string;
  drop(): Promise<void>;
};

/** Copies the migrated template: a fresh, empty database in 0.1 s. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = inject('templateDatabase');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const maintenance = withDatabase(template, 'postgres');
  await administer(maintenance, `create database ${name} template ${databaseOf(template)}`);
  const connectionString = withDatabase(template, name);
  const database = openDatabase({ connectionString, poolSize: 8, onError: () => undefined });
  return {
    database,
    connectionString,
    async drop() {
      await database.close();
      await administer(maintenance, `drop database ${name} with (force)`);
    },
  };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The path of `postgresql://user:password@/database?host=…`, which the URL class does not take. */
const databaseInUrl = /(@[^/]*\/)([^?]*)/;

function databaseOf(connectionString: string): string {
  return databaseInUrl.exec(connectionString)?.[2] ?? 'postgres';
}

function withDatabase(connectionString: string, name: string): string {
  return connectionString.replace(databaseInUrl, `$1${name}`);
}
