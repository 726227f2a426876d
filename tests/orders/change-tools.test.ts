import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ana, bob, openStore, type Store } from './store.ts';

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.drop());

const elsewhere = '5 New Street, Oakland 94607';
const Requested = z.object({ kind: z.literal('requested'), returnNumber: z.string().regex(/^RT-\d{6}$/) });
const toReturn = { orderNumber: 'A-1003', items: 'MUG-1', reason: 'too small', condition: 'unused' };

test('an order that has not left goes to the new address, and is shown with it', async () => {
  const changed = await store.call('change-order-address', { orderNumber: 'a1001', address: elsewhere }, ana);
  expect(changed).toMatchObject({ kind: 'changed', order: { deliveryAddress: elsewhere } });
  const shown = await store.call('look-up-order', { orderNumber: 'A-1001' }, ana);
  expect(shown).toMatchObject({ kind: 'order', order: { deliveryAddress: elsewhere } });
});

test('a pin is an address too', async () => {
  const pin = { orderNumber: 'A-1001', latitude: '37.80437', longitude: '-122.2708' };
  expect(await store.call('change-order-address', pin, ana)).toMatchObject({
    kind: 'changed',
    order: { deliveryAddress: '37.80437, -122.27080' },
  });
});

test('one that is on its way, and no address at all, change nothing', async () => {
  const shipped = { orderNumber: 'A-1002', address: elsewhere };
  expect(await store.call('change-order-address', shipped, ana)).toMatchObject({ kind: 'too-late' });
  expect(await store.call('change-order-address', { orderNumber: 'A-1001' }, ana)).toEqual({
    kind: 'no-address',
  });
  const shown = await store.call('look-up-order', { orderNumber: 'A-1002' }, ana);
  expect(shown).not.toHaveProperty('order.deliveryAddress');
});

test('an order of somebody else and one that is not there answer alike, whatever is claimed', async () => {
  const claims = { address: elsewhere, contactPhone: '14155550142', proof: 'bob@example.com' };
  for (const orderNumber of ['A-1001', 'A-9999']) {
    expect(await store.call('look-up-order', { orderNumber, ...claims }, bob)).toEqual({ kind: 'not-shown' });
    expect(await store.call('change-order-address', { orderNumber, ...claims }, bob)).toEqual({
      kind: 'not-shown',
    });
    expect(await store.call('request-return', { ...toReturn, orderNumber, ...claims }, bob)).toEqual({
      kind: 'not-shown',
    });
    expect(await store.call('cancel-order', { orderNumber, ...claims }, bob)).toEqual({ kind: 'not-shown' });
  }
});

test('its e-mail opens it for somebody who writes from elsewhere', async () => {
  const proved = { orderNumber: 'A-1001', address: elsewhere, proof: 'ANA@example.com' };
  expect(await store.call('change-order-address', proved, bob)).toMatchObject({ kind: 'changed' });
});

test('a return is written down once: the same call again, and the same item again, get the same number', async () => {
  const first = await store.call('request-return', toReturn, ana, 'one-key');
  const { returnNumber } = Requested.parse(first);
  expect(await store.call('request-return', toReturn, ana, 'one-key')).toEqual(first);
  expect(await store.call('request-return', toReturn, ana)).toMatchObject({
    kind: 'already-requested',
    returnNumber,
  });
  const kept = await store.database.query({ text: 'select return_number from order_returns' });
  expect(kept.rows).toHaveLength(1);
});

test.each([
  [
    { orderNumber: 'A-1004', items: 'all' },
    { kind: 'too-late', until: '2026-10-31' },
  ],
  [{ orderNumber: 'A-1002', items: 'all' }, { kind: 'not-delivered' }],
  [{ orderNumber: 'A-1003', items: 'TOW-1', condition: 'used' }, { kind: 'not-accepted' }],
  [{ orderNumber: 'A-1003', items: 'HAT-1' }, { kind: 'unknown-item' }],
])('what cannot go back is told apart: %o', async (input, output) => {
  expect(await store.call('request-return', { ...toReturn, ...input }, ana)).toEqual(output);
});
