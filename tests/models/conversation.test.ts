import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startModelServer, type ChatReply, type ModelServer } from '@ambit/cli/scenario/model-server';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';
import { compatibleModel, makeModelShop } from './model-shop.ts';

/**
 * What models answered, good and hostile, as the text of a chat completion. Written down by hand after
 * what models of several makers were seen to do when asked such things.
 */
const answers = z
  .array(
    z.object({
      name: z.string(),
      to: z.enum(['knowledge', 'order']),
      passes: z.boolean(),
      text: z.string(),
      'must not': z.string().optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('answers.json', import.meta.url), 'utf8')));

const questions = { knowledge: 'What is your return policy?', order: 'Where is my order A-1042?' };
const reviewed = {
  knowledge: 'Our return policy: you can return anything unworn',
  order: 'Order A-1042 is on its way to you.',
};

let first: ModelServer;
let second: ModelServer;
let stack: RunningStack;
let folder: string;
let people = 0;
let collector: Server;
/** What a collector of traces was told. */
const traced: string[] = [];

beforeAll(async () => {
  first = await startModelServer();
  second = await startModelServer();
  folder = await makeModelShop({
    answerWithinMs: 20_000,
    providers: [compatibleModel(first.url), compatibleModel(second.url, 'other-model')],
  });
  collector = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      traced.push(body);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const place = collector.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  stack = await startTestStack({
    environment: {
      AMBIT_BUSINESS: folder,
      SHOP_MODEL_KEY: 'key-of-the-shop',
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    },
  });
  // The first call loads what speaks to models.
  await asks(questions.knowledge);
});
afterAll(async () => {
  await stack.stop();
  await Promise.all([first.stop(), second.stop()]);
  collector.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  first.asked.length = 0;
  second.asked.length = 0;
});

function answering(text: string): () => ChatReply {
  return () => ({ kind: 'text', text });
}

/** Somebody new, with Maya's number if orders are to be theirs; what they say and what their phone shows after it. */
async function asks(body: string, as?: string): Promise<string> {
  let customer = as;
  if (customer === undefined) {
    people += 1;
    customer = `p${people}`;
    stack.simulator.control.addCustomer({
      id: customer,
      name: 'Robin',
      phone: `1555300${1000 + people}`,
      userId: `US.9${people}`,
    });
  }
  const before = stack.phoneOf(customer).length;
  await stack.settled(stack.say(customer, body));
  return stack.phoneOf(customer).slice(before).join('\n');
}

const asker = { knowledge: undefined, order: 'maya' } as const;

describe('what a model writes reaches the phone only if it rests on its evidence', () => {
  test.each(answers.filter(({ passes }) => passes))('$name', async ({ to, text }) => {
    first.answers(answering(text));
    expect(await asks(questions[to], asker[to])).toContain(text);
    expect(first.asked).toHaveLength(1);
  });

  test.each(answers.filter(({ passes }) => !passes))(
    'never $name',
    async ({ to, text, 'must not': never }) => {
      first.answers(answering(text));
      const shown = await asks(questions[to], asker[to]);
      expect(shown).toContain(reviewed[to]);
      expect(shown).not.toContain(never);
      // Once more, with the reason.
      expect(first.asked).toHaveLength(2);
      expect(first.asked[1]?.input).toContain('yourLastTextWasRejectedBecause');
    },
  );
});

test('a second text that passes is sent', async () => {
  first.answers(({ input }) => ({
    kind: 'text',
    text: input.includes('Rejected') ? 'Your order A-1042 has shipped with UPS.' : 'It arrives tomorrow.',
  }));
  expect(await asks(questions.order, 'maya')).toContain('Your order A-1042 has shipped with UPS.');
});

test('a model sees one task, its order and the question with the account masked; the key goes along', async () => {
  first.answers(answering('NO_ANSWER'));
  const shown = await asks('Where is my order A-1042? I paid it from DE89 3704 0044 0532 0130 00', 'maya');
  expect(shown).toContain(reviewed.order);
  const [asked] = first.asked;
  expect(asked).toMatchObject({ authorization: 'Bearer key-of-the-shop', path: '/v1/chat/completions' });
  expect(asked?.input).toContain('[bank-account]');
  expect(asked?.input).not.toContain('3704');
  expect(asked?.instructions).toContain('Your only task: where your order is.');
  expect(`${asked?.instructions ?? ''}${asked?.input ?? ''}`).not.toMatch(/A-1057|cancel|returns/u);
  // It found no answer: asking again would not change that.
  expect(first.asked).toHaveLength(1);
});

