import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { Product } from '@ambit/core/catalogue/product';
import { Cart } from '@ambit/core/order/cart';
import { OrderSettings } from '@ambit/core/order/order-settings';
import { importCatalogue } from '@ambit/server/db/import/import-catalogue';
import { createCartTools } from '@ambit/server/tools/cart-tools';
import { ana, bob, noon, openStore, type Store } from './store.ts';

const catalogue = [
  { sku: 'NB-01', names: { en: 'Grilled squid rice', id: 'Nasi bakar cumi' }, priceMinor: 620, stock: 10 },
  { sku: 'KP-01', names: { en: 'Iced senja coffee' }, priceMinor: 320, retailerId: 'meta-kp' },
].map((each) => Product.parse({ ...each, currency: 'USD' }));

const orders = OrderSettings.parse({
  numberPrefix: 'W',
  linkHosts: ['pay.example'],
  delivery: [
    { kind: 'postcodes', name: 'Centre', postcodes: ['941*'], fee: 3, minimum: 10 },
    {
      kind: 'radius',
      name: 'Near',
      centre: { latitude: 37.77, longitude: -122.42 },
      km: 5,
      fee: 1.5,
    },
  ],
  pickUp: { address: '1 Main Street' },
  payment: [
    { kind: 'link', url: 'https://pay.example/{orderNumber}?amount={total}' },
    { kind: 'transfer', details: { en: 'Bank 1, account 2' } },
    { kind: 'cash' },
  ],
});

const WithCart = z.object({ kind: z.string(), cart: Cart });
const Placed = z.object({ kind: z.literal('placed'), order: z.object({ orderNumber: z.string() }) });

let store: Store;
beforeAll(async () => {
  store = await openStore(
    ({ database }, business) => createCartTools({ database, clock: { now: () => noon }, business }),
    { orders },
  );
  await store.database.transaction((client) => importCatalogue(client, catalogue));
});
afterAll(() => store.drop());
beforeEach(async () => {
  await store.database.query({ text: 'delete from carts' });
  await store.database.query({ text: 'delete from orders where cart_id is not null' });
  await store.database.query({
    text: `update catalogue set stock = 10, price_minor = 620 where sku = 'NB-01'`,
  });
});

/** Fills a basket and has it picked up. */
async function ready(asker = ana, wanted = '2 grilled squid rice'): Promise<Cart> {
  await store.call('add-to-cart', { wanted, language: 'en' }, asker);
  return WithCart.parse(await store.call('set-fulfilment', { fulfilment: 'pick-up' }, asker)).cart;
}

function confirmation({ id, total }: Cart, payment = 'cash'): Record<string, string> {
  return { cart: id, total: String(total), payment, language: 'en' };
}

async function stockLeft(): Promise<unknown> {
  const found = await store.database.query({ text: `select stock from catalogue where sku = 'NB-01'` });
  return found.rows[0]?.['stock'];
}

async function ordersPlaced(): Promise<number> {
  const found = await store.database.query({ text: 'select 1 from orders where cart_id is not null' });
  return found.rows.length;
}

test('what is in the basket is counted anew, taken out and told in the customer’s words', async () => {
  await store.call('add-to-cart', { wanted: '2 grilled squid rice and an iced senja coffee' }, ana);
  const fewer = await store.call('add-to-cart', { wanted: 'make it one squid rice' }, ana);
  expect(fewer).toMatchObject({ kind: 'added', cart: { subtotal: 9.4 } });
  const told = await store.call('add-to-cart', { wanted: 'how much is it all together?' }, ana);
  expect(told).toMatchObject({ kind: 'added', cart: { subtotal: 9.4 } });
  const without = await store.call('add-to-cart', { wanted: 'remove the coffee please' }, ana);
  expect(without).toMatchObject({ kind: 'added', cart: { subtotal: 6.2, lines: [{ sku: 'NB-01' }] } });
  const unknown = await store.call('add-to-cart', { wanted: 'a bicycle' }, ana);
  expect(unknown).toMatchObject({ kind: 'nothing-found', cart: { subtotal: 6.2 } });
  expect(await store.call('add-to-cart', { wanted: 'take out the squid rice' }, ana)).toMatchObject({
    kind: 'empty',
    sold: [{ name: 'Grilled squid rice' }, { name: 'Iced senja coffee' }],
  });
  expect(await store.call('show-cart', {}, ana)).toEqual({ kind: 'empty' });
});

