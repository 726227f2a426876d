import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createShopDatabase,
  draftsOf,
  outcomesOf,
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

const why = 'what is stored of this conversation cannot be read';

test('a stored message that cannot be read goes to people and holds up nobody else', async () => {
  await receiverOn(made.database).receive([
    textFrom({ bsuid: 'US.U1' }, 'u1', 'Do you ship to Canada?'),
    textFrom({ bsuid: 'US.U2' }, 'u2', 'Do you ship to Canada?'),
  ]);
  await made.database.query({
    text: `update inbox set content = '{"kind": "from another planet"}' where message_id = 'u1'`,
  });
  await runDue(workerOn(made.database, { node: 'one' }));
  expect(await outcomesOf(made.database, 'US.U1')).toEqual([{ kind: 'failed', why }]);
  expect(await draftsOf(made.database, 'US.U2')).toHaveLength(1);
  const alarms = await made.database.query({ text: `select about from alarms where kind = 'poison-turn'` });
  expect(alarms.rows).toEqual([{ about: why }]);
});

test('what a conversation remembers and cannot be read goes to people too', async () => {
  const receiver = receiverOn(made.database);
  const worker = workerOn(made.database, { node: 'one' });
  await receiver.receive([textFrom({ bsuid: 'US.U3' }, 'u3', 'Do you ship to Canada?')]);
  await runDue(worker);
  await made.database.query({
    text: `update conversations set state = '"broken"' where bsuid = 'US.U3'`,
  });
  await receiver.receive([textFrom({ bsuid: 'US.U3' }, 'u4', 'And to Mexico?')]);
  await runDue(worker);
  expect((await outcomesOf(made.database, 'US.U3')).at(-1)).toEqual({ kind: 'failed', why });
});

test('messages under a business version that cannot be read any more go to people after some tries', async () => {
  await receiverOn(made.database).receive([textFrom({ bsuid: 'US.U5' }, 'u5', 'Do you ship to Canada?')]);
  const { turns } = await workerOn(made.database, { node: 'one', settings: { leaseMs: 1 } }).take(10);
  expect(turns).toHaveLength(1);
  await made.database.query({ text: 'update turns set business_version = 99 where closed_at is null' });
  const worker = workerOn(made.database, { node: 'two', settings: { leaseMs: 1, mostTurnAttempts: 1 } });
  await runDue(worker);
  expect((await outcomesOf(made.database, 'US.U5')).at(-1)).toMatchObject({ kind: 'failed' });
});
