import { expect, test } from 'vitest';
import { checkOrders } from './check-orders.ts';
import { OrderSettings } from './order-settings.ts';

test('a payment page on a host that is not allowed is found, by its place', () => {
  const orders = OrderSettings.parse({
    linkHosts: ['pay.example'],
    payment: [{ kind: 'cash' }, { kind: 'link', url: 'https://pay.example.evil.example/{orderNumber}' }],
  });
  expect(checkOrders(orders).map(({ path }) => path)).toEqual([['orders', 'payment', 1, 'url']]);
});

test('the same way to pay twice is found; a business without orders has nothing wrong', () => {
  const orders = OrderSettings.parse({ payment: [{ kind: 'cash' }, { kind: 'cash' }] });
  expect(checkOrders(orders).map(({ path }) => path)).toEqual([['orders', 'payment', 1]]);
  expect(checkOrders(undefined)).toEqual([]);
});
