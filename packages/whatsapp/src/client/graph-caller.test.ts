import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { serveGraph, type Reply } from '../fixtures/loopback-graph.ts';
import type { GraphAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';
import type { RetryPolicy } from './retry-policy.ts';

const signal = new AbortController().signal;
const good: Reply = { kind: 'json', json: { id: '1' } };
const failing = (code: number, status: number, headers: Record<string, string> = {}): Reply => ({
  kind: 'json',
  status,
  headers,
  json: { error: { code, message: 'no', error_subcode: 33, fbtrace_id: 'AbC' } },
});

/** Waits for nothing, and keeps what it was asked to wait. `random`: in the middle. */
function patience(changes: Partial<RetryPolicy> = {}): { waitsMs: number[]; retry: Partial<RetryPolicy> } {
  const waitsMs: number[] = [];
  const sleep = (ms: number) => {
    waitsMs.push(ms);
    return Promise.resolve();
  };
  return { waitsMs, retry: { sleep, random: () => 0.5, ...changes } };
}

function callerOf(baseUrl: string, changes: Partial<GraphAccess> = {}) {
  const call = createGraphCaller({
    baseUrl,
    version: 'v24.0',
    auth: { header: 'Authorization', value: 'Bearer EAAsecret' },
    timeoutMs: 5_000,
    ...changes,
  });
  const answer = z.object({ id: z.string() });
  return {
    read: () => call({ method: 'GET', path: ['1'], answer }, signal),
    write: (body: object = {}) =>
      call(
        {
          method: 'POST',
          path: ['1'],
          body: { kind: 'json', json: body, rules: z.strictObject({}) },
          answer,
        },
        signal,
      ),
    at: (id: string) => call({ method: 'GET', path: [id], answer }, signal),
  };
}

describe('a read', () => {
  test.each<[string, Reply]>([
    ['a cut connection', { kind: 'cut', when: 'before' }],
    ['half an answer', { kind: 'cut', when: 'middle' }],
    ['a passing error', failing(131016, 503)],
    ['a bad gateway', { kind: 'bytes', bytes: Buffer.from('<html>'), status: 502 }],
    ['throttling', failing(130429, 429)],
  ])('is made again after %s', async (_what, reply) => {
    const { waitsMs, retry } = patience();
    const { baseUrl, asked } = await serveGraph([reply, good]);
    expect(await callerOf(baseUrl, { retry }).read()).toEqual({ kind: 'done', value: { id: '1' } });
    expect(asked).toHaveLength(2);
    expect(waitsMs).toHaveLength(1);
  });

  test('is made again when no answer came in time', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'silent' }, { kind: 'stalled' }, good]);
    const { retry } = patience();
    expect((await callerOf(baseUrl, { retry, timeoutMs: 300 }).read()).kind).toBe('done');
    expect(asked).toHaveLength(3);
  });

  test('backs off by doubling, and gives up with the last result', async () => {
    const { waitsMs, retry } = patience({ mostAttempts: 4 });
    const { baseUrl, asked } = await serveGraph([{ kind: 'cut', when: 'before' }]);
    expect((await callerOf(baseUrl, { retry }).read()).kind).toBe('unknown');
    expect(asked).toHaveLength(4);
    expect(waitsMs).toEqual([225, 450, 900]);
  });

  test('waits as long as Retry-After says', async () => {
    const { waitsMs, retry } = patience();
    const { baseUrl } = await serveGraph([failing(130429, 429, { 'retry-after': '7' }), good]);
    await callerOf(baseUrl, { retry }).read();
    expect(waitsMs).toEqual([7_000]);
  });

  test('leaves a wait that is too long to the caller', async () => {
    const { waitsMs, retry } = patience();
    const { baseUrl, asked } = await serveGraph([failing(130429, 429, { 'retry-after': '31' }), good]);
    expect(await callerOf(baseUrl, { retry }).read()).toMatchObject({
      kind: 'rejected',
      retryAfterMs: 31_000,
    });
    expect(asked).toHaveLength(1);
    expect(waitsMs).toEqual([]);
  });

  test('is not made again when it was refused for good', async () => {
    const { retry } = patience();
    const { baseUrl, asked } = await serveGraph([failing(100, 400), good]);
    expect(await callerOf(baseUrl, { retry }).read()).toMatchObject({
      kind: 'rejected',
      error: { kind: 'graph', code: 100, subcode: 33, traceId: 'AbC' },
      reaction: { kind: 'fix' },
    });
    expect(asked).toHaveLength(1);
  });

  test('ends at once, with what it has, when it is called off while it waits', async () => {
    const controller = new AbortController();
    const { baseUrl, asked } = await serveGraph([failing(130429, 429, { 'retry-after': '25' })]);
    const call = createGraphCaller({
      baseUrl,
      version: '',
      auth: { header: 'Authorization', value: 'Bearer x' },
      timeoutMs: 5_000,
    });
    const calling = call({ method: 'GET', path: ['1'], answer: z.unknown() }, controller.signal);
    await vi.waitUntil(() => asked.length === 1);
    setTimeout(() => controller.abort(), 50);
    expect((await calling).kind).toMatch(/^(?:rejected|unknown)$/);
    expect(asked).toHaveLength(1);
  });
});

