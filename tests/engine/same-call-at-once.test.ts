import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToolOutcome } from '@ambit/server/ports/tools';
import { createOrderTools } from '@ambit/server/tools/order-tools';
import { createShopDatabase } from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

test('a node that was thought dead and its successor make the same call at once: it is done once, and both are told so', async () => {
  const cancel = createOrderTools(made.database).find((tool) => tool.name === 'cancel-order');
  if (cancel === undefined) throw new Error('there is no tool that cancels');
  const call = (): Promise<ToolOutcome> =>
    cancel.call(
      { orderNumber: 'A-1057', contactPhone: '14155550142' },
      'one-key',
      AbortSignal.timeout(10_000),
      { contactId: 'c1', phone: '14155550142' },
    );
  const both = await made.database.transaction(async (client) => {
    await client.query({ text: `select 1 from orders where order_number = 'A-1057' for update` });
    const calls = [call(), call()];
    await wait(200);
    return { calls };
  });
  const [one, other] = await Promise.all(both.calls);
  expect(one).toMatchObject({ kind: 'answered', output: { kind: 'cancelled' } });
  expect(other).toEqual(one);
});
