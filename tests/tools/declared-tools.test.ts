import { afterEach, expect, test } from 'vitest';
import type { Business } from '@ambit/core/business/business';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { prepareBusiness } from '@ambit/server/compose/prepare-business';
import { saveChannel } from '@ambit/server/db/channels';
import { importBusiness } from '@ambit/server/pipeline/import-business';
import { json, startBackEnd, type BackEnd } from '@ambit/server/tools/back-end.fixture';
import { connectTools } from '@ambit/server/tools/connect-tools';
import {
  address,
  channelId,
  draftsOf,
  noon,
  outcomesOf,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const order = {
  kind: 'order',
  outputs: {
    order: {
      type: 'group',
      at: '',
      fields: {
        orderNumber: { type: 'text', at: '/ref' },
        status: {
          type: 'choice',
          at: '/state',
          values: { OUT: 'shipped', NEW: 'processing', GONE: 'cancelled' },
        },
        carrier: { type: 'text', at: '/carrier', required: false },
        items: {
          type: 'list',
          at: '/lines',
          each: {
            type: 'group',
            at: '',
            fields: {
              sku: { type: 'text', at: '/sku' },
              name: { type: 'text', at: '/title' },
              quantity: { type: 'integer', at: '/n' },
            },
          },
        },
      },
    },
  },
};

/** The example shop, whose orders are kept by a back end of its own. */
async function shopOn(
  backEnd: BackEnd,
  timeoutMs = 6_000,
): Promise<{
  made: TestDatabase;
  say(bsuid: string, phone: string, id: string, body: string): Promise<void>;
}> {
  const path = { orderNumber: { type: 'string', in: 'path', maxLength: 30 } };
  const tools = [
    {
      kind: 'http',
      name: 'look-up-order',
      effects: 'none',
      method: 'GET',
      url: `${backEnd.url}/orders/{orderNumber}`,
      parameters: path,
      timeoutMs,
      belongsTo: { phone: '/phone', proof: { input: 'proof', facts: ['/zip'] } },
      answers: [order, { status: 404, kind: 'not-shown' }],
    },
    {
      kind: 'http',
      name: 'cancel-order',
      effects: 'once',
      method: 'POST',
      url: `${backEnd.url}/orders/{orderNumber}/cancel`,
      parameters: path,
      requires: 'look-up-order',
      answers: [{ ...order, kind: 'cancelled' }],
    },
  ];
  const files = new Map(await readBusinessFolder('businesses/shop'));
  // It has a system of its own, and no table that other tasks would need.
  const kept = ['tasks/order-status.yaml', 'tasks/cancel-order.yaml', 'tasks/questions.yaml'];
  for (const file of files.keys())
    if (/^(data|flows|tasks)\//.test(file) && !kept.includes(file)) files.delete(file);
  for (const tool of tools) files.set(`tools/${tool.name}.yaml`, JSON.stringify(tool));
  const made = await createTestDatabase();
  closing.push(() => made.drop());
  await importBusiness(made.database, 'shop', files);
  await saveChannel(made.database, { channelId, kind: 'whatsapp', address, displayName: 'Shop' }, 1_000, {
    sealed: new Uint8Array([1]),
    renewed: true,
  });
  const receiver = receiverOn(made.database);
  const worker = workerOn(made.database, {
    node: 'one',
    tools: [],
    prepare: (version: number, business: Business) =>
      prepareBusiness(
        version,
        business,
        connectTools(business, {
          secrets: () => Promise.resolve(undefined),
          outbound: { rules: { hosts: undefined, privateHosts: [backEnd.host] } },
          monotonicMs: () => performance.now(),
        }).byName,
      ),
  });
  let at = noon;
  return {
    made,
    async say(bsuid, phone, id, body) {
      at += 1_000;
      await receiver.receive([textFrom({ bsuid, phone }, id, body, at)]);
      await runDue(worker);
    },
  };
}

async function backEnd(answer: Parameters<typeof startBackEnd>[0]): Promise<BackEnd> {
  const started = await startBackEnd(answer);
  closing.push(() => started.close());
  return started;
}

const parcel = {
  ref: 'A-1042',
  state: 'OUT',
  carrier: 'UPS',
  phone: '+1 415 555 0142',
  zip: '94110',
  lines: [{ sku: 'h1', title: 'Headphones', n: 1 }],
};
const maya = '14155550142';

test('an order is looked up in the back end of the business, and shown to its owner only', async () => {
  const orders = await backEnd(({ path }, response) =>
    path === '/orders/A-1042' ? json(response, parcel) : json(response, {}, 404),
  );
  const { made, say } = await shopOn(orders);
  await say('US.M', maya, 'm1', 'Where is my order A-1042?');
  expect((await draftsOf(made.database, 'US.M')).at(-1)).toContain('Headphones');
  await say('US.O', '14155550199', 'o1', 'Where is my order A-1042?');
  const foreign = (await draftsOf(made.database, 'US.O')).at(-1);
  expect(foreign).not.toContain('Headphones');
  await say('US.P', '14155550198', 'p1', 'Where is my order A-9999?');
  const unknown = (await draftsOf(made.database, 'US.P')).at(-1);
  expect(unknown?.replaceAll('A-9999', 'A-1042')).toBe(foreign);
  await say('US.O', '14155550199', 'o2', '94110');
  expect((await draftsOf(made.database, 'US.O')).at(-1)).toContain('Headphones');
});

test('a back end that is too slow gets an honest word and a person, never a guess', async () => {
  const { made, say } = await shopOn(await backEnd(() => undefined), 100);
  await say('US.M', maya, 'm1', 'Where is my order A-1042?');
  expect(await outcomesOf(made.database, 'US.M')).toMatchObject([{ kind: 'handed-off' }]);
  expect((await draftsOf(made.database, 'US.M')).join('\n')).toContain("can't get at our orders");
});

test('a cancellation is made once under a key of its own, and in doubt it goes to a person', async () => {
  let cuts = false;
  const orders = await backEnd(({ method }, response) => {
    if (method === 'GET') json(response, { ...parcel, state: 'NEW' });
    else if (cuts) response.socket?.destroy();
    else json(response, { ...parcel, state: 'GONE' });
  });
  const { made, say } = await shopOn(orders);
  await say('US.M', maya, 'm1', 'Please cancel my order A-1042.');
  await say('US.M', maya, 'm2', 'yes');
  expect((await draftsOf(made.database, 'US.M')).at(-1)).toContain('cancelled');
  const posts = orders.asked.filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
  expect(posts[0]?.headers['idempotency-key']).toMatch(/:/);
  const journal = await made.database.query({ text: `select result->>'kind' as kind from journal` });
  expect(journal.rows).toEqual([{ kind: 'tool-answered' }]);

  cuts = true;
  await say('US.N', maya, 'n1', 'Please cancel my order A-1042.');
  await say('US.N', maya, 'n2', 'yes');
  expect((await outcomesOf(made.database, 'US.N')).at(-1)).toMatchObject({ kind: 'handed-off' });
  expect((await draftsOf(made.database, 'US.N')).at(-1)).toContain("please don't count on it");
});