describe('a write', () => {
  test.each<[string, Reply]>([
    ['a cut connection', { kind: 'cut', when: 'before' }],
    ['half an answer', { kind: 'cut', when: 'middle' }],
    ['an answer that cannot be read', { kind: 'bytes', bytes: Buffer.from('EAAsecret') }],
    ['an answer of another form', { kind: 'json', json: { success: true } }],
  ])('is never made again after %s: it may have been done', async (_what, reply) => {
    const { retry } = patience();
    const { baseUrl, asked } = await serveGraph([reply, good]);
    const result = await callerOf(baseUrl, { retry }).write();
    expect(result.kind).toBe('unknown');
    expect(JSON.stringify(result, errorsToo)).not.toContain('EAAsecret');
    expect(asked).toHaveLength(1);
  });

  test('is made again when it was refused for a passing reason', async () => {
    const { waitsMs, retry } = patience();
    const { baseUrl, asked } = await serveGraph([failing(2, 500), good]);
    expect((await callerOf(baseUrl, { retry }).write()).kind).toBe('done');
    expect(asked).toHaveLength(2);
    expect(waitsMs).toEqual([1_000]);
  });

  test('is made again when nobody got it', async () => {
    const { waitsMs, retry } = patience();
    const refuse = () =>
      Promise.reject(
        new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
      );
    expect((await callerOf('http://127.0.0.1:9', { retry, fetch: refuse }).write()).kind).toBe('not-sent');
    expect(waitsMs).toHaveLength(2);
  });

  test('that breaks a rule is not sent at all', async () => {
    const { baseUrl, asked } = await serveGraph([good]);
    expect(await callerOf(baseUrl).write({ secret: 'x' })).toEqual({
      kind: 'invalid',
      problems: [expect.stringContaining('secret')],
    });
    expect(asked).toHaveLength(0);
  });
});

describe('the usage of the allowance', () => {
  const throttled = {
    'x-business-use-case-usage':
      '{"9":[{"type":"whatsapp_business_management","call_count":100,"total_cputime":1,"total_time":1,"estimated_time_to_regain_access":2}]}',
  };

  test('comes with every answer that tells it', async () => {
    const headers = { 'x-app-usage': '{"call_count":3,"total_time":2,"total_cputime":1}' };
    const { baseUrl } = await serveGraph([{ kind: 'json', json: { id: '1' }, headers }]);
    expect(await callerOf(baseUrl).read()).toMatchObject({
      usage: { app: { callPercent: 3, timePercent: 2, cpuTimePercent: 1 }, accounts: [] },
    });
  });

  test('says how long to wait when an account is throttled', async () => {
    const { baseUrl } = await serveGraph([failing(80007, 400, throttled)]);
    expect(await callerOf(baseUrl).read()).toMatchObject({
      kind: 'rejected',
      reaction: { kind: 'slow-number', calls: 'account' },
      retryAfterMs: 120_000,
      usage: { accounts: [{ accountId: '9', callPercent: 100 }] },
    });
  });

  test('makes nobody wait for a refusal that has nothing to do with it', async () => {
    const { baseUrl } = await serveGraph([failing(100, 400, throttled)]);
    expect(await callerOf(baseUrl).read()).not.toHaveProperty('retryAfterMs');
  });
});

describe('the secret', () => {
  test.each<[string, Reply]>([
    [
      'Meta’s error',
      {
        kind: 'json',
        status: 400,
        json: { error: { code: 190, message: 'Malformed access token EAAsecret', error_user_title: 'x' } },
      },
    ],
    ['a proxy’s page', { kind: 'bytes', status: 400, bytes: Buffer.from('authorization: Bearer EAAsecret') }],
  ])('is taken out of %s', async (_what, reply) => {
    const { baseUrl } = await serveGraph([reply]);
    const result = JSON.stringify(await callerOf(baseUrl).read(), errorsToo);
    expect(result).toContain('[secret]');
    expect(result).not.toContain('EAAsecret');
  });

  test('goes nowhere else by a redirect', async () => {
    const elsewhere = await serveGraph([good]);
    const { baseUrl } = await serveGraph([
      { kind: 'json', status: 302, json: {}, headers: { location: elsewhere.baseUrl } },
    ]);
    expect((await callerOf(baseUrl).read()).kind).toBe('rejected');
    expect(elsewhere.asked).toHaveLength(0);
  });
});

test.each(['.', '..'])('an id that is %j leads nowhere', async (id) => {
  const { baseUrl, asked } = await serveGraph([good]);
  expect((await callerOf(baseUrl).at(id)).kind).toBe('invalid');
  expect(asked).toHaveLength(0);
});

test('an id stays one step of the path, whatever is in it', async () => {
  const { baseUrl, asked } = await serveGraph([good]);
  await callerOf(baseUrl).at('a/../b?c#d');
  expect(asked[0]?.path).toBe('/v24.0/a%2F..%2Fb%3Fc%23d');
});

/** Errors have nothing that JSON shows of itself. */
function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? { message: value.message, stack: value.stack, cause: value.cause } : value;
}
