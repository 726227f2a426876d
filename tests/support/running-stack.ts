import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import type { InboundTrace } from '@ambit/sdk/inbound-trace';
import { readConfig } from '@ambit/server/config';
import { startServer, type AmbitServer } from '@ambit/server/compose/start-server';
import type { EngineSettings } from '@ambit/server/pipeline/settings';
import type { Log } from '@ambit/server/ports/log';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';
import type { SimulatorOptions } from '@ambit/simulator/options';
import { findFreePorts } from '@ambit/cli/free-ports';
import { quietLog } from './engine-fixture.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const token = 'test-token-test-token';

/** A server and a simulator that meet over real HTTP, on a database of their own. */
export type RunningStack = {
  readonly made: TestDatabase;
  readonly simulator: Simulator;
  readonly server: AmbitServer;
  readonly client: AmbitClient;
  readonly token: string;
  /** Another node on the same database. */
  addNode(role: 'worker' | 'ingress', given?: Readonly<Record<string, string>>): Promise<AmbitServer>;
  /** Says something as a customer; resolves with the message's id. */
  say(customer: string, body: string): string;
  /** Waits until a message has its outcome and its replies are on their way. */
  settled(messageId: string): Promise<Extract<InboundTrace, { state: 'handled' }>>;
  /** The texts the business has sent to a customer's phone. */
  phoneOf(customer: string): readonly string[];
  stop(): Promise<void>;
};

/** Starts both. `debounceMs` is 0 unless told otherwise; `patience`: waiting times to shorten. */
export async function startTestStack(
  options: {
    debounceMs?: number;
    patience?: Partial<EngineSettings>;
    simulator?: Partial<SimulatorOptions>;
    log?: Log;
    environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<RunningStack> {
  const made = await createTestDatabase();
  const ports = await findFreePorts();
  const secrets = { accessToken: 'access-token', appSecret: 'app-secret', verifyToken: 'verify-token' };
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: ports.simulator,
    graphVersion: 'v24.0',
    phoneNumberId: '106540352242922',
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    ...secrets,
    webhookUrl: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
    controlToken: token,
    seed: 7,
    statusDelaysMs: { sent: 1, delivered: 2 },
    webhookRetryBaseMs: 50,
    ...options.simulator,
  });
  const home = await mkdtemp(join(tmpdir(), 'ambit-home-'));
  const environment = {
    AMBIT_HOME: home,
    AMBIT_BUSINESS: 'businesses/shop',
    AMBIT_PORT: String(ports.webhook),
    AMBIT_DESK_PORT: String(ports.desk),
    AMBIT_TOKEN: token,
    AMBIT_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    AMBIT_CLOCK_URL: `${simulator.url}/sim/clock`,
    AMBIT_DEBOUNCE_MS: String(options.debounceMs ?? 0),
    AMBIT_POOL_SIZE: '6',
    DATABASE_URL: made.connectionString,
    WHATSAPP_API_URL: simulator.url,
    WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
    WHATSAPP_ACCESS_TOKEN: secrets.accessToken,
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
    ...options.environment,
  };
  const server = await startServer(readConfig(environment, []), options.log ?? quietLog, options.patience);
  const nodes: AmbitServer[] = [server];
  const client = createAmbitClient({ baseUrl: server.deskUrl ?? '', token });

  return {
    made,
    simulator,
    server,
    client,
    token,
    async addNode(role, given = {}) {
      const free = await findFreePorts();
      const node = await startServer(
        readConfig(
          { ...environment, AMBIT_PORT: String(free.webhook), AMBIT_DESK_PORT: String(free.desk), ...given },
          ['--role', role],
        ),
        options.log ?? quietLog,
        options.patience,
      );
      nodes.push(node);
      return node;
    },
    say(customer, body) {
      const done = simulator.control.act([{ customer, action: { kind: 'text', body } }]);
      if (done.kind !== 'done' || done.wamids[0] === undefined) throw new Error(`no customer "${customer}"`);
      return done.wamids[0];
    },
    settled: (messageId) =>
      eventually(async () => {
        const trace = await client.inbound(messageId);
        const over = trace.state === 'handled' && trace.replies.every((reply) => reply.settled);
        return over ? trace : undefined;
      }, `message ${messageId} to be settled`),
    phoneOf(customer) {
      const thread = simulator.control.conversation(customer)?.messages ?? [];
      return thread.flatMap((message) =>
        message.from === 'business' && 'body' in message.bubble ? [message.bubble.body] : [],
      );
    },
    async stop() {
      await simulator.close();
      for (const node of nodes) await node.stop();
      await made.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Asks again until there is an answer. Throws, naming what was waited for, after 20 s. */
export async function eventually<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  what: string,
): Promise<T> {
  const until = performance.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`Waited 20 s for ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
