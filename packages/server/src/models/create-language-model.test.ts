import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from './create-language-model.ts';
import { ModelConfig } from './model-config.ts';

/** A provider on loopback that speaks a real protocol; `reply` says what to answer the n-th request with. */
type Reply = { status?: number; body: unknown; afterMs?: number };
type Seen = { readonly path: string; readonly body: unknown; readonly key: string | undefined };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function provider(reply: (n: number) => Reply): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization, 'x-api-key': key, 'x-goog-api-key': google } = request.headers;
      seen.push({
        path: request.url ?? '',
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
        key: authorization ?? [key, google].flat().find((one) => one !== undefined),
      });
      const { status = 200, body, afterMs = 0 } = reply(seen.length);
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      }, afterMs);
    });
  });
  servers.push(server);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return { url: `http://127.0.0.1:${port}`, seen };
}

function chat(content: string): unknown {
  return {
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 },
  };
}

function compatible(url: string, change: object = {}): ModelConfig {
  return ModelConfig.parse({
    provider: 'openai-compatible',
    baseUrl: `${url}/v1`,
    model: 'small',
    apiKey: 'secret-key',
    retries: 0,
    ...change,
  });
}

const request = { instructions: 'Answer shortly.', input: 'Where is A-1042?', mostTokens: 200 };
const forEver = new AbortController().signal;

test('an OpenAI-compatible server answers, and its tokens are counted', async () => {
  const { url, seen } = await provider(() => ({ body: chat('On its way.') }));
  const outcome = await createLanguageModel([compatible(url)], () => 0.5).answer(request, forEver);
  expect(outcome).toEqual({
    kind: 'answered',
    output: 'On its way.',
    model: 'openai-compatible:small',
    usage: { inputTokens: 12, outputTokens: 5 },
    cost: 0,
  });
  expect(seen[0]).toMatchObject({
    path: '/v1/chat/completions',
    key: 'Bearer secret-key',
    body: { model: 'small' },
  });
});

describe('each provider is spoken to in its own protocol', () => {
  test.each([
    [
      'anthropic',
      '/messages',
      {
        id: 'm',
        type: 'message',
        role: 'assistant',
        model: 'm',
        content: [{ type: 'text', text: 'Hi.' }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 3, output_tokens: 1 },
      },
    ],
    [
      'google',
      '/models/small:generateContent',
      {
        candidates: [{ content: { role: 'model', parts: [{ text: 'Hi.' }] }, finishReason: 'STOP' }],
        usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 1, totalTokenCount: 4 },
      },
    ],
    [
      'alibaba',
      '/chat/completions',
      { ...Object(chat('Hi.')), usage: { prompt_tokens: 3, completion_tokens: 1, total_tokens: 4 } },
    ],
    [
      'alibaba-app',
      '/api/v1/apps/small/completion',
      {
        output: { text: 'Hi.', finish_reason: 'stop' },
        usage: { models: [{ model_id: 'q', input_tokens: 3, output_tokens: 1 }] },
        request_id: 'r',
      },
    ],
  ])('%s', async (name, path, body) => {
    const { url, seen } = await provider(() => ({ body }));
    const config = ModelConfig.parse({ provider: name, model: 'small', apiKey: 'k', baseUrl: url });
    const outcome = await createLanguageModel([config], () => 0.5).answer(request, forEver);
    expect(outcome).toMatchObject({
      kind: 'answered',
      output: 'Hi.',
      usage: { inputTokens: 3, outputTokens: 1 },
    });
    expect(seen[0]?.path).toBe(path);
    expect(seen[0]?.key).toMatch(/k$/);
  });
});

test('no model sees a card or a code', async () => {
  const { url, seen } = await provider(() => ({ body: chat('ok') }));
  const model = createLanguageModel([compatible(url)], () => 0.5);
  await model.answer({ ...request, input: 'my card 4111 1111 1111 1111, code 482913' }, forEver);
  const sent = JSON.stringify(seen[0]?.body);
  expect(sent).toContain('my card [card], code [code]');
  expect(sent).not.toContain('4111');
});

const Choice = { name: 'choice', schema: z.object({ task: z.enum(['order-status', 'out_of_scope']) }) };

test('a value of the shape asked for', async () => {
  const { url } = await provider(() => ({ body: chat('{"task":"order-status"}') }));
  const outcome = await createLanguageModel([compatible(url)], () => 0.5).fill(request, Choice, forEver);
  expect(outcome).toMatchObject({ kind: 'answered', output: { task: 'order-status' } });
});

test.each([
  ['junk', 'I think it is about an order'],
  ['another value', '{"task":"write-a-poem"}'],
])('%s is no value', async (_, content) => {
  const { url } = await provider(() => ({ body: chat(content) }));
  const outcome = await createLanguageModel([compatible(url)], () => 0.5).fill(request, Choice, forEver);
  expect(outcome).toMatchObject({
    kind: 'failed',
    why: 'openai-compatible:small: the answer is not of the shape asked for',
  });
});

test('a trouble that passes is tried again; one that does not is for the next model', async () => {
  const shaky = await provider((n) => (n === 1 ? { status: 503, body: {} } : { body: chat('second time') }));
  const again = createLanguageModel([compatible(shaky.url, { retries: 1 })], () => 0);
  expect(await again.answer(request, forEver)).toMatchObject({ kind: 'answered', output: 'second time' });

  const closed = await provider(() => ({
    status: 401,
    body: { error: { message: 'wrong key secret-key' } },
  }));
  const open = await provider(() => ({ body: chat('from the second') }));
  const chain = createLanguageModel(
    [compatible(closed.url, { retries: 3 }), compatible(open.url, { model: 'large' })],
    () => 0,
  );
  expect(await chain.answer(request, forEver)).toMatchObject({
    output: 'from the second',
    model: 'openai-compatible:large',
  });
  expect(closed.seen).toHaveLength(1);
});

test('a model that takes too long makes room for the next', async () => {
  const slow = await provider(() => ({ body: chat('too late'), afterMs: 5_000 }));
  const quick = await provider(() => ({ body: chat('in time') }));
  const chain = createLanguageModel(
    [compatible(slow.url, { timeoutMs: 150, retries: 2 }), compatible(quick.url)],
    () => 0,
  );
  expect(await chain.answer(request, forEver)).toMatchObject({ output: 'in time' });
  expect(slow.seen).toHaveLength(1);
});

test('when all fail, why is told without the request or the key', async () => {
  const closed = await provider(() => ({
    status: 400,
    body: { error: { message: 'bad: Where is A-1042? secret-key' } },
  }));
  const outcome = await createLanguageModel([compatible(closed.url)], () => 0).answer(request, forEver);
  expect(outcome).toEqual({
    kind: 'failed',
    why: 'openai-compatible:small: the provider answered 400',
    usage: { inputTokens: 0, outputTokens: 0 },
    cost: 0,
  });
});

test('whoever asks may give up', async () => {
  const slow = await provider(() => ({ body: chat('too late'), afterMs: 5_000 }));
  const outcome = await createLanguageModel([compatible(slow.url)], () => 0).answer(
    request,
    AbortSignal.timeout(100),
  );
  expect(outcome.kind).toBe('failed');
});
