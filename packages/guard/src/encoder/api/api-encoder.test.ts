import { createServer } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApiEncoder } from './api-encoder.ts';

const Asked = z.object({ model: z.string(), input: z.array(z.string()) });
const seen: { authorization: string | undefined; model: string }[] = [];
let behaviour: 'answer' | 'fail' | 'hang' = 'answer';

/** A vector that says how many letters and words a text has; answered out of order. */
const server = createServer((request, response) => {
  void readAll(request).then((body) => {
    const { model, input } = Asked.parse(JSON.parse(body));
    seen.push({ authorization: request.headers.authorization, model });
    if (behaviour === 'hang') return;
    response.statusCode = behaviour === 'fail' ? 503 : 200;
    const data = input.map((text, index) => ({ index, embedding: [text.length, text.split(' ').length] }));
    response.end(JSON.stringify({ data: data.toReversed() }));
  });
});
let baseUrl = '';
beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}/v1/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let now = 0;
const encoder = (timeoutMs: number) =>
  createApiEncoder({
    baseUrl,
    model: 'tiny',
    apiKey: 'key-1',
    languages: 'all',
    timeoutMs,
    monotonicMs: () => now,
  });

test('vectors come back in the order of the texts, with length 1, and the key is sent', async () => {
  const vectors = await encoder(5_000).encode(['abc', 'a b']);
  expect(vectors[0]?.[0]).toBeCloseTo(3 / Math.hypot(3, 1));
  expect(vectors[1]?.[0]).toBeCloseTo(3 / Math.hypot(3, 2));
  expect(seen.at(-1)).toEqual({ authorization: 'Bearer key-1', model: 'tiny' });
});

test('an API that fails is left alone for half a minute', async () => {
  behaviour = 'fail';
  const failing = encoder(5_000);
  await expect(failing.encode(['a'])).rejects.toThrow('could not be used');
  const asked = seen.length;
  await expect(failing.encode(['a'])).rejects.toThrow('left alone');
  expect(seen.length).toBe(asked);
  behaviour = 'answer';
  now += 31_000;
  await expect(failing.encode(['a'])).resolves.toHaveLength(1);
});

test('an API that does not answer in time is given up', async () => {
  behaviour = 'hang';
  await expect(encoder(50).encode(['a'])).rejects.toThrow('could not be used');
});
