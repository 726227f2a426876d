import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personOf } from './reply-stack.ts';

/** A copy of the example shop whose orders are kept by a system on loopback that answers when it is told to. */
export type WaitingShop = {
  readonly folder: string;
  /** Such as "127.0.0.1:41234". */
  readonly host: string;
  /** How many ask and have no answer. */
  readonly waiting: number;
  /** Answers all who wait, and from now on at once. */
  answer(): void;
  stop(): Promise<void>;
};

/** Makes it, and starts the system; nobody is answered yet. */
export async function startWaitingShop(): Promise<WaitingShop> {
  const open = new Map<ServerResponse, string>();
  let answersAtOnce = false;
  const server = createServer((request, response) => {
    request.resume();
    const order = decodeURIComponent((request.url ?? '').split('/').at(-1) ?? '');
    if (answersAtOnce) answerTo(response, order);
    else open.set(response, order);
    response.once('close', () => open.delete(response));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', 4_096, settle));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system listens on no port');
  const host = `127.0.0.1:${address.port}`;
  const home = mkdtempSync(join(tmpdir(), 'ambit-bench-shop-'));
  const folder = join(home, 'shop');
  cpSync('businesses/shop', folder, { recursive: true });
  mkdirSync(join(folder, 'tools'));
  writeFileSync(join(folder, 'tools/look-up-order.yaml'), JSON.stringify(toolOn(host)));
  return {
    folder,
    host,
    get waiting() {
      return open.size;
    },
    answer() {
      answersAtOnce = true;
      for (const [response, order] of open) answerTo(response, order);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((settle) => server.close(settle));
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function answerTo(response: ServerResponse, order: string): void {
  const { phone } = personOf(Number(order.slice(2)) - 1_000);
  const lines = [{ sku: 'cap', name: 'Cap', n: 1 }];
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ no: order, state: 'OUT', buyer: phone, lines }));
}

function toolOn(host: string): object {
  const line = {
    type: 'group',
    at: '',
    fields: {
      sku: { type: 'text', at: '/sku' },
      name: { type: 'text', at: '/name' },
      quantity: { type: 'integer', at: '/n' },
    },
  };
  const fields = {
    orderNumber: { type: 'text', at: '/no' },
    status: { type: 'choice', at: '/state', values: { OUT: 'shipped' } },
    items: { type: 'list', at: '/lines', each: line },
  };
  return {
    kind: 'http',
    name: 'look-up-order',
    effects: 'none',
    method: 'GET',
    url: `http://${host}/orders/{orderNumber}`,
    parameters: { orderNumber: { type: 'string', in: 'path', maxLength: 30 } },
    belongsTo: { phone: '/buyer' },
    timeoutMs: 30_000,
    answers: [{ kind: 'order', outputs: { order: { type: 'group', at: '', fields } } }],
  };
}
