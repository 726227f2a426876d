import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { ambitStart, cleanUp, freePorts, processesOf, serverAlone, temporaryFolder } from './real-process.ts';
import { serverEnvironment } from './server-environment.ts';

let made: TestDatabase;
let home = '';

beforeAll(async () => {
  made = await createTestDatabase();
  home = temporaryFolder();
});

afterAll(async () => {
  await cleanUp();
  await made.drop();
});

/** The one message of a server that refuses this database. */
async function refusal(url: string): Promise<string> {
  const { variables } = await freePorts();
  const refused = serverAlone(serverEnvironment({ AMBIT_HOME: home, DATABASE_URL: url, ...variables }));
  expect(await refused.ended).toBe(1);
  expect(refused.output().trim().split('\n')).toHaveLength(1);
  expect(refused.output()).not.toContain('hushhush');
  expect(processesOf(home)).toEqual([]);
  return refused.output();
}

describe('a database that cannot be reached is named with the reason and what to do, without its password', () => {
  test.each([
    ['nobody listens', () => 'postgres://me:hushhush@127.0.0.1:1/ambit', /me@127\.0\.0\.1:1.*ECONNREFUSED/],
    [
      'nobody listens on any address',
      () => 'postgres://me:hushhush@localhost:1/a',
      /reached: \S.*ECONNREFUSED/,
    ],
    ['the host is unknown', () => 'postgres://me:hushhush@no.such.invalid/ambit', /no\.such\.invalid/],
    ['the password holds what belongs encoded', () => 'postgres://me:hush/hushhush@h/a', /me@h\/a/],
    ['the password is wrong', () => made.connectionString.replace(/:[^:@]+@/, ':hushhush@'), /password/],
    [
      'the database does not exist',
      () => made.connectionString.replace(/test_\w+/, 'nowhere'),
      /database .*nowhere.* does not exist/,
    ],
  ])('%s', async (_, url, reason) => {
    const said = await refusal(url());
    expect(said).toMatch(reason);
    expect(said).toContain('Check DATABASE_URL, or unset it to use the built-in PostgreSQL');
  });
});

test('npm start quotes it plainly and ends', async () => {
  const { variables } = await freePorts();
  const url = 'postgres://me:hushhush@127.0.0.1:1/ambit';
  const refused = ambitStart({ AMBIT_HOME: home, DATABASE_URL: url, ...variables });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('Ambit could not go on: The database postgres://me@127.0.0.1:1/ambit');
  expect(refused.output()).not.toMatch(/^\s+at |hushhush|\{/m);
  expect(processesOf(home)).toEqual([]);
});

/** Changes the record of migrations, looks, and puts it back. */
async function whileMigrations(change: string, undo: string): Promise<string> {
  const client = new pg.Client({ connectionString: made.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(change);
    const said = await refusal(made.connectionString);
    await client.query(undo);
    return said;
  } finally {
    await client.end();
  }
}

test('a database that is newer than the program is left alone', async () => {
  const said = await whileMigrations(
    `insert into schema_migrations (number, name, checksum) values (9999, '9999_future.sql', 'x')`,
    'delete from schema_migrations where number = 9999',
  );
  expect(said).toMatch(/newer than this program: it has migration 9999_future\.sql.*Start the newer program/);
});

test('a database that another build has migrated is left alone', async () => {
  const said = await whileMigrations(
    `update schema_migrations set checksum = 'x' || checksum where number = 1`,
    `update schema_migrations set checksum = substr(checksum, 2) where number = 1`,
  );
  expect(said).toMatch(/0001_engine\.sql .*differs.*another build\. Use that build, or another database/);
});

test('with all that mended, the same database serves', async () => {
  const { variables } = await freePorts();
  const server = serverAlone(
    serverEnvironment({ AMBIT_HOME: home, DATABASE_URL: made.connectionString, ...variables }),
  );
  await server.says('"event":"server.listening"');
  server.signal('SIGTERM');
  expect(await server.ended).toBe(0);
});
