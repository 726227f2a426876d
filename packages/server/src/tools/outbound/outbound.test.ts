import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { HttpTool } from '@ambit/core/tool/declared-tool';
import { json, startBackEnd, type BackEnd } from '../back-end.fixture.ts';
import { exchange } from '../http/exchange.ts';
import { guardedRequest, type Resolve } from './guarded-request.ts';
import { isPublicAddress, permissionFor } from './outbound-rules.ts';

const started: BackEnd[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
});

const anyPublic = { hosts: undefined, privateHosts: [] };

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.100.100.200',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '::7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:7f00:1::',
  'fd00:ec2::254',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '100::1',
  'localhost',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '157.240.1.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test('every way to write a private IPv4 address into a URL is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom([127, 0, 0, 1], [10, 0, 0, 5], [169, 254, 169, 254], [192, 168, 0, 1]),
      fc.constantFrom('dotted', 'decimal', 'hex', 'octal', 'mapped', 'mixed'),
      async ([a = 0, b = 0, c = 0, d = 0], form) => {
        const whole = ((a * 256 + b) * 256 + c) * 256 + d;
        const host = {
          dotted: `${a}.${b}.${c}.${d}`,
          decimal: String(whole),
          hex: `0x${whole.toString(16)}`,
          octal: `0${a.toString(8)}.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
          mapped: `[::ffff:${a}.${b}.${c}.${d}]`,
          mixed: `0x${a.toString(16)}.${b * 65_536 + c * 256 + d}`,
        }[form];
        const asked = await guardedRequest(
          {
            rules: anyPublic,
            resolve: () => Promise.reject(new Error('an address was looked up as a name')),
          },
          { method: 'GET', url: new URL(`https://${host}/`), headers: {} },
          AbortSignal.timeout(5_000),
        );
        expect(asked).toMatchObject({ kind: 'failed', failure: { kind: 'not-allowed' }, sent: false });
      },
    ),
    { numRuns: 60 },
  );
});

function resolving(...addresses: string[]): Resolve {
  return () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
}

test.each([['127.0.0.1'], ['::1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:10.0.0.1'], []])(
  'a name that means %j is not connected to',
  async (...addresses) => {
    const asked = await guardedRequest(
      { rules: anyPublic, resolve: resolving(...addresses) },
      { method: 'GET', url: new URL('https://rebind.example/'), headers: {} },
      AbortSignal.timeout(5_000),
    );
    expect(asked).toMatchObject({ kind: 'failed', failure: { kind: 'not-allowed' }, sent: false });
  },
);

test('the connection goes to the address that was checked: the name is asked for once', async () => {
  const shop = await startBackEnd((_, response) => json(response, { here: true }));
  started.push(shop);
  const port = shop.host.split(':')[1] ?? '';
  let lookups = 0;
  const asked = await guardedRequest(
    {
      rules: { hosts: undefined, privateHosts: [`shop.invalid:${port}`] },
      resolve: () => {
        lookups += 1;
        return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }]);
      },
    },
    { method: 'GET', url: new URL(`http://shop.invalid:${port}/`), headers: {} },
    AbortSignal.timeout(5_000),
  );
  expect(asked.kind).toBe('response');
  expect(lookups).toBe(1);
  if (asked.kind === 'response') asked.response.resume();
});

test('a name that takes for ever to be found is a time-out', async () => {
  const asked = await guardedRequest(
    { rules: anyPublic, resolve: () => new Promise(() => undefined) },
    { method: 'GET', url: new URL('https://slow.example/'), headers: {} },
    AbortSignal.timeout(50),
  );
  expect(asked).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' }, sent: false });
});

describe('which hosts may be reached', () => {
  const rules = {
    hosts: ['api.example.com'],
    privateHosts: ['erp.internal', '127.0.0.1:8080', '[::1]:8080'],
  };
  test.each([
    ['https://api.example.com/a', 'public'],
    ['https://API.example.com:8443/a', 'public'],
    ['https://api.example.com.evil.example/', 'not-allowed'],
    ['https://evil.example/#api.example.com', 'not-allowed'],
    ['https://user:pass@api.example.com/', 'not-allowed'],
    ['http://api.example.com/', 'not-allowed'],
    ['http://erp.internal:9000/', 'private'],
    ['http://127.0.0.1:8080/', 'private'],
    ['http://2130706433:8080/', 'private'],
    ['http://127.0.0.1:8081/', 'not-allowed'],
    ['http://[::1]:8080/', 'private'],
    ['http://[::1]/', 'not-allowed'],
    ['ftp://erp.internal/', 'not-allowed'],
  ])('%s: %s', (url, kind) => {
    expect(permissionFor(new URL(url), rules).kind).toBe(kind);
  });
});

describe('redirects', () => {
  const tool = HttpTool.parse({
    kind: 'http',
    name: 'read',
    effects: 'none',
    method: 'GET',
    url: 'https://api.example.com/',
    answers: [{}],
  });
  async function redirected(
    location: (shop: BackEnd) => string,
    change: Partial<HttpTool> = {},
  ): Promise<unknown> {
    const shop = await startBackEnd(({ path }, response) => {
      if (path === '/') response.writeHead(302, { location: location(shop) }).end();
      else json(response, { path });
    });
    started.push(shop);
    return exchange(
      { rules: { hosts: undefined, privateHosts: [shop.host] } },
      { ...tool, ...change },
      { method: 'GET', url: new URL(shop.url), headers: { authorization: 'Bearer x' } },
      AbortSignal.timeout(5_000),
    );
  }

  test('on the same host they are followed', async () => {
    expect(await redirected(() => '/there')).toMatchObject({ kind: 'response', status: 200 });
  });

  test.each([
    'http://169.254.169.254/latest/meta-data',
    'https://evil.example/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    '//evil.example/x',
  ])('not to %s', async (target) => {
    expect(await redirected(() => target)).toMatchObject({
      kind: 'failed',
      failure: { kind: 'not-allowed' },
    });
  });

  test('a host that is listed is held against the rules all the same', async () => {
    const failed = await redirected(() => 'http://localhost:1/', { redirectHosts: ['localhost'] });
    expect(failed).toMatchObject({ kind: 'failed', failure: { kind: 'not-allowed' } });
  });

  test('not for ever', async () => {
    expect(await redirected(() => '/')).toMatchObject({ kind: 'failed', failure: { kind: 'not-allowed' } });
  });

  test('not for what changes something', async () => {
    expect(await redirected(() => '/there', { effects: 'once' })).toMatchObject({
      kind: 'response',
      status: 302,
    });
  });
});
