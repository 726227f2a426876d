import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAmbitClient } from '@ambit/sdk/client';
import { findProcess } from '@ambit/server/postgres/running-process';
import { openDatabase, type Database } from '@ambit/server/db/database';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';
import {
  cleanUp,
  eventually,
  freePorts,
  serverAlone,
  temporaryFolder,
  type RealProcess,
} from '../processes/real-process.ts';
import { serverEnvironment } from '../processes/server-environment.ts';
import { readTraffic, type Traffic } from './simulator-traffic.ts';
import { ask, startTwoServers, urlOf, type TwoServers } from './two-servers.ts';

const token = 'test-token-test-token';
const everyMs = 30;
/** The standby is promoted this long after the primary died: an operator's tools notice and act. */
const noticeMs = 1_000;
let servers: TwoServers;
let simulator: Simulator;
let ambit: RealProcess;
let deskUrl = '';
/** What was started, to be stopped last first. */
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  servers = await startTwoServers(temporaryFolder());
  stops.push(() => servers.stop());
});
afterAll(async () => {
  try {
    for (const stop of stops.toReversed()) await stop();
  } finally {
    await cleanUp();
  }
});

function open(connectionString: string): Database {
  const database = openDatabase({ connectionString, poolSize: 3, onError: () => undefined });
  stops.push(() => database.close());
  return database;
}

const isStandby = { text: 'select pg_is_in_recovery() as standby' };

test('a standby that comes first in the list is skipped', async () => {
  const database = open(urlOf(servers.standby, servers.primary));
  expect((await database.query(isStandby)).rows).toEqual([{ standby: false }]);
});

test('a server that says it is read-only is left at once, and taken again when it writes', async () => {
  const database = open(urlOf(servers.standby, servers.primary));
  const write = { text: 'create table if not exists proof (one integer)' };
  await database.query(write);
  await setReadOnly('on');
  await expect(database.query(write)).rejects.toThrow('read-only');
  // Even what only reads does not stay there.
  await expect(database.query({ text: 'select 1' })).rejects.toThrow('none of its hosts takes writes');
  await setReadOnly('off');
  await eventually(
    () =>
      database.query(write).then(
        () => true,
        () => false,
      ),
    'the server to be taken again',
  );
});

async function setReadOnly(value: 'on' | 'off'): Promise<void> {
  await ask(servers.primary, `alter system set default_transaction_read_only = ${value}`);
  await ask(servers.primary, 'select pg_reload_conf()');
  const setting = 'show default_transaction_read_only';
  await eventually(
    async () => (await ask(servers.primary, setting)).rows[0]?.['default_transaction_read_only'] === value,
    `read-only to be ${value}`,
  );
}

test(
  'the primary is killed in the middle of the traffic and the standby promoted: nothing acknowledged is lost, nothing is doubled, no process starts again',
  { timeout: 60_000 },
  async () => {
    await startStack();
    const said: string[] = [];
    const stream = setInterval(() => {
      said.push(sayAsSomebodyNew(said.length));
    }, everyMs);

    await eventually(() => traffic().acknowledged.size > 60, 'the traffic to flow');
    process.kill(servers.primary.pid, 'SIGKILL');
    const killedAt = Date.now();
    await wait(noticeMs);
    const acknowledgedBefore = traffic().acknowledged.size;
    await ask(servers.standby, 'select pg_promote()');
    const promotedAt = Date.now();
    await eventually(
      () => traffic().acknowledged.size > acknowledgedBefore + 60,
      'the traffic to flow again',
    );
    clearInterval(stream);
    await eventually(
      () => said.every((wamid) => traffic().acknowledged.has(wamid)),
      'the rest to be acknowledged',
    );

    const database = open(urlOf(servers.primary, servers.standby));
    const cutOff = await endLeases(database);
    const outcomes = await outcomesOf(said);
    expect([...outcomes.values()].filter((outcome) => outcome !== 'answered')).toEqual([]);
    expect(outcomes.size).toBe(said.length);
    // A send the dying primary left marked and not made is unknown, told to a person and never repeated.
    const inDoubt = `select count(*)::int as n from outbox where status in ('sending', 'unknown')`;
    await eventually(
      async () => traffic().replies.length + (await countOf(database, inDoubt)) >= said.length,
      () => `${said.length} replies; there are ${traffic().replies.length}`,
    );
    const unsure = said.length - traffic().replies.length;
    const { acknowledged, replies } = traffic();
    expect(new Set(replies.map(({ outboxId }) => outboxId)).size).toBe(replies.length);
    expect(new Set(replies.map(({ to }) => to)).size).toBe(replies.length);
    expect(unsure).toBeLessThanOrEqual(10);
    expect(
      await countOf(database, 'select count(*)::int as n from mailboxes where next_seq - 1 > handled_seq'),
    ).toBe(0);

    const firstAfter = (times: readonly number[]): number =>
      Math.min(...times.filter((at) => at > promotedAt)) - promotedAt;
    const backMs = firstAfter([...acknowledged.values()]);
    const answersMs = firstAfter(replies.map(({ at }) => at));
    console.log(
      `${said.length} messages; promoted ${promotedAt - killedAt} ms after the kill; first acknowledged ${backMs} ms ` +
        `and first reply ${answersMs} ms after that; ${traffic().refused} webhooks refused meanwhile; ` +
        `${cutOff} turns cut off, ${unsure} sends in doubt; all settled ${Date.now() - promotedAt} ms after the promotion`,
    );
    expect(backMs).toBeLessThan(5_000);
    expect(answersMs).toBeLessThan(10_000);
    expect(findProcess(ambit.pid)).toBeDefined();
    expect(ambit.output().match(/server\.listening/g)).toHaveLength(1);
    ambit.signal('SIGTERM');
    expect(await ambit.ended).toBe(0);
  },
);

