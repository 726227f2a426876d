import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Chaos } from '@ambit/simulator/chaos';
import { createRandom } from '@ambit/simulator/random';
import { startSimulator } from '@ambit/simulator/simulator';
import type { ChaosPostgres } from './chaos-database.ts';
import { check, type Findings } from './checker.ts';
import { converse, inventCustomers } from './customers.ts';
import { readEvidence } from './evidence.ts';
import { openGateway } from './gateway.ts';
import { killWorkers } from './kills/kill-workers.ts';
import { startOrderSystem } from './kills/order-system.ts';
import { prepareNode, type Node } from './nodes.ts';
import { waitUntilQuiet } from './quiet.ts';
import type { Schedule } from './schedule.ts';
import { makeShop } from './shop-folder.ts';
import { acceptedSends, toldIn } from './simulator-facts.ts';
import { atDesk, channelId, readLog, startNode, type Stage } from './stage.ts';

/** What a round came to. */
export type RoundResult = {
  readonly schedule: Schedule;
  readonly findings: Findings;
  /** Nodes that ended by themselves, with their last words. */
  readonly crashes: readonly string[];
  readonly messages: number;
  readonly replies: number;
  readonly unknown: number;
  /** How many workers were killed by a round that does nothing else. */
  readonly kills: number;
  /** How many orders the shop's own system sent elsewhere. */
  readonly elsewhere: number;
  /** The same with those that were cancelled. */
  readonly effects: number;
  /** How many turns ended in which outcome. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly notes: readonly string[];
  /** What the nodes logged. */
  readonly logs: string;
};

const crowdSize = 20;

/** Plays one round on a database of its own and checks what is left of it. */
export async function playRound(
  schedule: Schedule,
  postgres: ChaosPostgres,
  folder: string,
): Promise<RoundResult> {
  const began = performance.now();
  const home = join(folder, `round-${schedule.seed}`);
  mkdirSync(home, { recursive: true });
  const everybody = inventCustomers(schedule.customers + crowdSize);
  const database = await postgres.makeDatabase(`chaos_${schedule.seed}`);
  const nodes: Node[] = [];
  let turn = 0;
  const ingress = await openGateway({
    targetOf: (path) => {
      const faces = nodes.filter((node) => node.webhookPort !== undefined && node.isUp());
      turn += 1;
      const port = faces[turn % Math.max(1, faces.length)]?.webhookPort;
      return port === undefined ? undefined : { port, path };
    },
    spared: (_, method) => method === 'GET',
  });
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId: '106540352242922',
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    accessToken: 'access-token',
    appSecret: 'app-secret',
    verifyToken: 'verify-token',
    webhookUrl: `http://127.0.0.1:${ingress.port}/webhooks/whatsapp`,
    controlToken: 'test-token-test-token',
    customers: everybody.map(({ id, name, userId, phone }) => ({ id, name, userId, phone })),
    seed: schedule.seed,
    handshake: false,
    closedWindow: 'fail-by-webhook',
    limits: 'none',
    autoRead: 'when-delivered',
    statusDelaysMs: { sent: 1, delivered: 5 },
    webhookTimeoutMs: 4_000,
    webhookRetryBaseMs: 50,
    webhookRetryCapMs: 800,
    logLimit: 1_000_000,
  });
  const graph = await openGateway({
    targetOf: (path) => ({ port: simulator.port, path: path.replace(/^\/node-\d+/, '') }),
    spared: (_, method, body) => method !== 'POST' || body.includes('"status":"read"'),
  });
  const shop = makeShop(home, everybody);
  const system =
    schedule.kills === 0
      ? undefined
      : await startOrderSystem(schedule.seed, schedule.seed % 2 === 0 ? 'forgetful' : 'knows-keys');
  system?.connect(shop);
  for (const [index, role] of schedule.roles.entries()) {
    const name = `node-${index + 1}`;
    const graphUrl = `http://127.0.0.1:${graph.port}/${name}`;
    const environment = {
      AMBIT_BUSINESS: shop,
      AMBIT_CLOCK_URL: `${simulator.url}/sim/clock`,
      AMBIT_DEBOUNCE_MS: '120',
      AMBIT_POOL_SIZE: '5',
      WHATSAPP_MESSAGES_PER_SECOND: '200',
      ...(system === undefined
        ? {}
        : {
            AMBIT_TOOL_PRIVATE_HOSTS: system.host,
            AMBIT_LEASE_MS: '800',
            // A worker that starts quickly is killed more often.
            NODE_COMPILE_CACHE: join(folder, 'compiled'),
          }),
    };
    nodes.push(
      await prepareNode({
        name,
        role,
        folder: home,
        graphUrl,
        databaseUrl: database.connectionString,
        environment,
      }),
    );
  }
  const notes: string[] = [];
  const stage: Stage = {
    simulator,
    postgres,
    database,
    nodes,
    graph,
    ingress,
    customers: everybody.slice(0, schedule.customers),
    crowd: everybody.slice(schedule.customers),
    random: createRandom(schedule.seed + 1_000_003),
    posts: [],
    jumps: [],
    pending: new Set(),
    note: (what) => notes.push(`${Math.round(performance.now() - began)} ms: ${what}`),
  };
  try {
    await Promise.all(nodes.map(startNode));
    const kills = await (system === undefined
      ? play(schedule, stage)
      : killWorkers(stage, schedule.kills, system));
    const quiet = await waitUntilQuiet(stage, () => resume(stage));
    if (!quiet) stage.note('it did not become quiet');
    const crashes = nodes.filter((node) => node.crashed()).map((node) => node.output().slice(-2_000));
    for (const node of nodes) await node.stop();
    const log = readLog(simulator);
    const evidence = await readEvidence(database.pool, {
      log,
      posts: stage.posts,
      jumps: stage.jumps,
      changes: system?.changes ?? [],
      simulatorNow: simulator.control.clock().nowMs,
    });
    return {
      schedule,
      findings: check(evidence),
      crashes,
      messages: new Set(toldIn(evidence, 'acknowledged').messages.map(({ id }) => id)).size,
      replies: acceptedSends(log).length,
      unknown: evidence.outbox.filter((row) => row.status === 'unknown').length,
      kills,
      elsewhere: evidence.changes.length,
      effects: evidence.changes.length + evidence.effects.filter(({ what }) => what === 'cancelled').length,
      outcomes: Object.fromEntries(
        [...Map.groupBy(evidence.turns, (turn) => turn.outcome ?? 'none')].map(([outcome, turns]) => [
          outcome,
          turns.length,
        ]),
      ),
      seconds: Math.round((performance.now() - began) / 1_000),
      notes,
      logs: nodes.map((node) => node.output()).join('\n'),
    };
  } finally {
    for (const node of nodes) await node.kill();
    await simulator.close();
    await Promise.all([graph.close(), ingress.close(), system?.close()]);
    await database.drop();
  }
}