test('more than there is cannot be counted into a basket, and what it held stays', async () => {
  await store.call('add-to-cart', { wanted: '2 grilled squid rice' }, ana);
  const many = await store.call('add-to-cart', { wanted: 'make it 40' }, ana);
  expect(many).toMatchObject({
    kind: 'out-of-stock',
    items: [{ sku: 'NB-01', left: 10 }],
    cart: { lines: [{ sku: 'NB-01', quantity: 2 }] },
  });
});

test('price and sum are the catalogue’s, whatever the message said they are', async () => {
  const added = await store.call('add-to-cart', { wanted: '2 × NB-01, 1 × meta-kp', seen: '3' }, ana);
  expect(added).toMatchObject({ kind: 'added', repriced: true, cart: { subtotal: 15.6, total: 15.6 } });
  const again = await store.call('add-to-cart', { sku: 'KP-01', quantity: '1', seen: '18.8' }, ana);
  expect(again).toMatchObject({ kind: 'added', cart: { subtotal: 18.8 } });
  expect(again).not.toHaveProperty('repriced');
});

test('more than there is does not go in, and what is there is told', async () => {
  expect(await store.call('add-to-cart', { wanted: '11 grilled squid rice' }, ana)).toMatchObject({
    kind: 'out-of-stock',
    items: [{ sku: 'NB-01', left: 10 }],
    cart: { lines: [] },
  });
});

test('a line is changed and taken out; an emptied basket is gone', async () => {
  await ready(ana, '2 NB-01, 1 KP-01');
  expect(await store.call('change-cart', { sku: 'nb-01', quantity: '1' }, ana)).toMatchObject({
    cart: { subtotal: 9.4 },
  });
  expect(await store.call('change-cart', { sku: 'NB-01', quantity: '0' }, ana)).toMatchObject({
    cart: { lines: [{ sku: 'KP-01' }] },
  });
  expect(await store.call('change-cart', { sku: 'all', quantity: '0' }, ana)).toEqual({ kind: 'empty' });
  expect(await store.call('show-cart', {}, ana)).toEqual({ kind: 'empty' });
});

test('a basket belongs to one customer', async () => {
  await ready(ana);
  expect(await store.call('show-cart', {}, bob)).toEqual({ kind: 'empty' });
});

test.each([
  [{ address: '5 Pine Street, 94110' }, { kind: 'set', cart: { zone: 'Centre', fee: 3, total: 15.4 } }],
  [
    { latitude: '37.78', longitude: '-122.41' },
    { kind: 'set', cart: { zone: 'Near', fee: 1.5 } },
  ],
  [{ address: '5 Pine Street, 90001', latitude: '34', longitude: '-118' }, { kind: 'outside' }],
  [{ address: '5 Pine Street' }, { kind: 'unknown-place' }],
])('where it goes decides the fee: %o', async (place, output) => {
  await ready();
  expect(await store.call('set-fulfilment', { fulfilment: 'delivery', ...place }, ana)).toMatchObject(output);
});

test('a zone’s minimum is kept, when it is told and when the order is placed', async () => {
  await store.call('add-to-cart', { wanted: '1 KP-01' }, ana);
  const low = await store.call('set-fulfilment', { fulfilment: 'delivery', address: 'Pine 1, 94110' }, ana);
  expect(low).toMatchObject({ kind: 'below-minimum', cart: { minimum: 10, missing: 6.8 } });
  const { cart } = WithCart.parse(low);
  expect(await store.call('place-order', confirmation(cart), ana)).toMatchObject({ kind: 'below-minimum' });
  expect(await ordersPlaced()).toBe(0);
});

