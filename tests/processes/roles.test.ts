import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAmbitClient } from '@ambit/sdk/client';
import { startPostgres, type EmbeddedPostgres } from '@ambit/server/postgres/start-postgres';
import { openDatabase, type Database } from '@ambit/server/db/database';
import {
  cleanUp,
  eventually,
  freePorts,
  repository,
  run,
  serverAlone,
  temporaryFolder,
  type RealProcess,
} from './real-process.ts';
import { serverEnvironment } from './server-environment.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const token = 'test-token-test-token';
const people = 150;
let postgres: EmbeddedPostgres;
let database: Database;

beforeAll(async () => {
  const folder = temporaryFolder();
  postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: quiet, endsWithOwner: true });
  database = openDatabase({
    connectionString: postgres.connectionString,
    poolSize: 2,
    onError: () => undefined,
  });
});

afterAll(async () => {
  await database.close();
  await postgres.stop();
  await cleanUp();
});

/** A lease lasts 30 s: what the killed worker held is taken over after that. */
const takeOverMs = 50_000;

test(
  'one ingress and two workers share a database; one killed in a burst costs no message and repeats no reply',
  { timeout: 100_000 },
  async () => {
    const { ports, variables } = await freePorts();
    const simulatorUrl = `http://127.0.0.1:${ports.simulator}`;
    const environment = serverEnvironment({
      AMBIT_HOME: temporaryFolder(),
      DATABASE_URL: postgres.connectionString,
      WHATSAPP_API_URL: simulatorUrl,
      AMBIT_SIM_WEBHOOK_URL: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
      ...variables,
    });
    const program = join(repository, 'packages/simulator/src/main.ts');
    const simulator = run(process.execPath, ['--conditions=ambit-source', program], environment);
    const node = (role: string): RealProcess => serverAlone(environment, ['--role', role]);
    const nodes = [node('ingress'), node('worker'), node('worker')];
    await simulator.says('simulator.listening');
    await Promise.all(nodes.map((each) => each.says('server.listening')));
    const [ingress, killed, survivor] = nodes;

    const post = async (path: string, body: unknown): Promise<unknown> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const made = await fetch(`${simulatorUrl}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      expect(made.status).toBe(201);
      return made.json();
    };
    const customers = Array.from({ length: people }, (_, index) => ({
      id: `c${index}`,
      name: `Customer ${index}`,
      userId: `US.100${index}`,
    }));
    await post('/sim/customers', { customers });
    const { wamids } = z.object({ wamids: z.array(z.string()) }).parse(
      await post('/sim/messages/batch', {
        messages: customers.map(({ id }) => ({
          customer: id,
          action: { kind: 'text', body: 'Where is my order A-1042?' },
        })),
      }),
    );
    const closed = async (): Promise<number> => {
      const found = await database.query({
        text: 'select count(*)::int as n from turns where closed_at is not null',
      });
      return z.number().parse(found.rows[0]?.['n']);
    };
    await eventually(async () => (await closed()) > 3, 'the burst to be under way');
    killed?.signal('SIGKILL');
    expect(await closed()).toBeLessThan(people);

    const client = createAmbitClient({ baseUrl: `http://127.0.0.1:${ports.desk}`, token });
    const outcomes = new Map<string, string>();
    await eventually(
      async () => {
        for (const wamid of wamids.filter((each) => !outcomes.has(each))) {
          const trace = await client.inbound(wamid);
          if (trace.state === 'handled') outcomes.set(wamid, trace.outcome.kind);
        }
        return outcomes.size === people;
      },
      () => `all outcomes; ${outcomes.size} of ${people} are there`,
      takeOverMs,
    );

    const Thread = z.object({ messages: z.array(z.looseObject({ from: z.string() })) });
    const repliesTo = async (id: string): Promise<number> => {
      const headers = { authorization: `Bearer ${token}` };
      const shown = await fetch(`${simulatorUrl}/sim/conversations/${id}`, { headers });
      return Thread.parse(await shown.json()).messages.filter(({ from }) => from === 'business').length;
    };
    // A send the killed worker had marked and not made is unknown, told to a person and never repeated.
    const unsure = async (): Promise<number> => {
      const found = await database.query({
        text: `select count(*)::int as n from outbox where status in ('sending', 'unknown')`,
      });
      return z.number().parse(found.rows[0]?.['n']);
    };
    let replies: readonly number[] = [];
    await eventually(
      async () => {
        replies = await Promise.all(customers.map(({ id }) => repliesTo(id)));
        return replies.filter((count) => count > 0).length + (await unsure()) >= people;
      },
      () => `replies; there are ${replies.length}`,
    );
    expect(Math.max(...replies)).toBe(1);
    for (const each of [ingress, survivor]) each?.signal('SIGTERM');
    expect(await ingress?.ended).toBe(0);
    expect(await survivor?.ended).toBe(0);
  },
);