/** Customers speak while things go wrong. Kills are counted elsewhere. */
async function play(schedule: Schedule, stage: Stage): Promise<0> {
  const { simulator, customers } = stage;
  const { batch, dropFirstAttempts } = schedule;
  simulator.control.setChaos(
    Chaos.parse({ duplicate: 2, reorder: true, batch, delayMs: [0, 60], dropFirstAttempts }),
  );
  const talks = customers.map((customer, index) =>
    converse(simulator, customer, schedule.seed * 1_009 + index),
  );
  const begins = performance.now();
  const faults = schedule.faults.map(async ({ atMs, fault }) => {
    await wait(Math.max(0, atMs - (performance.now() - begins)));
    stage.note(fault.name);
    // A fault may meet another: a lock goes when PostgreSQL is killed.
    await fault
      .happen(stage)
      .catch((error: unknown) =>
        stage.note(`${fault.name}: ${error instanceof Error ? error.message : String(error)}`),
      );
  });
  await Promise.all([...talks, ...faults]);
  // From here on nothing goes wrong any more.
  stage.graph.forget();
  stage.ingress.forget();
  simulator.control.failNext({ mode: 'error', count: 0 });
  simulator.control.setChaos(Chaos.parse({}));
  while (stage.pending.size > 0) await Promise.all(stage.pending);
  return 0;
}

/** What an operator does about a number that is still paused. */
async function resume(stage: Stage): Promise<void> {
  const { rows } = await stage.database.pool.query('select 1 from channels where paused_why is not null');
  if (rows.length > 0) await atDesk(stage, (desk) => desk.resumeChannel(channelId));
}
