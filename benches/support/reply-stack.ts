import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { findFreePort } from '@ambit/cli/free-ports';
import { openDatabase, type Database } from '@ambit/server/db/database';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';
import { startBenchDatabase, type BenchDatabase } from './bench-database.ts';
import { startProgram, type ChildProgram } from './child-program.ts';
import { benchSecrets } from './webhook-request.ts';

/** A server on a database of its own, and the simulator in this process. */
export type ReplyStack = {
  readonly database: BenchDatabase;
  readonly client: Database;
  readonly simulator: Simulator;
  readonly servers: readonly ChildProgram[];
  readonly numbers: readonly string[];
  stop(): Promise<void>;
};

/** The n-th person of a bench, from 0. */
export function personOf(n: number): { id: string; phone: string; userId: string; order: string } {
  const digits = String(n).padStart(7, '0');
  return { id: `p${n}`, phone: `1555${digits}`, userId: `US.77${digits}`, order: `B-${1_000 + n}` };
}

/** The number a person writes to. */
export function numberOf(n: number, numbers: readonly string[]): string {
  return numbers[n % numbers.length] ?? '';
}

/**
 * Starts all of it. `people` are known already: their conversations and one order each are seeded
 * by SQL, so that a short run measures replies and not first meetings.
 * `workers`: how many processes; one of the server's own does everything, others are one ingress
 * and so many workers.
 */
export async function startReplyStack(options: {
  people: number;
  numbers: number;
  workers: number;
  /** Another program than the server's own for the workers. */
  workerProgram?: string;
  environment?: Readonly<Record<string, string>>;
}): Promise<ReplyStack> {
  const { people, workers, environment = {} } = options;
  const numbers = Array.from({ length: options.numbers }, (_, n) => String(106_540_352_242_900 + n));
  const home = mkdtempSync(join(tmpdir(), 'ambit-bench-home-'));
  const database = await startBenchDatabase();
  const port = await findFreePort();
  const shared = {
    AMBIT_HOME: home,
    AMBIT_DESK_PORT: '0',
    AMBIT_TOKEN: 'bench-token-bench-token',
    AMBIT_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    AMBIT_BUSINESS: 'businesses/shop',
    AMBIT_LOG_LEVEL: 'error',
    AMBIT_DEBOUNCE_MS: '0',
    DATABASE_URL: database.connectionString,
    WHATSAPP_API_VERSION: 'v24.0',
    WHATSAPP_PHONE_NUMBER_ID: numbers.join(','),
    WHATSAPP_ACCESS_TOKEN: benchSecrets.accessToken,
    WHATSAPP_APP_SECRET: benchSecrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: benchSecrets.verifyToken,
    WHATSAPP_MESSAGES_PER_SECOND: '1000',
    ...environment,
  };
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId: numbers[0] ?? '',
    displayPhoneNumber: '15550783881',
    numbers: numbers
      .slice(1)
      .map((phoneNumberId, n) => ({ phoneNumberId, displayPhoneNumber: `1555078390${n}` })),
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    ...benchSecrets,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/whatsapp`,
    controlToken: 'bench-token-bench-token',
    autoRead: 'when-delivered',
    limits: 'none',
    handshake: false,
    logLimit: 2_000_000,
    seed: 5,
  });
  const place = { ...shared, WHATSAPP_API_URL: simulator.url };
  const roles =
    options.workerProgram === undefined && workers === 1
      ? ['all']
      : ['ingress', ...Array.from({ length: workers }, () => 'worker')];
  const servers: ChildProgram[] = [];
  for (const role of roles) {
    servers.push(
      await startProgram({
        program: (role === 'worker' ? options.workerProgram : undefined) ?? 'packages/server/src/main.ts',
        args: ['--role', role],
        environment: { ...place, AMBIT_PORT: role === 'worker' ? '0' : String(port) },
      }),
    );
  }
  const client = openDatabase({
    connectionString: database.connectionString,
    poolSize: 2,
    onError: () => undefined,
  });
  await seedPeople(client, people, numbers);
  for (let n = 0; n < people; n += 1) {
    const { id, phone, userId } = personOf(n);
    simulator.control.addCustomer({ id, name: `Person ${n}`, phone, userId });
  }
  return {
    database,
    client,
    simulator,
    servers,
    numbers,
    async stop() {
      await client.close();
      for (const server of servers) await server.stop();
      await simulator.close();
      await database.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function seedPeople(client: Database, people: number, numbers: readonly string[]): Promise<void> {
  const all = Array.from({ length: people }, (_, n) => ({
    ...personOf(n),
    channelId: `whatsapp:${numberOf(n, numbers)}`,
    conversationId: randomUUID(),
    contactId: randomUUID(),
  }));
  const values = [
    all.map((one) => one.channelId),
    all.map((one) => one.conversationId),
    all.map((one) => one.contactId),
    all.map((one) => one.phone),
    all.map((one) => one.userId),
    all.map((one) => one.order),
    all.map((_, n) => `Person ${n}`),
  ];
  const seeds =
    'unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[]) as p (ch, cv, ct, ph, us, nr, nm)';
  for (const insert of [
    `insert into contacts (contact_id, profile_name) select ct, nm from ${seeds}`,
    `insert into conversations (channel_id, conversation_id, contact_id, phone, bsuid) select ch, cv, ct, ph, us from ${seeds}`,
    `insert into mailboxes (channel_id, conversation_id) select ch, cv from ${seeds}`,
    `insert into identities (channel_id, kind, value, conversation_id, contact_id)
     select ch, 'bsuid', us, cv, ct from ${seeds} union all select ch, 'phone', ph, cv, ct from ${seeds}`,
    `insert into orders (order_number, status, contact_phone, items)
     select nr, 'shipped', ph, '[{"sku":"cap","name":"Cap","quantity":1}]' from ${seeds}`,
  ]) {
    await client.query({ text: insert, values });
  }
  await client.query({ text: 'analyze' });
}
