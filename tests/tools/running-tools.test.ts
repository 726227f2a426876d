import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, startBackEnd, type BackEnd } from '@ambit/server/tools/back-end.fixture';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

const lookUp = (url: string): string => `
kind: http
name: look-up-order
effects: none
method: GET
url: ${url}/orders/{orderNumber}
auth: { kind: bearer, token: 'secret:erp-token' }
parameters:
  orderNumber: { type: string, in: path, maxLength: 30 }
belongsTo: { phone: /buyer }
timeoutMs: 6000
answers:
  - kind: order
    outputs:
      order:
        type: group
        at: ''
        fields:
          orderNumber: { type: text, at: /no }
          status: { type: choice, at: /state, values: { OUT: shipped } }
          items:
            type: list
            at: /lines
            each:
              type: group
              at: ''
              fields:
                sku: { type: text, at: /sku }
                name: { type: text, at: /name }
                quantity: { type: integer, at: /n }
  - status: 404
    kind: not-shown
`;

let folder: string;
let erp: BackEnd;
let stack: RunningStack;
beforeAll(async () => {
  erp = await startBackEnd(({ headers, path }, response) => {
    if (headers.authorization !== 'Bearer T0p-s3cret') json(response, {}, 401);
    else if (path === '/orders/B-7042')
      json(response, {
        no: 'B-7042',
        state: 'OUT',
        buyer: '+1 555 200 2001',
        lines: [{ sku: 'k', name: 'Blue kettle', n: 1 }],
      });
    else json(response, {}, 404);
  });
  folder = await mkdtemp(join(tmpdir(), 'ambit-business-'));
  await cp('businesses/shop', folder, { recursive: true });
  await mkdir(join(folder, 'tools'));
  await writeFile(join(folder, 'tools', 'look-up-order.yaml'), lookUp(erp.url));
  stack = await startTestStack({
    environment: {
      AMBIT_BUSINESS: folder,
      AMBIT_TOOL_PRIVATE_HOSTS: erp.host,
      AMBIT_TOOL_SECRET_ERP_TOKEN: 'T0p-s3cret',
    },
  });
  stack.simulator.control.addCustomer({ id: 'ana', name: 'Ana', phone: '15552002001', userId: 'US.801' });
  stack.simulator.control.addCustomer({ id: 'bob', name: 'Bob', phone: '15552002002', userId: 'US.802' });
});
afterAll(async () => {
  await stack.stop();
  await erp.close();
  await rm(folder, { recursive: true, force: true });
});

test('a running node calls the tools its business declares, with the secret it was started with', async () => {
  await stack.settled(stack.say('ana', 'Where is my order B-7042?'));
  expect(stack.phoneOf('ana').join('\n')).toContain('Blue kettle');
  await stack.settled(stack.say('bob', 'Where is my order B-7042?'));
  expect(stack.phoneOf('bob')).not.toEqual([]);
  expect(stack.phoneOf('bob').join('\n')).not.toContain('Blue kettle');
});