test('an order is placed with a number, its stock taken and its payment still to come', async () => {
  const cart = await ready();
  const placed = await store.call('place-order', confirmation(cart, 'link'), ana);
  const { orderNumber } = Placed.parse(placed).order;
  expect(orderNumber).toMatch(/^W-\d{6}$/);
  expect(placed).toMatchObject({
    payment: { status: 'pending', link: `https://pay.example/${orderNumber}?amount=12.4` },
  });
  expect(await stockLeft()).toBe(8);
  expect(await store.call('look-up-order', { orderNumber }, ana)).toMatchObject({
    kind: 'order',
    order: { status: 'processing', total: 12.4, items: [{ sku: 'NB-01', quantity: 2 }] },
  });
  expect(await store.call('look-up-order', { orderNumber }, bob)).toEqual({ kind: 'not-shown' });
  expect(await store.call('cancel-order', { orderNumber }, ana)).toMatchObject({ kind: 'cancelled' });
  expect(await stockLeft()).toBe(10);
});

test('confirmed twice at once, under two keys, it is one order', async () => {
  const cart = await ready();
  const both = await Promise.all([
    store.call('place-order', confirmation(cart), ana, 'tap-1'),
    store.call('place-order', confirmation(cart), ana, 'tap-2'),
  ]);
  const numbers = both.map((each) => Placed.parse(each).order.orderNumber);
  expect(new Set(numbers).size).toBe(1);
  expect(await ordersPlaced()).toBe(1);
  expect(await stockLeft()).toBe(8);
});

test('a price that has changed since is not charged: the new sum is told instead', async () => {
  const cart = await ready();
  await store.database.query({ text: `update catalogue set price_minor = 700 where sku = 'NB-01'` });
  expect(await store.call('place-order', confirmation(cart), ana)).toMatchObject({
    kind: 'price-changed',
    cart: { total: 14 },
  });
  expect(await ordersPlaced()).toBe(0);
});

test('another basket than the one confirmed is not ordered', async () => {
  const cart = await ready();
  await store.call('change-cart', { sku: 'all', quantity: '0' }, ana);
  await ready();
  expect(await store.call('place-order', confirmation(cart), ana)).toMatchObject({ kind: 'price-changed' });
});

test('what is sold out between basket and confirmation is told, and nothing is ordered', async () => {
  const cart = await ready();
  await store.database.query({ text: `update catalogue set stock = 1 where sku = 'NB-01'` });
  expect(await store.call('place-order', confirmation(cart), ana)).toMatchObject({
    kind: 'out-of-stock',
    items: [{ sku: 'NB-01', left: 1 }],
  });
  expect(await ordersPlaced()).toBe(0);
});

test('forty customers who confirm at once never buy more than there is', async () => {
  const crowd = Array.from({ length: 40 }, (_, place) => ({
    contactId: `c${place}`,
    phone: `1415555${1_000 + place}`,
  }));
  const carts = await Promise.all(crowd.map((asker) => ready(asker, '1 KP-01, 1 NB-01')));
  const outcomes = await Promise.all(
    crowd.map((asker, place) => {
      const cart = carts[place];
      if (cart === undefined) throw new Error('no cart');
      return store.call('place-order', confirmation(cart), asker);
    }),
  );
  const kinds = outcomes.map((outcome) => z.object({ kind: z.string() }).parse(outcome).kind);
  expect(kinds.filter((kind) => kind === 'placed')).toHaveLength(10);
  expect(kinds.filter((kind) => kind === 'out-of-stock')).toHaveLength(30);
  expect(await stockLeft()).toBe(0);
});

