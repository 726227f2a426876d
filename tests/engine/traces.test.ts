import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

const OtlpBody = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.unknown()) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              name: z.string(),
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

let stack: RunningStack;
let collector: Server;
const bodies: string[] = [];

beforeAll(async () => {
  collector = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const port = await new Promise<number>((resolve) => {
    collector.listen(0, '127.0.0.1', () => {
      const address = collector.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  stack = await startTestStack({
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
  });
});
afterAll(async () => {
  await stack.stop();
  collector.close();
});

function spans() {
  return bodies
    .flatMap((body) => OtlpBody.parse(JSON.parse(body)).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
}

test('a message is one trace from its webhook to the send of its reply, and names nobody', async () => {
  await stack.settled(stack.say('maya', 'Where is my order A-1042?'));
  const found = await eventually(() => {
    const told = spans();
    return told.some(({ name }) => name === 'ambit.send') ? told : undefined;
  }, 'the spans');
  const [webhook] = found.filter(({ name }) => name === 'ambit.webhook');
  const [turn] = found.filter(({ name }) => name === 'ambit.turn');
  if (webhook === undefined || turn === undefined) throw new Error('no webhook or no turn was told');
  expect(new Set(found.map(({ traceId }) => traceId))).toEqual(new Set([webhook.traceId]));
  const parents = new Map(found.map(({ name, parentSpanId }) => [name, parentSpanId]));
  expect(webhook.parentSpanId ?? '').toBe('');
  expect([parents.get('ambit.store'), parents.get('ambit.turn')]).toEqual([webhook.spanId, webhook.spanId]);
  for (const name of ['ambit.call', 'ambit.commit', 'ambit.clear', 'ambit.send'])
    expect([name, parents.get(name)]).toEqual([name, turn.spanId]);
  const all = bodies.join('');
  expect(all).toContain('"ambit"');
  const people = stack.simulator.control.customers();
  const forbidden = [
    ...people.flatMap(({ name, userId, waId }) => [name, userId, waId ?? userId]),
    'A-1042',
    'wamid',
  ];
  expect(forbidden.filter((each) => all.includes(each))).toEqual([]);
});
