import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StackPorts } from '@ambit/cli/environment';
import { findProcess } from '@ambit/server/postgres/running-process';
import {
  cleanUp,
  eventually,
  freePorts,
  npmStart,
  processesOf,
  processOf,
  serverAlone,
  temporaryFolder,
  type RealProcess,
} from './real-process.ts';
import { talkTo } from './running-start.ts';
import { serverEnvironment } from './server-environment.ts';

/** One data folder goes through all of it, in order, as a deployment does. */
let home = '';
let ports: StackPorts;
let environment: Readonly<Record<string, string>> = {};
let ambit: RealProcess;

beforeAll(async () => {
  home = temporaryFolder();
  const free = await freePorts();
  ports = free.ports;
  environment = { AMBIT_HOME: home, AMBIT_DEBOUNCE_MS: '700', ...free.variables };
});

afterAll(() => cleanUp());

async function start(): Promise<void> {
  ambit = npmStart(environment);
  await ambit.says('Ambit is running');
}

async function nothingLeft(): Promise<void> {
  await eventually(
    () => processesOf(home).length === 0,
    () => `the last processes to end: ${JSON.stringify(processesOf(home))}`,
  );
  const traces = [
    'running.json',
    'postgres/owner.json',
    'postgres/cluster/postmaster.pid',
    'postgres/socket/.s.PGSQL.5432',
  ];
  expect(traces.filter((trace) => existsSync(join(home, trace)))).toEqual([]);
}

/** How many messages the one conversation holds, both ways. */
async function messagesKept(): Promise<number> {
  const { client } = talkTo(home, ports);
  const [conversation] = (await client.conversations()).conversations;
  if (conversation === undefined) return 0;
  return (await client.conversation(conversation)).timeline.filter(
    ({ author }) => author === 'customer' || author === 'agent',
  ).length;
}

async function askAndGetAnswer(): Promise<void> {
  const talk = talkTo(home, ports);
  await talk.settled(await talk.say('maya', 'Where is my order A-1042?'));
}

const killed = (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL');
  return eventually(() => findProcess(pid) === undefined, `process ${pid} to be gone`);
};

test('Ctrl-C stops everything cleanly within seconds, with exit code 0', async () => {
  await start();
  await askAndGetAnswer();
  const askedAt = performance.now();
  ambit.signalGroup('SIGINT');
  expect(await ambit.ended).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(30_000);
  await nothingLeft();
});

test('a second start keeps what was said, and a start beside it is refused and breaks nothing', async () => {
  await start();
  const before = await messagesKept();
  expect(before).toBeGreaterThanOrEqual(2);

  const beside = npmStart(environment);
  expect(await beside.ended).toBe(1);
  expect(beside.output()).toContain(`Ambit is already running in ${home}`);

  await askAndGetAnswer();
  expect(await messagesKept()).toBe(before + 2);
});

test('PostgreSQL killed under the running server is brought back, and what was acknowledged is answered', async () => {
  const talk = talkTo(home, ports);
  const first = await talk.say('maya', 'Where is my order A-1042?');
  await eventually(
    () => talk.client.inbound(first).then(({ state }) => state !== 'unknown'),
    'the message to be acknowledged',
  );
  // The turn is not due yet: only the database knows of the message.
  await killed(processOf(home, 'postgres -D'));
  // The simulator repeats its webhook until it is taken, as Meta does.
  const second = await talk.say('maya', 'Where is my order A-1042?');
  await talk.settled(first);
  await talk.settled(second);
  expect(ambit.output()).toMatch(/PostgreSQL has ended and is started again/);
  expect(ambit.output()).not.toMatch(/server: died/);
});

test('SIGTERM to the process below npm stops everything cleanly', async () => {
  process.kill(processOf(home, 'main.ts start'), 'SIGTERM');
  expect(await ambit.ended).toBe(0);
  await nothingLeft();
});

test('when the supervisor is killed, everything ends by itself and the data stay', async () => {
  await start();
  const before = await messagesKept();
  await killed(processOf(home, 'main.ts start'));
  await eventually(() => processesOf(home).length === 0, 'the children to end');
  await start();
  expect(await messagesKept()).toBe(before);
});

test('a PostgreSQL left over when all else is killed at once is adopted with its data', async () => {
  const before = await messagesKept();
  const postgres = processOf(home, 'postgres -D');
  const programs = ['main.ts start', 'server/src/main.ts', 'simulator/src/main.ts'];
  await Promise.all(programs.map((words) => processOf(home, words)).map(killed));
  expect(findProcess(postgres)).toBeDefined();

  await start();
  expect(processOf(home, 'postgres -D')).toBe(postgres);
  expect(await messagesKept()).toBe(before);
  await askAndGetAnswer();
});

test('a server killed alone is started again by the supervisor', async () => {
  const server = processOf(home, 'server/src/main.ts');
  await killed(server);
  await ambit.says('server: runs again');
  await askAndGetAnswer();
  ambit.signalGroup('SIGTERM');
  expect(await ambit.ended).toBe(0);
  await nothingLeft();
});

test('another secret key than the one the database was started with is refused and changes nothing', async () => {
  const own = serverEnvironment({ ...environment, AMBIT_HOME: home });
  const refused = serverAlone({ ...own, AMBIT_SECRET_KEY: Buffer.alloc(32, 9).toString('base64') });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toContain('set AMBIT_SECRET_KEY to the one this database was started with');
  await nothingLeft();
  await start();
  await askAndGetAnswer();
  ambit.signalGroup('SIGINT');
  expect(await ambit.ended).toBe(0);
  await nothingLeft();
});
