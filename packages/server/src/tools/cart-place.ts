import { tellStart } from '@ambit/core/appointment/local-start';
import type { Business } from '@ambit/core/business/business';
import { bySku, priceCart, shortagesOf } from '@ambit/core/order/cart';
import type { PlaceOrderInput, PlaceOrderOutput } from '@ambit/core/order/cart-tools';
import { paymentLink } from '@ambit/core/order/payment-link';
import { deleteCart, findCart } from '../db/carts.ts';
import { lockProducts, takeStock } from '../db/catalogue.ts';
import { withNewNumber } from '../db/new-number.ts';
import { findOrder } from '../db/orders.ts';
import { insertPlacedOrder, orderOfCart } from '../db/placed-orders.ts';
import type { CartWork } from './cart-tools.ts';

/**
 * Turns a basket into an order, once: what was confirmed must be what it comes to now, there must be enough
 * of everything, and a basket that has become an order answers with that order. The rows of its products
 * are held meanwhile, so that nobody buys what another has just bought.
 */
export async function placeOrder(work: CartWork, asked: PlaceOrderInput): Promise<PlaceOrderOutput> {
  const { client, business, asker, now } = work;
  const way = business.orders?.payment.find(({ kind }) => kind === asked.payment);
  if (way === undefined) return { kind: 'not-offered' };
  const basket = await findCart(client, asker.contactId, true);
  const before = await orderOfCart(client, asked.cart, asker.contactId);
  if (before !== undefined) return placed(work, before, asked.language);
  if (basket === undefined || basket.lines.length === 0) return { kind: 'empty' };
  const products = await lockProducts(
    client,
    basket.lines.map(({ sku }) => sku),
  );
  const cart = priceCart(basket, products, asked.language);
  const items = shortagesOf(basket.lines, products, asked.language);
  if (items.length > 0) return { kind: 'out-of-stock', items: [...items], cart };
  const { fulfilment } = basket;
  if (fulfilment === undefined) return { kind: 'no-fulfilment', cart };
  if (cart.missing !== undefined) return { kind: 'below-minimum', cart };
  if (basket.id !== asked.cart || Math.abs(cart.total - asked.total) >= 0.0005)
    return { kind: 'price-changed', cart };
  const counted = bySku(basket.lines).filter(
    ({ sku }) => products.find((each) => each.sku === sku)?.stock !== undefined,
  );
  for (const { sku, quantity } of counted) await takeStock(client, sku, quantity);
  const orderNumber = await withNewNumber(business.orders?.numberPrefix ?? 'A', async (number) => {
    const written = await insertPlacedOrder(client, {
      orderNumber: number,
      cartId: basket.id,
      asker,
      items: cart.lines.map(({ sku, name, quantity }) => ({ sku, name, quantity })),
      total: cart.total,
      fulfilment,
      payment: asked.payment,
      day: tellStart(now, business.hours.timeZone).day,
      stockTaken: counted,
    });
    return written ? number : undefined;
  });
  await deleteCart(client, asker.contactId);
  return placed(work, { orderNumber, total: cart.total, payment: asked.payment }, asked.language);
}

async function placed(
  { client, business }: CartWork,
  made: {
    readonly orderNumber: string;
    readonly total: number;
    readonly payment: PlaceOrderInput['payment'];
  },
  language: string,
): Promise<PlaceOrderOutput> {
  const stored = await findOrder(client, made.orderNumber, false);
  if (stored === undefined)
    throw new Error(`Order ${made.orderNumber} is not in the table it was written to`);
  return { kind: 'placed', order: stored.order, payment: paymentOf(business, made, language) };
}

function paymentOf(
  { orders, currency }: Business,
  made: {
    readonly orderNumber: string;
    readonly total: number;
    readonly payment: PlaceOrderInput['payment'];
  },
  language: string,
): Extract<PlaceOrderOutput, { kind: 'placed' }>['payment'] {
  const way = orders?.payment.find(({ kind }) => kind === made.payment);
  switch (way?.kind) {
    case 'link': {
      const link = paymentLink(way.url, { ...made, currency }, orders?.linkHosts ?? []);
      return { kind: 'link', status: 'pending', ...(link === undefined ? {} : { link }) };
    }
    case 'transfer': {
      const details = way.details[language] ?? Object.values(way.details)[0];
      return { kind: 'transfer', status: 'pending', ...(details === undefined ? {} : { details }) };
    }
    case 'cash':
    case undefined:
      return { kind: made.payment, status: made.payment === 'cash' ? 'on-delivery' : 'pending' };
  }
}
