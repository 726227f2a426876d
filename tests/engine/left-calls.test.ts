import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeOwner } from '@ambit/server/db/ownership';
import type { Tool } from '@ambit/server/ports/tools';
import { createOrderTools } from '@ambit/server/tools/order-tools';
import {
  createShopDatabase,
  noon,
  outcomesOf,
  placeOf,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(() => made.drop());

/** A customer says yes; while the order is being cancelled a person takes over and `meanwhile` happens. */
async function takenOverWhileCancelling(
  sender: { bsuid: string; phone: string },
  order: string,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const tools = createOrderTools(made.database).map((tool): Tool =>
    tool.name === 'cancel-order'
      ? {
          ...tool,
          async call(input, key, signal, asker) {
            const outcome = await tool.call(input, key, signal, asker);
            const place = await placeOf(made.database, sender.bsuid);
            await made.database.transaction((client) =>
              changeOwner(client, place, { kind: 'take', person: 'Ana' }, noon),
            );
            await meanwhile();
            return outcome;
          },
        }
      : tool,
  );
  const worker = workerOn(made.database, { node: 'one', tools });
  const receiver = receiverOn(made.database);
  await receiver.receive([textFrom(sender, `${order}.1`, `Please cancel my order ${order}.`)]);
  await runDue(worker);
  await receiver.receive([textFrom(sender, `${order}.2`, 'yes', noon + 1_000)]);
  await runDue(worker);
}

async function alarmsOf(bsuid: string): Promise<readonly unknown[]> {
  const { conversationId } = await placeOf(made.database, bsuid);
  const found = await made.database.query({
    text: 'select kind from alarms where conversation_id = $1 and cleared_at is null order by alarm_id',
    values: [conversationId],
  });
  return found.rows.map((row) => row['kind']);
}

test('an effect whose turn a person took over is told to people', async () => {
  await takenOverWhileCancelling({ bsuid: 'US.L1', phone: '14155550142' }, 'A-1057', () => Promise.resolve());
  await runDue(workerOn(made.database, { node: 'two' }));
  expect((await outcomesOf(made.database, 'US.L1')).at(-1)).toEqual({ kind: 'with-person' });
  expect(await alarmsOf('US.L1')).toContain('effect-untold');
});

test('a call nobody knows the end of is in doubt, and told to people, when they took over meanwhile', async () => {
  await takenOverWhileCancelling({ bsuid: 'US.L2', phone: '525512345678' }, 'A-1053', () =>
    runDue(workerOn(made.database, { node: 'two' })),
  );
  expect(await alarmsOf('US.L2')).toContain('effect-in-doubt');
  const calls = await made.database.query({
    text: `select result->>'kind' as kind from journal where call->'input'->>'orderNumber' = 'A-1053'`,
  });
  expect(calls.rows).toEqual([{ kind: 'in-doubt' }]);
});