test('what the business offers is named in the customer’s language', async () => {
  expect(await store.call('order-choices', { language: 'es' }, ana)).toMatchObject({
    fulfilment: [{ id: 'delivery', title: 'A domicilio' }, { id: 'pick-up' }],
    payment: [{ id: 'link' }, { id: 'transfer', title: 'Transferencia' }, { id: 'cash' }],
  });
});

test('a full basket takes in no more, and says what it left out', async () => {
  const many = Array.from({ length: 62 }, (_, n) =>
    Product.parse({
      sku: `TEA-${n + 100}`,
      names: { en: `Tea number ${n + 100}x` },
      priceMinor: 100,
      currency: 'USD',
    }),
  );
  await store.database.transaction((client) => importCatalogue(client, [...catalogue, ...many]));
  const wanted = many.map(({ sku }) => `1 × ${sku}`).join(', ');
  const answer = await store.call('add-to-cart', { wanted, language: 'en' }, bob);
  const { cart, beyond } = z
    .object({ kind: z.literal('added'), cart: Cart, beyond: z.string() })
    .parse(answer);
  expect(cart.lines).toHaveLength(50);
  expect(cart.lines.at(-1)?.sku).toBe('TEA-149');
  expect(beyond).toContain('1 × Tea number 150x, 1 × Tea number 151x');
  expect(beyond).toContain('(+2)');
  const again = await store.call('add-to-cart', { wanted: '2 × TEA-100', language: 'en' }, bob);
  expect(again).not.toHaveProperty('beyond');
});

test('two sizes of one product are two lines, also where it had to be chosen first', async () => {
  const shirts = [
    { sku: 'SH-1', name: 'Linen shirt' },
    { sku: 'SH-2', name: 'Flannel shirt' },
  ].map(({ sku, name }) =>
    Product.parse({
      sku,
      names: { en: name },
      priceMinor: 4_000,
      currency: 'USD',
      attributes: { size: ['M', 'L'] },
    }),
  );
  await store.database.transaction((client) => importCatalogue(client, [...catalogue, ...shirts]));
  const said = '2 shirts, one in M and one in L';
  const which = await store.call('add-to-cart', { wanted: said, language: 'en' }, bob);
  expect(which).toMatchObject({ kind: 'which', quantity: 2, said });
  const added = await store.call(
    'add-to-cart',
    { sku: 'SH-1', quantity: '2', variant: said, language: 'en' },
    bob,
  );
  expect(WithCart.parse(added).cart.lines.map(({ size, quantity }) => ({ size, quantity }))).toEqual([
    { size: 'M', quantity: 1 },
    { size: 'L', quantity: 1 },
  ]);
});

test('of two things that several go by the second is asked about after the first', async () => {
  const many = [
    { sku: 'SP-1', name: 'Planet speaker' },
    { sku: 'SP-2', name: 'Home speaker' },
    { sku: 'LA-1', name: 'Desk lamp' },
    { sku: 'LA-2', name: 'Floor lamp' },
  ].map(({ sku, name }) => Product.parse({ sku, names: { en: name }, priceMinor: 4_000, currency: 'USD' }));
  await store.database.transaction((client) => importCatalogue(client, [...catalogue, ...many]));
  const first = await store.call('add-to-cart', { wanted: '1 speaker and 2 lamps', language: 'en' }, bob);
  expect(first).toMatchObject({ kind: 'which', quantity: 1, rest: '2 lamps' });
  const picked = { sku: 'SP-2', quantity: '1', variant: '1 speaker', wanted: '2 lamps', language: 'en' };
  const second = await store.call('add-to-cart', picked, bob);
  expect(second).toMatchObject({ kind: 'which', quantity: 2 });
  expect(second).not.toHaveProperty('rest');
  const last = await store.call('add-to-cart', { sku: 'LA-1', quantity: '2', language: 'en' }, bob);
  expect(WithCart.parse(last).cart.lines.map(({ sku, quantity }) => [sku, quantity])).toEqual([
    ['SP-2', 1],
    ['LA-1', 2],
  ]);
});
