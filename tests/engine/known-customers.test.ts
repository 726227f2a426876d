import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@ambit/server/db/database';
import { createShopDatabase, receiverOn, textFrom, workerOn } from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
let watched: Database;
let statements: (string | undefined)[] = [];
beforeAll(async () => {
  made = await createShopDatabase();
  watched = {
    ...made.database,
    query: (statement) => {
      statements.push(statement.name);
      return made.database.query(statement);
    },
  };
});
afterAll(() => made.drop());

async function takeOne(id: string) {
  await receiverOn(made.database).receive([
    textFrom({ bsuid: `US.${id}`, phone: '14155550142' }, id, 'where is my order?'),
  ]);
  const worker = workerOn(watched, { node: 'one' });
  statements = [];
  const { turns } = await worker.take(10);
  const [first] = turns;
  if (first === undefined) throw new Error('no turn was taken');
  const asked = statements.includes('known-customers');
  await worker.run(first);
  return { asked, name: first.turn.customer?.name };
}

test('nobody is looked up while the business keeps no customers, and everybody as soon as it does', async () => {
  expect(await takeOne('k1')).toEqual({ asked: false, name: undefined });
  await made.database.query({ text: `insert into customers (phone, name) values ('14155550142', 'Maya')` });
  expect(await takeOne('k2')).toEqual({ asked: true, name: 'Maya' });
  await made.database.query({ text: 'delete from customers' });
  expect(await takeOne('k3')).toEqual({ asked: false, name: undefined });
});
