import { afterEach, expect, test } from 'vitest';
import { postGraph, startForTest, startReceiver, until, type Receiver } from '../receiver.testing.ts';
import type { Simulator } from '../simulator.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function start(): Promise<{ simulator: Simulator; receiver: Receiver }> {
  const receiver = await startReceiver();
  const simulator = await startForTest(receiver);
  open.push(receiver.close, simulator.close);
  return { simulator, receiver };
}

async function call(
  simulator: Simulator,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${simulator.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: 'Bearer control-token-of-tests' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

test('without the token the page says how to get in, and the API answers 401', async () => {
  const { simulator } = await start();
  const page = await fetch(simulator.url, { headers: { accept: 'text/html' } });
  expect(page.status).toBe(401);
  expect(await page.text()).toContain('token');
  for (const token of ['', 'wrong']) {
    const api = await fetch(`${simulator.url}/sim/state`, { headers: { authorization: `Bearer ${token}` } });
    expect(api.status).toBe(401);
  }
});

test('opening the link with the token sets a cookie that opens page and API', async () => {
  const { simulator } = await start();
  const link = await fetch(`${simulator.url}/?token=control-token-of-tests`, { redirect: 'manual' });
  expect([link.status, link.headers.get('location')]).toEqual([303, '/']);
  const cookie = (link.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  for (const path of ['/', '/sim/state', '/page/phone.ts', '/page/phone.css'])
    expect([path, (await fetch(`${simulator.url}${path}`, { headers: { cookie } })).status]).toEqual([
      path,
      200,
    ]);
});

test('page scripts are served without types', async () => {
  const { simulator } = await start();
  const response = await fetch(`${simulator.url}/page/phone.ts`, {
    headers: { authorization: 'Bearer control-token-of-tests' },
  });
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(await response.text()).not.toContain('import type');
});

test('a customer writes over HTTP and the thread shows it', async () => {
  const { simulator, receiver } = await start();
  const said = await call(simulator, '/sim/customers/maya/messages', { kind: 'text', body: 'hi' });
  expect(said.status).toBe(201);
  expect(JSON.stringify(said.body)).toContain('{"wamid":"wamid.');
  await until(() => receiver.items('messages').length === 1);
  const view = await call(simulator, '/sim/conversations/maya');
  expect(view.body).toMatchObject({
    customer: { name: 'Maya Torres' },
    window: { kind: 'open' },
    messages: [{ from: 'customer', bubble: { kind: 'text', body: 'hi' } }],
  });
});

test('the clock moves and can be set', async () => {
  const { simulator } = await start();
  const moved = await call(simulator, '/sim/clock', { advanceMs: 3_600_000 });
  expect(moved.body).toMatchObject({ offsetMs: 3_600_000 });
  const set = await call(simulator, '/sim/clock', { setTo: '2027-01-01T00:00:00Z' });
  expect(JSON.stringify(set.body)).toContain('"now":"2027-01-01T00:00:00');
});

test('customers are added, and contradictions refused', async () => {
  const { simulator } = await start();
  const added = await call(simulator, '/sim/customers', { name: 'Ana Silva', phone: '+55 11 91234-5678' });
  expect(added).toMatchObject({ status: 201, body: { customers: [{ waId: '5511912345678' }] } });
  const again = await call(simulator, '/sim/customers', { name: 'Ana', phone: '5511912345678' });
  expect(again.status).toBe(409);
});

test('people come with their windows and what they got of marketing', async () => {
  const { simulator } = await start();
  const sale = { name: 'sale', language: 'en', category: 'marketing', body: 'All jackets are cheaper.' };
  await call(simulator, '/sim/templates', sale);
  await call(simulator, '/sim/customers', { id: 'ana', name: 'Ana', phone: '5511912345678' });
  await call(simulator, '/sim/customers/tom/messages', { kind: 'text', body: 'hi' });
  await postGraph(simulator, {
    messaging_product: 'whatsapp',
    to: '5511912345678',
    type: 'template',
    template: { name: 'sale', language: { code: 'en' } },
  });
  const window = (kind: string) => [{ phoneNumberId: '106540352242922', window: { kind } }];
  expect((await call(simulator, '/sim/customers')).body).toMatchObject({
    customers: [
      { id: 'maya', windows: window('never-opened'), marketingUse: { used: 0, limit: 0 } },
      { id: 'tom', windows: window('open'), marketingUse: { used: 0, limit: null } },
      { id: 'noor' },
      { id: 'priya' },
      { id: 'ana', windows: window('never-opened'), marketingUse: { used: 1, limit: 2 } },
    ],
  });
});

test('a flow is added without review, in place of one with its name', async () => {
  const { simulator } = await start();
  const layout = { type: 'SingleColumnLayout', children: [] };
  const json = { version: '7.0', screens: [{ id: 'DAY', title: 'Day', terminal: true, layout }] };
  const added = await call(simulator, '/sim/flows', { name: 'booking', json });
  expect(added).toMatchObject({ status: 201, body: { status: 'PUBLISHED', validationErrors: [] } });
  const again = { name: 'booking', id: '123', json: JSON.stringify({ ...json, screens: [] }) };
  await call(simulator, '/sim/flows', again);
  expect(await call(simulator, '/sim/flows')).toMatchObject({
    body: { flows: [{ id: '123', validationErrors: [{}, {}] }] },
  });
  expect((await call(simulator, '/sim/flows', { name: 'x' })).status).toBe(400);
});

test('the log has the query of a call, without its token', async () => {
  const { simulator } = await start();
  const path = '/v24.0/102290129340398/phone_numbers';
  await fetch(`${simulator.url}${path}?limit=1&access_token=access-token-of-tests`);
  const log = await call(simulator, '/sim/log');
  expect(log.body).toMatchObject({ entries: [{ path, query: 'limit=1' }] });
  expect(JSON.stringify(log.body)).not.toContain('access-token-of-tests');
});

test('mistakes are named', async () => {
  const { simulator } = await start();
  expect((await call(simulator, '/sim/customers/nobody/messages', { kind: 'text', body: 'x' })).status).toBe(
    404,
  );
  expect(await call(simulator, '/sim/customers/maya/messages', { kind: 'txt' })).toMatchObject({
    status: 400,
  });
  expect((await call(simulator, '/sim/nothing')).status).toBe(404);
  expect((await call(simulator, '/sim/state', {})).status).toBe(405);
});

test('the log goes on from where the caller stopped', async () => {
  const { simulator, receiver } = await start();
  await call(simulator, '/sim/customers/maya/messages', { kind: 'text', body: 'hi' });
  await until(() => receiver.items('messages').length === 1);
  await postGraph(simulator, { messaging_product: 'whatsapp', to: '14155550142', text: { body: 'yo' } });
  await until(() => receiver.items('statuses').length === 2);
  await until(() => simulator.control.log(0).entries.length === 4);
  const first = await call(simulator, '/sim/log?after=0&count=1');
  expect(first.body).toMatchObject({ last: 1, entries: [{ index: 1 }] });
  const rest = await call(simulator, '/sim/log?after=1');
  expect(rest.body).toMatchObject({ last: 4 });
});

test('raw webhooks go out with a good, a wrong or no signature', async () => {
  const { simulator, receiver } = await start();
  for (const signature of ['good', 'bad', 'none'])
    await call(simulator, '/sim/raw-webhook', { body: '{"entry":[]}', signature });
  expect(receiver.received.map((one) => one.signed)).toEqual([true, false, false]);
});

test('a change is told to the page', async () => {
  const { simulator } = await start();
  const stop = new AbortController();
  const stream = await fetch(`${simulator.url}/sim/events`, {
    headers: { authorization: 'Bearer control-token-of-tests' },
    signal: stop.signal,
  });
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  simulator.control.act([{ customer: 'maya', action: { kind: 'text', body: 'hi' } }]);
  while (!seen.includes('"thread"')) seen += (await reader?.read())?.value ?? '';
  stop.abort();
  expect(seen).toContain('"customerId":"maya"');
});
