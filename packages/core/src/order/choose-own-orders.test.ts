import { expect, test } from 'vitest';
import type { Order } from '../tool/order-tools.ts';
import { OwnOrdersInput } from '../tool/own-orders.ts';
import { chooseOwnOrders } from './choose-own-orders.ts';
import { ownOrderMeant } from './own-order-meant.ts';

const boots: Order = {
  orderNumber: 'A-1',
  status: 'delivered',
  items: [{ sku: 'BO', name: 'Cliffwalk boots', quantity: 1 }],
};
const socks: Order = {
  orderNumber: 'A-2',
  status: 'delivered',
  items: [{ sku: 'SO', name: 'Hiking socks', quantity: 2 }],
};
const speaker: Order = {
  orderNumber: 'A-3',
  status: 'packed',
  items: [{ sku: 'SP', name: '小行星蓝牙音箱', quantity: 1 }],
};

const chosen = (orders: readonly Order[], asked: Partial<OwnOrdersInput>) =>
  chooseOwnOrders(orders, OwnOrdersInput.parse(asked));

test('the only order there is needs no number', () => {
  expect(chosen([boots], { said: 'where is it' })).toEqual({ kind: 'one', orderNumber: 'A-1' });
});

test('several are shown with how they stand and what is in them, in the language that is spoken', () => {
  expect(chosen([speaker, boots], { language: 'zh' })).toEqual({
    kind: 'several',
    orders: [
      { orderNumber: 'A-3', line: '已打包 · 1 × 小行星蓝牙音箱' },
      { orderNumber: 'A-1', line: '已送达 · 1 × Cliffwalk boots' },
    ],
  });
});

test.each([
  ['cancel', 'cancel my order', 'A-3'],
  ['change', 'another address', 'A-3'],
  ['return', 'I want to return the socks', 'A-2'],
  ['see', '我的音箱到哪了', 'A-3'],
  ['see', 'where are my boots?', 'A-1'],
] as const)('to %s: "%s" leaves one', (wish, said, orderNumber) => {
  expect(chosen([boots, socks, speaker], { wish, said })).toEqual({ kind: 'one', orderNumber });
});

test('a number in the text is that order, not one of the list', () => {
  expect(chosen([boots, socks], { said: 'where is A-9999' })).toEqual({ kind: 'none' });
});

test('the order spoken of last is meant, unless nothing of the kind can be done to it', () => {
  expect(chosen([boots, speaker], { order: 'A-1', wish: 'return' })).toMatchObject({ orderNumber: 'A-1' });
  expect(chosen([boots, speaker], { order: 'A-3', wish: 'return' })).toMatchObject({ orderNumber: 'A-1' });
});

test('"the other one" is not the one that was shown', () => {
  expect(chosen([boots, socks], { said: 'and the other one?', except: 'A-1' })).toMatchObject({
    orderNumber: 'A-2',
  });
});

test('an order of the list is meant by its place or by what is in it', () => {
  const own = [
    { orderNumber: 'A-1', line: 'delivered · 1 × Cliffwalk boots' },
    { orderNumber: 'A-2', line: 'delivered · 2 × Hiking socks' },
  ];
  const meant = (text: string) => ownOrderMeant(text, own)?.orderNumber;
  expect([meant('2'), meant('the second one'), meant('the socks'), meant('boots pls')]).toEqual([
    'A-2',
    'A-2',
    'A-2',
    'A-1',
  ]);
  expect([meant('delivered'), meant('hello there')]).toEqual([undefined, undefined]);
});
