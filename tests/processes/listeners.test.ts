import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StackPorts } from '@ambit/cli/environment';
import { createAmbitClient } from '@ambit/sdk/client';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { cleanUp, freePorts, repository, run, serverAlone, temporaryFolder } from './real-process.ts';
import { serverEnvironment } from './server-environment.ts';

let made: TestDatabase;
let ports: StackPorts;

beforeAll(async () => {
  made = await createTestDatabase();
  const home = temporaryFolder();
  const free = await freePorts();
  ports = free.ports;
  const environment = serverEnvironment({
    AMBIT_HOME: home,
    DATABASE_URL: made.connectionString,
    AMBIT_SIM_WEBHOOK_URL: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
    ...free.variables,
  });
  const server = serverAlone(environment);
  const program = join(repository, 'packages/simulator/src/main.ts');
  const simulator = run(process.execPath, ['--conditions=ambit-source', program], environment);
  await server.says('"event":"server.listening"');
  await simulator.says('"event":"simulator.listening"');
});

afterAll(async () => {
  await cleanUp();
  await made.drop();
});

test.runIf(process.platform === 'linux')('all three listen on 127.0.0.1 and nowhere else', () => {
  const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, local, , state] = line.trim().split(/\s+/);
        // 0A is LISTEN. Source: Linux, include/net/tcp_states.h.
        return local === undefined || state !== '0A' ? [] : [local];
      }),
  );
  const loopback = '0100007F';
  for (const port of Object.values(ports)) {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    expect(listening.filter((local) => local.endsWith(`:${hex}`))).toEqual([`${loopback}:${hex}`]);
  }
});

describe('without the token, or with a wrong one, nothing is told', () => {
  const asks: readonly { at: 'desk' | 'simulator'; method: string; path: string }[] = [
    ...[
      '/',
      '/?token=wrong-token-wrong-token',
      '/api/status',
      '/api/conversations',
      '/api/conversations/whatsapp:1/x',
      '/api/inbound/x',
      '/api/alarms',
      '/api/channels',
      '/api/unrouted',
      '/api/feed',
      '/api/nothing',
      '/desk.js',
      '/nothing',
    ].map((path) => ({ at: 'desk' as const, method: 'GET', path })),
    ...['take', 'give-back', 'replies'].map((verb) => ({
      at: 'desk' as const,
      method: 'POST',
      path: `/api/conversations/whatsapp:1/x/${verb}`,
    })),
    ...[
      '/',
      '/?token=wrong',
      '/phone.css',
      '/sim/clock',
      '/sim/customers',
      '/sim/events',
      '/sim/media/1',
      '/x',
    ].map((path) => ({ at: 'simulator' as const, method: 'GET', path })),
    ...[
      '/sim/clock',
      '/sim/customers',
      '/sim/customers/maya/messages',
      '/sim/media',
      '/v24.0/1/messages',
    ].map((path) => ({ at: 'simulator' as const, method: 'POST', path })),
  ];
  test.each(asks)('$at $method $path', async ({ at, method, path }) => {
    const address = `http://127.0.0.1:${ports[at]}${path}`;
    for (const headers of [{}, { authorization: 'Bearer wrong-token-wrong-token' }])
      expect((await fetch(address, { method, headers })).status).toBe(401);
  });
});

test('a foreign host name is refused even with the token', async () => {
  const headers = { host: 'evil.example', authorization: 'Bearer test-token-test-token' };
  const status = await new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: ports.desk, path: '/api/status', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(403);
});

describe('the webhook listener', () => {
  const signed = (body: string): string =>
    `sha256=${createHmac('sha256', 'app-secret').update(body).digest('hex')}`;
  const webhook = (path = '/webhooks/whatsapp'): string => `http://127.0.0.1:${ports.webhook}${path}`;
  const post = (body: string, signature = signed(body)): Promise<Response> =>
    fetch(webhook(), { method: 'POST', body, headers: { 'x-hub-signature-256': signature } });
  const change = (field: string, value: unknown): string =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field, value }] }],
    });
  const textTo = (phoneNumberId: string, id: string): string =>
    change('messages', {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550000000', phone_number_id: phoneNumberId },
      contacts: [{ wa_id: '16505550100', profile: { name: 'Ann' } }],
      messages: [{ from: '16505550100', id, timestamp: '1795310000', type: 'text', text: { body: 'hello' } }],
    });

  /** Rows in every table, so that nothing can be stored unseen. */
  async function rows(): Promise<Readonly<Record<string, unknown>>> {
    const tables = await made.database.query({
      text: `select table_name from information_schema.tables where table_schema = 'public' order by 1`,
    });
    const names = tables.rows.map((row) => String(row['table_name']));
    const counted = await made.database.query({
      text: `select ${names.map((name) => `(select count(*) from ${name}) as ${name}`).join(', ')}`,
    });
    return counted.rows[0] ?? {};
  }

  test('answers the handshake with the right token only', async () => {
    const query = '?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';
    const right = await fetch(webhook(`/webhooks/whatsapp${query}verify-token`));
    expect([right.status, await right.text()]).toEqual([200, '1158201444']);
    const wrong = await fetch(webhook(`/webhooks/whatsapp${query}wrong`));
    expect(wrong.status).toBe(403);
    expect(await wrong.text()).not.toContain('1158201444');
  });

  test('serves no other path and no other method', async () => {
    for (const path of ['/', '/api/status', '/webhooks', '/webhooks/whatsapp/', '/healthz', '//'])
      expect((await fetch(webhook(path))).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await fetch(webhook(), { method })).status).toBe(405);
  });

  test('a signature that is bad or missing is 401 and stores nothing in any table', async () => {
    const before = await rows();
    const body = textTo('106540352242922', 'wamid.forged');
    expect((await post(body, signed(`${body} `))).status).toBe(401);
    expect((await post(body, 'sha256=')).status).toBe(401);
    expect((await fetch(webhook(), { method: 'POST', body })).status).toBe(401);
    expect(await rows()).toEqual(before);
  });

  test('signed bytes that are not JSON are 400, and too many are 413', async () => {
    const before = await rows();
    expect((await post('{"object":')).status).toBe(400);
    expect((await post('')).status).toBe(400);
    expect((await post(`"${'x'.repeat(4 * 1024 * 1024)}"`)).status).toBe(413);
    expect(await rows()).toEqual(before);
  });

  test('what no conversation takes is 200, stored, counted and shown', async () => {
    const client = createAmbitClient({
      baseUrl: `http://127.0.0.1:${ports.desk}`,
      token: 'test-token-test-token',
    });
    const before = (await client.unrouted()).count;
    expect((await post(textTo('999', 'wamid.unknown-number'))).status).toBe(200);
    expect((await post(change('account_update', { event: 'VERIFIED_ACCOUNT' }))).status).toBe(200);
    expect((await post('{"something":"else"}')).status).toBe(200);
    const { count, newest } = await client.unrouted();
    expect(count).toBe(before + 3);
    expect(newest).toContainEqual(expect.objectContaining({ reason: 'unknown number', address: '999' }));
    expect(newest).toContainEqual(expect.objectContaining({ field: 'account_update' }));
  });

  test('a signed message to a known number is taken', async () => {
    const client = createAmbitClient({
      baseUrl: `http://127.0.0.1:${ports.desk}`,
      token: 'test-token-test-token',
    });
    expect((await post(textTo('106540352242922', 'wamid.known'))).status).toBe(200);
    expect((await client.inbound('wamid.known')).state).not.toBe('unknown');
  });
});
