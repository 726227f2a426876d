import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

let folder = '';
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ambit-start-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Run = { child: ChildProcess; output(): string; exited: Promise<number | null> };

function run(): Run {
  const child = spawn(
    process.execPath,
    ['--conditions=ambit-source', fileURLToPath(new URL('./fixtures/start.ts', import.meta.url))],
    {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        AMBIT_BUSINESS: folder,
        AMBIT_TEST_HOME: folder,
        AMBIT_HOME: '.ambit',
        DATABASE_URL: 'postgresql://somewhere/ambit',
        WHATSAPP_ACCESS_TOKEN: 'must not leak in',
        FORCE_COLOR: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const exited = new Promise<number | null>((settle) => child.once('close', settle));
  return { child, output: () => output, exited };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(20);
}

function story(): readonly string[] {
  const file = join(folder, 'story.txt');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

function startedPids(): readonly number[] {
  return story().flatMap((line) => {
    const [, pid] = / starts as (\d+)/.exec(line) ?? [];
    return pid === undefined ? [] : [Number(pid)];
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function environmentOf(role: string): Readonly<Record<string, string>> {
  return z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(folder, `${role}.environment.json`), 'utf8')));
}

test('it says where to look, stops in order at one signal that npm repeats, and exits with 0', async () => {
  const ambit = run();
  await until(() => ambit.output().includes('Ctrl-C'));
  const token = environmentOf('server')['AMBIT_TOKEN'];
  expect(ambit.output()).toContain(`http://127.0.0.1:39999/?token=${token}`);
  expect(ambit.output()).toContain('http://127.0.0.1:39999/webhooks/whatsapp');
  expect(ambit.output()).toMatch(/warn {2}(server|simulator): disk\.low \(freeMb=12\)/);
  expect(ambit.output()).not.toContain('routine');
  ambit.child.kill('SIGINT');
  ambit.child.kill('SIGINT');
  expect(await ambit.exited).toBe(0);
  expect(story().slice(2)).toEqual(['simulator stops', 'server stops']);
  expect(readFileSync(join(folder, '.ambit/logs/server.log'), 'utf8')).toContain('routine');
});

test('both programs are told the same secrets, which are private and outlive a restart', async () => {
  const first = run();
  await until(() => first.output().includes('Ctrl-C'));
  const server = environmentOf('server');
  const simulator = environmentOf('simulator');
  for (const name of ['WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN', 'AMBIT_TOKEN'])
    expect(simulator[name]).toBe(server[name]);
  expect(server['WHATSAPP_ACCESS_TOKEN']).not.toBe('must not leak in');
  expect(server).toMatchObject({
    DATABASE_URL: 'postgresql://somewhere/ambit',
    AMBIT_CLOCK_URL: 'http://127.0.0.1:3002/sim/clock',
    WHATSAPP_API_URL: 'http://127.0.0.1:3002',
  });
  expect(simulator).toMatchObject({ AMBIT_SIM_WEBHOOK_URL: 'http://127.0.0.1:3000/webhooks/whatsapp' });
  expect(simulator).not.toHaveProperty('DATABASE_URL');
  expect(statSync(join(folder, '.ambit')).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, '.ambit/secrets.json')).mode & 0o777).toBe(0o600);
  first.child.kill('SIGTERM');
  expect(await first.exited).toBe(0);

  const second = run();
  await until(() => second.output().includes('Ctrl-C'));
  expect(environmentOf('server')['AMBIT_TOKEN']).toBe(server['AMBIT_TOKEN']);
  second.child.kill('SIGHUP');
  expect(await second.exited).toBe(0);
});

test.each([
  ['fail', 'port 3001 is in use; set AMBIT_DESK_PORT'],
  ['fail-plainly', 'Port 3002 is in use.; Set AMBIT_SIM_PORT.'],
  ['crash', 'TypeError: no such thing'],
])('a program that cannot start (%s) is quoted plainly and nothing is left running', async (plan, words) => {
  writeFileSync(join(folder, 'server.plan'), plan);
  const ambit = run();
  expect(await ambit.exited).toBe(1);
  expect(ambit.output()).toContain(words);
  expect(ambit.output()).not.toContain('Ambit is running');
  expect(startedPids().filter(isAlive)).toEqual([]);
});

test('a program that dies later is started again, and given up after five deaths in a row', async () => {
  writeFileSync(join(folder, 'server.plan'), 'die');
  const ambit = run();
  expect(await ambit.exited).toBe(1);
  expect(ambit.output()).toContain(
    'server: died (server ended with exit code 3); starting it again in 0.5 s',
  );
  expect(ambit.output()).toContain('server died 5 times in a row');
  expect(story().filter((line) => line.startsWith('server starts'))).toHaveLength(5);
  expect(startedPids().filter(isAlive)).toEqual([]);
});

test('when the supervisor is killed, both programs stop by themselves', async () => {
  const ambit = run();
  await until(() => ambit.output().includes('Ctrl-C'));
  ambit.child.kill('SIGKILL');
  await until(() => startedPids().every((pid) => !isAlive(pid)));
  expect(story().slice(2).toSorted()).toEqual(['server stops', 'simulator stops']);
});