async function startStack(): Promise<void> {
  const { ports, variables } = await freePorts();
  const environment = serverEnvironment({
    AMBIT_HOME: temporaryFolder(),
    DATABASE_URL: urlOf(servers.primary, servers.standby),
    WHATSAPP_API_URL: `http://127.0.0.1:${ports.simulator}`,
    ...variables,
  });
  simulator = await startSimulator({
    host: '127.0.0.1',
    port: ports.simulator,
    graphVersion: 'v24.0',
    phoneNumberId: '106540352242922',
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    accessToken: 'access-token',
    appSecret: 'app-secret',
    verifyToken: 'verify-token',
    webhookUrl: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
    controlToken: token,
    seed: 7,
    limits: 'none',
    webhookRetryBaseMs: 50,
    webhookRetryCapMs: 250,
  });
  stops.push(() => simulator.close());
  deskUrl = `http://127.0.0.1:${ports.desk}`;
  ambit = serverAlone(environment);
  await ambit.says('"event":"server.listening"');
}

function traffic(): Traffic {
  return readTraffic(simulator);
}

function sayAsSomebodyNew(index: number): string {
  const id = `somebody${index}`;
  simulator.control.addCustomer({ id, name: `Somebody ${index}`, userId: `US.F${index}` });
  const done = simulator.control.act([
    { customer: id, action: { kind: 'text', body: 'What is your return policy?' } },
  ]);
  if (done.kind !== 'done' || done.wamids[0] === undefined) throw new Error(`${id} could not write`);
  return done.wamids[0];
}

/**
 * A turn that the dying primary cut off is taken again when its lease ends; this moves that end from 30 s ahead to
 * now. Returns how many there were.
 */
async function endLeases(database: Database): Promise<number> {
  // What still runs is over by then.
  await wait(1_000);
  const cutOff = await countOf(
    database,
    'select count(*)::int as n from mailboxes where lease_until > now()',
  );
  await database.query({
    text: 'update mailboxes set lease_until = now(), wake_at = now() where lease_until > now()',
  });
  return cutOff;
}

/** Waits until each has its outcome. */
async function outcomesOf(wamids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const client = createAmbitClient({ baseUrl: deskUrl, token });
  const outcomes = new Map<string, string>();
  await eventually(
    async () => {
      for (const wamid of wamids.filter((each) => !outcomes.has(each))) {
        const trace = await client.inbound(wamid);
        if (trace.state === 'handled') outcomes.set(wamid, trace.outcome.kind);
      }
      return outcomes.size === wamids.length;
    },
    () => `all outcomes; ${outcomes.size} of ${wamids.length} are there`,
  );
  return outcomes;
}

async function countOf(database: Database, text: string): Promise<number> {
  const found = await database.query({ text });
  return z.number().parse(found.rows[0]?.['n']);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
