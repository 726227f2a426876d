import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '@ambit/simulator/random';
import { json, startBackEnd } from '@ambit/server/tools/back-end.fixture';
import type { ChangedAddress } from '../evidence.ts';

/** The shop's own system, which sends orders elsewhere and writes down each time it did. */
export type OrderSystem = {
  /** Such as "127.0.0.1:41234". */
  readonly host: string;
  readonly changes: readonly ChangedAddress[];
  /** How many calls have come and have no answer. */
  readonly open: number;
  /** Has the shop in this folder use it. */
  connect(shop: string): void;
  close(): Promise<void>;
};

/** What it makes of the key of a call: `forgetful` does what it is asked each time, `knows-keys` once per key. */
export type KeyHabit = 'forgetful' | 'knows-keys';

const toolTimeoutMs = 1_500;

/**
 * Starts it. Half of the answers come late, a part of them too late, and one in eight connections is cut after the
 * work is done.
 */
export async function startOrderSystem(seed: number, habit: KeyHabit): Promise<OrderSystem> {
  const random = createRandom(seed + 2_000_003);
  const changes: ChangedAddress[] = [];
  const late = new Set<NodeJS.Timeout>();
  const server = await startBackEnd(({ path, headers }, response) => {
    const order = decodeURIComponent(path.split('/')[2] ?? '');
    const key = String(headers['idempotency-key']);
    const isKnown = habit === 'knows-keys' && changes.some((change) => change.key === key);
    if (!isKnown) changes.push({ key, order });
    const draw = random.next();
    if (draw < 0.125) {
      response.destroy();
      return;
    }
    const timer = setTimeout(
      () => {
        late.delete(timer);
        json(response, { ref: order, state: 'NEW', to: '5 Pine Street, Oakland 94607' });
      },
      draw < 0.5 ? 0 : random.between(100, toolTimeoutMs + 200),
    );
    late.add(timer);
  });
  return {
    host: server.host,
    changes,
    get open() {
      return late.size;
    },
    connect(shop) {
      mkdirSync(join(shop, 'tools'));
      writeFileSync(
        join(shop, 'tools/change-order-address.yaml'),
        JSON.stringify(toolOn(server.url, habit === 'forgetful' ? 'once' : 'repeatable')),
      );
    },
    async close() {
      for (const timer of late) clearTimeout(timer);
      await server.close();
    },
  };
}

function toolOn(url: string, effects: 'once' | 'repeatable'): object {
  const fields = {
    orderNumber: { type: 'text', at: '/ref' },
    status: { type: 'choice', at: '/state', values: { NEW: 'processing' } },
    deliveryAddress: { type: 'text', at: '/to' },
    items: { type: 'list', at: '/lines', required: false, each: { type: 'text', at: '' } },
  };
  return {
    kind: 'http',
    name: 'change-order-address',
    effects,
    method: 'POST',
    url: `${url}/orders/{orderNumber}/address`,
    parameters: {
      orderNumber: { type: 'string', in: 'path', maxLength: 30 },
      address: { type: 'string', in: 'body', maxLength: 300 },
    },
    timeoutMs: toolTimeoutMs,
    answers: [{ kind: 'changed', outputs: { order: { type: 'group', at: '', fields } } }],
  };
}
