import { afterEach, describe, expect, test } from 'vitest';
import type { Asker } from '@ambit/core/tool/asker';
import { HttpTool } from '@ambit/core/tool/declared-tool';
import { json, startBackEnd, type Asked, type BackEnd } from '../back-end.fixture.ts';
import { connectTools } from '../connect-tools.ts';
import type { ConnectedTool } from '../run-tool.ts';
import type { ToolOutcome } from '../../ports/tools.ts';

const started: BackEnd[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
});

async function backEnd(...answer: Parameters<typeof startBackEnd>): Promise<BackEnd> {
  const made = await startBackEnd(...answer);
  started.push(made);
  return made;
}

const secrets = new Map([
  ['shop-token', 'T0p-s3cret'],
  ['user', 'ambit'],
  ['password', 'pass:word'],
]);
const maya: Asker = { contactId: 'c1', phone: '14155550142', bsuid: 'US.1' };
const other: Asker = { contactId: 'c2', phone: '14155550199' };
let now = 0;

function connect(
  declared: readonly object[],
  privateHosts: readonly string[],
): ReadonlyMap<string, ConnectedTool> {
  const tools = declared.map((each) =>
    HttpTool.parse({ kind: 'http', effects: 'none', method: 'GET', name: 'ask', answers: [{}], ...each }),
  );
  return connectTools(
    { tools, defaultCountry: 'US' },
    {
      secrets: (name) => Promise.resolve(secrets.get(name)),
      outbound: { rules: { hosts: undefined, privateHosts } },
      monotonicMs: () => now,
    },
  ).byName;
}

async function call(
  { host }: { host: string },
  declared: object | readonly object[],
  input: Record<string, string> = {},
  { asker = maya, name = 'ask' }: { asker?: Asker; name?: string } = {},
): Promise<ToolOutcome> {
  const tool = connect([declared].flat(), [host]).get(name);
  if (tool === undefined) throw new Error('there is no such tool');
  return tool.call(input, 'key-1', AbortSignal.timeout(20_000), asker);
}

test('an answer is mapped to what flows see', async () => {
  const shop = await backEnd((_, response) =>
    json(response, { data: { status: 'sent', secret: 'internal' } }),
  );
  const outcome = await call(
    shop,
    {
      url: `${shop.url}/orders/{orderNumber}`,
      parameters: { orderNumber: { type: 'string', in: 'path' } },
      answers: [{ kind: 'order', outputs: { status: { type: 'text', at: '/data/status' } } }],
    },
    { orderNumber: 'A 1042', unknown: 'left out' },
  );
  expect(outcome).toEqual({ kind: 'answered', output: { kind: 'order', status: 'sent' } });
  expect(shop.asked[0]).toMatchObject({ method: 'GET', path: '/orders/A%201042' });
});

describe('what a back end may do', () => {
  const reads = { outputs: { status: { type: 'text', at: '/status' } } };
  const cases: readonly [string, object, Parameters<typeof startBackEnd>[0], string][] = [
    ['never answers', { timeoutMs: 150 }, () => undefined, 'timeout: '],
    [
      'never ends its answer',
      { timeoutMs: 150 },
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"status":');
      },
      'timeout: ',
    ],
    ['cuts the connection', {}, (_, response) => void response.socket?.destroy(), 'cut: '],
    [
      'cuts its answer',
      {},
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"status":', () => response.socket?.destroy());
      },
      'cut: ',
    ],
    ['breaks', {}, (_, response) => json(response, { error: 'stack trace' }, 500), 'http-status: '],
    ['turns us down', {}, (_, response) => json(response, {}, 403), 'http-status: '],
    [
      'sends another status',
      {},
      (_, response) => void response.writeHead(302, { location: '/x' }).end(),
      'http-status: ',
    ],
    ['answers with a page', {}, (_, response) => void response.end('<html>'), 'bad-shape: '],
    ['answers with another shape', {}, (_, response) => json(response, { state: 'sent' }), 'bad-shape: '],
    [
      'sends too much',
      { maxBytes: 1_000 },
      (_, response) => void response.end('x'.repeat(5_000_000)),
      'bad-shape: ',
    ],
    [
      'sends bytes that are no text',
      {},
      (_, response) => void response.end(Buffer.from([0xff, 0xfe])),
      'bad-shape: ',
    ],
    [
      'compresses unasked',
      {},
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      'bad-shape: ',
    ],
  ];

  test.each(cases)(
    'it %s: an outcome, and in doubt where something may have changed',
    async (_name, change, answer, why) => {
      const shop = await backEnd(answer);
      const declared = { url: `${shop.url}/a`, method: 'POST', answers: [reads], ...change };
      const read = await call(shop, declared);
      expect(read).toMatchObject({ kind: 'failed' });
      expect(read.kind === 'answered' ? '' : read.why.startsWith(why)).toBe(true);
      const changed = await call(shop, { ...declared, effects: 'once' });
      expect(changed.kind).toBe(why === 'http-status: ' && changed.kind === 'failed' ? 'failed' : 'in-doubt');
      expect(shop.asked).toHaveLength(2);
    },
  );

  test('a refusal is known to have changed nothing', async () => {
    const shop = await backEnd((_, response) => json(response, {}, 409));
    expect(await call(shop, { url: `${shop.url}/a`, method: 'POST', effects: 'once' })).toEqual({
      kind: 'failed',
      why: 'http-status: the back end answered 409',
      failure: 'http-status',
    });
  });

  test('one that is not there was not asked', async () => {
    const gone = await startBackEnd(() => undefined);
    await gone.close();
    const outcome = await call(gone, { url: `${gone.url}/a`, method: 'POST', effects: 'once' });
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(outcome.kind === 'failed' && outcome.why).toContain('refused: ');
  });
});