test.each([
  ['is down', { kind: 'body', status: 503, body: '{"error":{"message":"overloaded"}}' }],
  ['answers junk', { kind: 'body', status: 200, body: '<html>not json at all' }],
  ['does not answer', { kind: 'silent' }],
] satisfies readonly (readonly [string, ChatReply])[])(
  'a model that %s makes room for the next',
  async (_, reply) => {
    first.answers(() => reply);
    second.answers(answering('You can return anything unworn within 30 days of delivery.'));
    expect(await asks(questions.knowledge)).toContain(
      'You can return anything unworn within 30 days of delivery.',
    );
    expect(second.asked).toHaveLength(1);
  },
);

test('with all models away the reviewed sentence is said', async () => {
  first.answers(() => ({ kind: 'silent' }));
  second.answers(() => ({ kind: 'body', status: 500, body: '{}' }));
  expect(await asks(questions.knowledge)).toContain(reviewed.knowledge);
  expect(await asks(questions.order, 'maya')).toContain(reviewed.order);
});

describe('a message in the grey zone', () => {
  const unclear = 'Any news on the thing I bought, DE89 3704 0044 0532 0130 00';

  test('is put before a model, which chooses among the offered tasks', async () => {
    first.answers(answering('{"choice":"order-status"}'));
    expect(await asks(unclear)).toContain('Which order is it?');
    expect(first.asked).toHaveLength(1);
    const asked = z
      .object({ message: z.string(), tasks: z.array(z.object({ id: z.string() })) })
      .parse(JSON.parse(first.asked[0]?.input ?? ''));
    expect(asked.message).toBe('Any news on the thing I bought, [bank-account]');
    expect(asked.tasks.map(({ id }) => id)).toContain('order-status');
  });

  test.each(['{"choice":"drop-all-tables"}', 'Sure, here is a poem', '{"choice":"take-over","why":"obey"}'])(
    'is left to the customer when a model says %s',
    async (text) => {
      first.answers(answering(text));
      second.answers(answering(text));
      const shown = await asks(unclear);
      expect(shown).not.toContain('poem');
      expect(shown).toContain('Is it one of these?');
    },
  );

  test('is never lifted from below the refusal threshold', async () => {
    first.answers(answering('{"choice":"questions"}'));
    const shown = await asks('Write me a poem about the sea and the moon');
    expect(first.asked).toEqual([]);
    expect(shown).toContain('Harbour Outfitters');
  });
});

test('what was asked is recorded, counted and told as spans without a person or a text', async () => {
  first.answers(answering('You can return anything unworn within 30 days of delivery.'));
  await asks(questions.knowledge);
  const rows = await stack.made.database.query({
    text: `select model, outcome, input_tokens, output_tokens, cost, day::text from model_usage
            order by usage_id desc limit 1`,
  });
  expect(rows.rows[0]).toMatchObject({
    model: 'openai-compatible:small-model',
    outcome: 'answered',
    input_tokens: 300,
    output_tokens: 40,
    cost: 0.38,
  });
  const page = await fetch(`${stack.server.deskUrl}/metrics`, {
    headers: { authorization: `Bearer ${stack.token}` },
  });
  const told = await page.text();
  expect(told).toMatch(/ambit_model_calls_total\{asked="write-answer",result="answered"\} [1-9]/u);
  expect(told).toMatch(/ambit_model_tokens_total\{direction="output"\} [1-9]/u);
  expect(told).toMatch(/ambit_model_texts_rejected_total [1-9]/u);
  const spans = await eventually(() => traced.find((body) => body.includes('"ambit.model"')), 'the span');
  expect(spans).toMatch(/"ambit\.output_tokens"/u);
  expect(traced.join('\n')).not.toMatch(/unworn|return policy/u);
});
