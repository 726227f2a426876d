import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { findProcess } from './running-process.ts';
import { startPostgres, type EmbeddedPostgres } from './start-postgres.ts';

const log = { info: () => undefined, warn: () => undefined };
const started: EmbeddedPostgres[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ambit-pg-'));
  chmodSync(folder, 0o711);
});

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir = join(folder, 'postgres')): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, log, endsWithOwner: true });
  started.push(postgres);
  return postgres;
}

async function query(connectionString: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return z.array(z.unknown()).parse((await client.query({ text: sql, rowMode: 'array' })).rows);
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL from another process, which then waits to be killed. */
async function startElsewhere(
  dataDir: string,
  endsWithOwner: boolean,
): Promise<{ pid: number; kill(): Promise<void> }> {
  const program = new URL('./start-postgres.fixture.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--conditions=ambit-source', program, dataDir, String(endsWithOwner)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = new Promise<void>((settle) => child.once('exit', () => settle()));
  for await (const line of createInterface({ input: child.stdout })) {
    const kill = (): Promise<void> => {
      child.kill('SIGKILL');
      return exited;
    };
    return { pid: Number(line), kill };
  }
  throw new Error('the other process ended without starting PostgreSQL');
}

async function waitUntilGone(pid: number): Promise<void> {
  while (findProcess(pid) !== undefined) await new Promise((settle) => setTimeout(settle, 20));
}

test('what was stored is there after a stop and a second start, and a stop leaves no process', async () => {
  const first = await start();
  expect(first.kind).toBe('started');
  await query(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  expect(findProcess(first.pid)).toBeUndefined();
  expect(existsSync(join(folder, 'postgres', 'owner.json'))).toBe(false);

  const second = await start();
  expect(second.kind).toBe('started');
  expect(await query(second.connectionString, 'SELECT answer FROM kept')).toEqual([[42]]);
});

test('it is durable, keeps checksums, speaks UTF-8, is not on the network and wants its password', async () => {
  const { connectionString } = await start();
  const shown = await query(
    connectionString,
    `SELECT name || '=' || setting FROM pg_settings WHERE name IN
     ('fsync','synchronous_commit','full_page_writes','data_checksums','server_encoding','listen_addresses','jit') ORDER BY name`,
  );
  expect(shown.flat()).toEqual([
    'data_checksums=on',
    'fsync=on',
    'full_page_writes=on',
    'jit=off',
    'listen_addresses=',
    'server_encoding=UTF8',
    'synchronous_commit=on',
  ]);
  await expect(query(connectionString.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
    /password/,
  );
  expect(statSync(join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600);
});

test('a PostgreSQL whose owner was killed is adopted, and stopped by the one who adopted it', async () => {
  const other = await startElsewhere(join(folder, 'postgres'), false);
  await other.kill();
  expect(findProcess(other.pid)).toBeDefined();

  const adopted = await start();
  expect(adopted).toMatchObject({ kind: 'adopted', pid: other.pid });
  expect(await query(adopted.connectionString, 'SELECT 1')).toEqual([[1]]);
  await adopted.stop();
  expect(findProcess(other.pid)).toBeUndefined();
});

test('a PostgreSQL whose owner lives is shared, and left running by the one who attached', async () => {
  const other = await startElsewhere(join(folder, 'postgres'), true);
  const attached = await start();
  expect(attached).toMatchObject({ kind: 'attached', pid: other.pid });
  await attached.stop();
  expect(findProcess(other.pid)).toBeDefined();
  await other.kill();
  await waitUntilGone(other.pid);
});

test('a throw-away PostgreSQL ends when its owner is killed', async () => {
  const other = await startElsewhere(join(folder, 'postgres'), true);
  await other.kill();
  await waitUntilGone(other.pid);
});

test('two starts at once share one PostgreSQL', async () => {
  const both = await Promise.all([start(), start()]);
  expect(both.map(({ kind }) => kind).toSorted()).toEqual(['attached', 'started']);
});

test('a postmaster.pid that names some other process, as after a reboot, does not stop a start', async () => {
  await (await start()).stop();
  const pidFile = join(folder, 'postgres', 'cluster', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n/elsewhere\n1\n5432\n/elsewhere\n\n0 0\nready\n`);
  expect((await start()).kind).toBe('started');
});

test('a start waits until nothing of a killed PostgreSQL works on the files any more', async () => {
  const other = await startElsewhere(join(folder, 'postgres'), false);
  const first = await start();
  const client = new pg.Client({ connectionString: first.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  const Backend = z.object({ pid: z.number() });
  const { pid } = Backend.parse((await client.query('SELECT pg_backend_pid() AS pid')).rows[0]);
  // Too busy to notice by itself that its postmaster is gone.
  const busy = client
    .query('SELECT count(*) FROM generate_series(1, 15000000) AS n WHERE n % 7 = 3')
    .catch(() => 'cut');
  await new Promise((settle) => setTimeout(settle, 200));
  process.kill(first.pid, 'SIGKILL');
  await waitUntilGone(first.pid);
  await other.kill();
  expect(findProcess(pid)).toBeDefined();

  expect((await start()).kind).toBe('started');
  expect(findProcess(pid)).toBeUndefined();
  await busy;
  await client.end().catch(() => undefined);
});

test('a folder path too long for a socket still works', async () => {
  const deep = join(folder, 'a'.repeat(90), 'postgres');
  mkdirSync(join(folder, 'a'.repeat(90)), { mode: 0o755 });
  const postgres = await start(deep);
  expect(existsSync(join(deep, 'cluster'))).toBe(true);
  expect(existsSync(join(deep, 'socket'))).toBe(false);
  expect(await query(postgres.connectionString, 'SELECT 1')).toEqual([[1]]);
});

test('data of another major version is refused with its version and what to do', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17.*brings PostgreSQL 18/);
});

test('a start that fails says why and leaves no process and no lock', async () => {
  await (await start()).stop();
  writeFileSync(join(folder, 'postgres', 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n');
  await expect(start()).rejects.toThrow(/PostgreSQL did not start: .*(configuration|no_such_setting)/);
  expect(existsSync(join(folder, 'postgres', 'starting.lock'))).toBe(false);
});

test('a folder that a kill left half-made is made anew', async () => {
  mkdirSync(join(folder, 'postgres', 'making-x1', 'cluster'), { recursive: true });
  await start();
  expect(readdirSync(join(folder, 'postgres')).filter((name) => name.startsWith('making-'))).toEqual([]);
});

test.runIf(process.getuid?.() === 0)('started by root, it runs as somebody else', async () => {
  const { pid } = await start();
  const [, uid] = /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  expect(Number(uid)).toBeGreaterThan(0);
});

test.runIf(process.getuid?.() === 0)(
  'started by root below a closed folder, the data lie elsewhere and are found again',
  async () => {
    const closed = join(folder, 'closed');
    mkdirSync(join(closed, 'project'), { recursive: true });
    chmodSync(closed, 0o700);
    const dataDir = join(closed, 'project', 'postgres');
    const first = await start(dataDir);
    const place = z
      .object({ path: z.string() })
      .parse(JSON.parse(readFileSync(join(dataDir, 'location.json'), 'utf8')));
    try {
      await query(first.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
      await first.stop();
      const second = await start(dataDir);
      expect(await query(second.connectionString, 'SELECT answer FROM kept')).toEqual([[42]]);
      await second.stop();
      expect(statSync(closed).mode & 0o777).toBe(0o700);
    } finally {
      rmSync(place.path, { recursive: true, force: true });
    }
  },
);