test('a declared status is an answer, and the first one that fits is it', async () => {
  const shop = await backEnd(({ path }, response) =>
    json(response, { ok: path !== '/late', code: 7 }, path === '/gone' ? 404 : 200),
  );
  const answers = [
    {
      kind: 'too-late',
      when: { at: '/ok', is: [false] },
      outputs: { code: { type: 'integer', at: '/code' } },
    },
    { kind: 'done' },
    { status: 404, kind: 'unknown' },
  ];
  expect(await call(shop, { url: `${shop.url}/late`, answers })).toMatchObject({
    output: { kind: 'too-late', code: 7 },
  });
  expect(await call(shop, { url: `${shop.url}/good`, answers })).toMatchObject({ output: { kind: 'done' } });
  expect(await call(shop, { url: `${shop.url}/gone`, answers })).toMatchObject({
    output: { kind: 'unknown' },
  });
});

test('what passes is tried again, under the same key, but never what may happen once only', async () => {
  const flaky = (): Promise<BackEnd> =>
    backEnd((_, response, count) => json(response, {}, count < 3 ? 503 : 200));
  const reading = await flaky();
  expect(await call(reading, { url: `${reading.url}/a`, retries: 2 })).toMatchObject({ kind: 'answered' });
  expect(reading.asked).toHaveLength(3);
  const keyed = await flaky();
  const repeatable = { url: `${keyed.url}/a`, method: 'PUT', effects: 'repeatable', retries: 3 };
  expect(await call(keyed, repeatable)).toMatchObject({ kind: 'answered' });
  expect(keyed.asked.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1', 'key-1']);
  expect(
    HttpTool.safeParse({ ...repeatable, kind: 'http', name: 'a', answers: [{}], effects: 'once' }).success,
  ).toBe(false);
});

describe('signing in', () => {
  const authorization = ({ headers }: Asked): string | undefined => headers.authorization;

  test('by bearer, basic, key in a header and key in the query', async () => {
    const shop = await backEnd((_, response) => json(response, {}));
    const url = `${shop.url}/a?v=1`;
    const token = 'secret:shop-token';
    await call(shop, { url, auth: { kind: 'bearer', token } });
    await call(shop, { url, auth: { kind: 'basic', user: 'secret:user', password: 'secret:password' } });
    await call(shop, { url, auth: { kind: 'api-key', in: 'header', name: 'x-key', value: token } });
    await call(shop, { url, auth: { kind: 'api-key', in: 'query', name: 'key', value: token } });
    await call(shop, { url, headers: { 'x-token': token, 'x-plain': 'yes' } });
    const [bearer, basic, header, query, plain] = shop.asked;
    expect(bearer?.headers.authorization).toBe('Bearer T0p-s3cret');
    expect(basic?.headers.authorization).toBe(`Basic ${Buffer.from('ambit:pass:word').toString('base64')}`);
    expect(header?.headers['x-key']).toBe('T0p-s3cret');
    expect(query?.path).toBe('/a?v=1&key=T0p-s3cret');
    expect(plain?.headers).toMatchObject({ 'x-token': 'T0p-s3cret', 'x-plain': 'yes' });
  });

  test('a secret that nobody set is said by name, and nothing is sent', async () => {
    const shop = await backEnd((_, response) => json(response, {}));
    const outcome = await call(shop, { url: shop.url, auth: { kind: 'bearer', token: 'secret:none' } });
    expect(outcome).toMatchObject({ kind: 'failed' });
    expect(outcome.kind === 'failed' && outcome.why).toContain('not-allowed: the secret "none" is not set');
    expect(shop.asked).toHaveLength(0);
  });

  test('by OAuth: a token is kept until it ends or is refused', async () => {
    now = 0;
    let issued = 0;
    let revoked = '';
    const shop = await backEnd((asked, response) => {
      if (asked.path === '/token') {
        issued += 1;
        json(response, { access_token: `t${issued}`, token_type: 'bearer', expires_in: 100 });
      } else if (authorization(asked) === `Bearer ${revoked}`) json(response, {}, 401);
      else json(response, {});
    });
    const auth = {
      kind: 'oauth-client-credentials',
      tokenUrl: `${shop.url}/token`,
      clientId: 'secret:user',
      clientSecret: 'secret:password',
      scope: 'orders',
    };
    const tool = connect([{ url: `${shop.url}/a`, auth }], [shop.host]).get('ask');
    const ask = (): Promise<ToolOutcome> | undefined => tool?.call({}, 'k', AbortSignal.timeout(9_000), maya);
    expect(await ask()).toMatchObject({ kind: 'answered' });
    await ask();
    expect(issued).toBe(1);
    expect(shop.asked[0]).toMatchObject({ body: 'grant_type=client_credentials&scope=orders' });
    expect(shop.asked[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from('ambit:pass%3Aword').toString('base64')}`,
    );
    now = 75_000;
    await ask();
    expect(issued).toBe(2);
    revoked = 't2';
    expect(await ask()).toMatchObject({ kind: 'answered' });
    expect(issued).toBe(3);
    revoked = 't3';
    issued = 2;
    expect(await ask()).toMatchObject({ kind: 'failed', why: 'http-status: the back end answered 401' });
  });
});

describe('whose an answer is', () => {
  const orders = (): Promise<BackEnd> =>
    backEnd(({ path }, response) =>
      path === '/orders/A-1042'
        ? json(response, { status: 'sent', phone: '+1 415-555-0142', zip: '94110' })
        : json(response, {}, path.startsWith('/cancel') ? 200 : 404),
    );
  const lookUp = (url: string): object => ({
    name: 'look-up',
    url: `${url}/orders/{orderNumber}`,
    parameters: { orderNumber: { type: 'string', in: 'path' } },
    belongsTo: { phone: '/phone', proof: { input: 'proof', facts: ['/zip'] } },
    cache: { seconds: 60 },
    answers: [
      { kind: 'order', outputs: { status: { type: 'text', at: '/status' } } },
      { status: 404, kind: 'not-shown' },
    ],
  });
  const cancel = (url: string): object => ({
    name: 'cancel',
    method: 'POST',
    effects: 'once',
    url: `${url}/cancel/{orderNumber}`,
    parameters: { orderNumber: { type: 'string', in: 'path' } },
    requires: 'look-up',
    answers: [{ kind: 'cancelled' }],
  });
  const notShown = { kind: 'answered', output: { kind: 'not-shown' } };

  test('its owner and who knows a second fact see it; to others it looks as if it were not there', async () => {
    const shop = await orders();
    const tool = connect([lookUp(shop.url)], [shop.host]).get('look-up');
    const ask = (input: Record<string, string>, asker: Asker): Promise<ToolOutcome> | undefined =>
      tool?.call(input, 'k', AbortSignal.timeout(9_000), asker);
    const order = { kind: 'answered', output: { kind: 'order', status: 'sent' } };
    const orderNumber = 'A-1042';
    expect(await ask({ orderNumber }, maya)).toEqual(order);
    expect(await ask({ orderNumber }, other)).toEqual(notShown);
    expect(await ask({ orderNumber: 'A-9999' }, other)).toEqual(notShown);
    expect(await ask({ orderNumber, proof: '94110' }, other)).toEqual(order);
    expect(await ask({ orderNumber, contactPhone: '14155550142' }, other)).toEqual(notShown);
    expect(await ask({ orderNumber }, { contactId: 'c3' })).toEqual(notShown);
  });

  test('what is cached for one is not shown to another', async () => {
    now = 0;
    const shop = await orders();
    const tool = connect([lookUp(shop.url)], [shop.host]).get('look-up');
    const ask = (asker: Asker): Promise<ToolOutcome> | undefined =>
      tool?.call({ orderNumber: 'A-1042' }, 'k', AbortSignal.timeout(9_000), asker);
    await ask(maya);
    await ask(maya);
    expect(shop.asked).toHaveLength(1);
    expect(await ask(other)).toEqual(notShown);
    expect(shop.asked).toHaveLength(2);
    now = 61_000;
    await ask(maya);
    expect(shop.asked).toHaveLength(3);
  });

  test('nobody changes what they may not see', async () => {
    const shop = await orders();
    const both = [lookUp(shop.url), cancel(shop.url)];
    const named = { name: 'cancel' };
    expect(await call(shop, both, { orderNumber: 'A-1042' }, { ...named, asker: other })).toEqual(notShown);
    expect(shop.asked.some(({ method }) => method === 'POST')).toBe(false);
    expect(await call(shop, both, { orderNumber: 'A-1042' }, { ...named, asker: maya })).toEqual({
      kind: 'answered',
      output: { kind: 'cancelled' },
    });
  });
});
