import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderRecord } from '@ambit/core/business/tables';
import { findOrder, findOrders } from '@ambit/server/db/orders';
import { importOrders } from '@ambit/server/db/import/import-orders';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

const order = (orderNumber: string): OrderRecord => ({
  orderNumber,
  status: 'processing',
  placedAt: '2026-11-20',
  items: [],
});

let made: TestDatabase;
beforeAll(async () => {
  made = await createTestDatabase();
  const numbers = ['1042', 'A-1042', 'B-1042', 'A-1050', 'A-1060', 'B-1060'];
  await made.database.transaction((client) => importOrders(client, numbers.map(order)));
});
afterAll(() => made.drop());

test.each([
  ['1042', '1042'],
  ['a 1042', 'A-1042'],
  ['1050', 'A-1050'],
  ['1060', undefined],
  ['1070', undefined],
])('"%s" means order %s', async (written, meant) => {
  expect((await findOrder(made.database, written, false))?.order.orderNumber).toBe(meant);
  const [together] = await findOrders(made.database, [written]);
  expect(together?.order.orderNumber).toBe(meant);
});
