import { afterEach, expect, test } from 'vitest';
import { HttpTool } from '@ambit/core/tool/declared-tool';
import { json, startBackEnd, type BackEnd } from './back-end.fixture.ts';
import type { ToolTest } from '../ports/tool-trials.ts';
import { testTool } from './test-tool.ts';

const started: BackEnd[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => each.close()));
});

async function tried(
  answer: Parameters<typeof startBackEnd>[0],
  change: object = {},
  name = 'ask',
): Promise<ToolTest> {
  const shop = await startBackEnd(answer);
  started.push(shop);
  const tool = HttpTool.parse({
    kind: 'http',
    name: 'ask',
    effects: 'none',
    method: 'POST',
    url: `${shop.url}/search`,
    auth: { kind: 'bearer', token: 'secret:shop-token' },
    parameters: { words: { type: 'string', in: 'body' } },
    answers: [{ kind: 'found', outputs: { n: { type: 'integer', at: '/n' } } }],
    ...change,
  });
  return testTool(
    { files: [tool], name, defaultCountry: 'IE' },
    {
      input: { words: 'red pot' },
      asker: { contactId: 'test' },
      callKey: 'try-1',
      signal: AbortSignal.timeout(9_000),
    },
    {
      secrets: () => Promise.resolve('T0p-s3cret'),
      outbound: { rules: { hosts: undefined, privateHosts: [shop.host] } },
      monotonicMs: () => performance.now(),
    },
  );
}

test('a try shows what was sent, what came back and what a flow would get, with secrets masked', async () => {
  // A back end that repeats the token does not give it away either.
  const { trace, outcome, ms } = await tried(({ headers }, response) =>
    json(response, { n: 3, you: headers.authorization }),
  );
  expect(outcome).toEqual({ kind: 'answered', output: { kind: 'found', n: 3 } });
  expect(trace).toMatchObject({
    request: { headers: { authorization: 'Bearer ••••' }, body: '{"words":"red pot"}' },
    response: { status: '200', text: '{"n":3,"you":"Bearer ••••"}' },
    attempts: 1,
  });
  expect(trace?.request.what).toMatch(/^POST http:\/\/127\.0\.0\.1:\d+\/search$/);
  expect(JSON.stringify(trace)).not.toContain('T0p-s3cret');
  expect(ms).toBeGreaterThanOrEqual(0);
});

test('a key in the query is not shown', async () => {
  const auth = { kind: 'api-key', in: 'query', name: 'key', value: 'secret:shop-token' };
  const { trace } = await tried((_, response) => json(response, { n: 1 }), { auth });
  expect(trace?.request.what).toContain('key=••••');
  expect(JSON.stringify(trace)).not.toContain('T0p-s3cret');
});

test('a try that fails shows why, and how often it was tried', async () => {
  const { trace, outcome } = await tried((_, response) => json(response, { oops: true }, 500), {
    retries: 1,
  });
  expect(outcome).toEqual({
    kind: 'failed',
    why: 'http-status: the back end answered 500',
    failure: 'http-status',
  });
  expect(trace).toMatchObject({ response: { status: '500', text: '{"oops":true}' }, attempts: 2 });
});

test('a tool that is not there is said to be missing', async () => {
  await expect(tried(() => undefined, {}, 'other')).rejects.toThrow(
    'There is no tool "other"; there are: ask',
  );
});
