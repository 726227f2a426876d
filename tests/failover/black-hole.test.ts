import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '@ambit/server/db/database';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** A host in front of the test's PostgreSQL; frozen, it takes connections and bytes and answers nothing. */
type Host = { readonly server: Server; readonly port: number; frozen: boolean };

let made: TestDatabase;
const hosts: Host[] = [];
const sockets = new Set<Socket>();
const opened: Database[] = [];

beforeAll(async () => {
  made = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  for (const socket of sockets) socket.destroy();
  for (const { server } of hosts) server.close();
  await made.drop();
});

async function addHost(frozen: boolean): Promise<Host> {
  const socketDir = new URLSearchParams(made.connectionString.split('?')[1]).get('host') ?? '';
  const server = createServer((from) => {
    const to = connect(`${socketDir}/.s.PGSQL.5432`);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.on('data', (bytes) => {
        if (!host.frozen) other.write(bytes);
      });
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host: Host = { server, port: portOf(server.address()), frozen };
  hosts.push(host);
  return host;
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the host listens on no port');
  return address.port;
}

function open(...named: readonly Host[]): Database {
  const base = made.connectionString.split('?')[0] ?? '';
  const list = named.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const database = openDatabase({
    connectionString: base.replace('@/', `@${list}/`),
    poolSize: 2,
    onError: () => undefined,
  });
  opened.push(database);
  return database;
}

test.concurrent('a host that takes connections and never answers keeps nobody from the one that does', async () => {
  const database = open(await addHost(true), await addHost(false));
  const askedAt = performance.now();
  await database.query({ text: 'select 1' });
  expect(performance.now() - askedAt).toBeLessThan(2_000);
});

test.concurrent('statements under way on a host that falls silent fail, and those that follow go to another', async () => {
  const first = await addHost(false);
  const second = await addHost(true);
  const database = open(first, second);
  await database.query({ text: 'select 1' });
  first.frozen = true;
  second.frozen = false;
  const silentAt = performance.now();
  const failures = await Promise.allSettled([
    database.query({ text: 'select 1' }),
    database.transaction((client) => client.query({ text: 'select 1' })),
    // More than there are connections.
    database.query({ text: 'select 1' }),
    database.query({ text: 'select 1' }),
  ]);
  expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
  await database.query({ text: 'select 1' });
  const tookMs = performance.now() - silentAt;
  console.log(`away from a silent host after ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(9_000);
});

test.concurrent('a statement that takes long on a server that answers is left alone', async () => {
  const database = open(await addHost(false), await addHost(true));
  const slow = await database.query({ text: 'select 1 as done from pg_sleep(4.5)' });
  expect(slow.rows).toEqual([{ done: 1 }]);
});

test.concurrent('when no host takes writes, the error names each with its reason', async () => {
  const dead = await addHost(false);
  dead.server.close();
  const database = open(dead, await addHost(true));
  await expect(database.query({ text: 'select 1' })).rejects.toThrow(
    /none of its hosts takes writes: 127\.0\.0\.1:\d+: .*ECONNREFUSED.*, 127\.0\.0\.1:\d+: /,
  );
});
