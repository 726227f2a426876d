import type { Business } from '@ambit/core/business/business';
import { lineId, priceCart, shortagesOf } from '@ambit/core/order/cart';
import {
  AddToCartInput,
  ChangeCartInput,
  ChooseVariantInput,
  OrderChoicesInput,
  PlaceOrderInput,
  SetFulfilmentInput,
  ShowCartInput,
  type ChangeCartOutput,
  type ShowCartOutput,
} from '@ambit/core/order/cart-tools';
import type { WantedLine } from '@ambit/core/order/wanted-line';
import { readsAsOrder } from '@ambit/core/order/reads-as-order';
import { ReadOrderInput, readOrderTool, type ReadOrderOutput } from '@ambit/core/tool/read-order';
import type { Asker } from '@ambit/core/tool/asker';
import { deleteCart, findCart, openCart, saveCart } from '../db/carts.ts';
import { findProducts, readCatalogue } from '../db/catalogue.ts';
import type { Queryable } from '../db/database.ts';
import type { Tool } from '../ports/tools.ts';
import { answering, answeringOnce } from './answering.ts';
import { addToCart, asNamed } from './cart-add.ts';
import { orderChoices, setFulfilment } from './cart-fulfilment.ts';
import { placeOrder } from './cart-place.ts';
import { chooseVariant } from './cart-variant.ts';
import type { OrderDesk } from './order-change-tools.ts';

/** What a cart tool works with. */
export type CartWork = {
  readonly client: Queryable;
  readonly business: Business;
  readonly asker: Asker;
  /** ms since 1970. */
  readonly now: number;
};

/**
 * The tools that take an order over the built-in tables. A customer's basket is kept under their contact;
 * price and stock are the catalogue's at every step, whatever a message says.
 */
export function createCartTools(desk: OrderDesk): readonly Tool[] {
  const { database, clock, business: given } = desk;
  type Work = (work: CartWork, input: unknown) => Promise<unknown>;
  const looking = (name: string, work: Work): Tool => ({
    name,
    effects: 'none',
    call: (input, _key, _signal, asker) =>
      answering(async () =>
        work({ client: database, business: await given(), asker, now: clock.now() }, input),
      ),
  });
  const changing = (tool: string, work: Work): Tool => ({
    name: tool,
    effects: 'repeatable',
    call: (input, key, _signal, asker) =>
      answeringOnce(database, { tool, key, given }, (client, business) =>
        work({ client, business, asker, now: clock.now() }, input),
      ),
  });
  return [
    changing('add-to-cart', (work, input) => addToCart(work, AddToCartInput.parse(input))),
    looking(readOrderTool, (work, input) => readOrder(work, ReadOrderInput.parse(input))),
    looking('show-cart', (work, input) => showCart(work, ShowCartInput.parse(input).language)),
    changing('change-cart', (work, input) => changeCart(work, ChangeCartInput.parse(input))),
    changing('choose-variant', (work, input) => chooseVariant(work, ChooseVariantInput.parse(input))),
    looking('order-choices', ({ business }, input) =>
      Promise.resolve(orderChoices(business, OrderChoicesInput.parse(input).language)),
    ),
    changing('set-fulfilment', (work, input) => setFulfilment(work, SetFulfilmentInput.parse(input))),
    changing('place-order', (work, input) => placeOrder(work, PlaceOrderInput.parse(input))),
  ];
}

async function readOrder({ client }: CartWork, { said, language }: ReadOrderInput): Promise<ReadOrderOutput> {
  const products = await readCatalogue(client);
  const other = readsAsOrder(said, products.map(asNamed), language);
  return other === undefined ? { kind: 'none' } : { kind: 'order', other };
}

async function showCart({ client, asker }: CartWork, language: string): Promise<ShowCartOutput> {
  const basket = await findCart(client, asker.contactId, false);
  if (basket === undefined || basket.lines.length === 0) return { kind: 'empty' };
  const products = await findProducts(
    client,
    basket.lines.map(({ sku }) => sku),
  );
  return { kind: 'cart', cart: priceCart(basket, products, language) };
}

async function changeCart(
  { client, asker, now }: CartWork,
  { sku, quantity, language }: ChangeCartInput,
): Promise<ChangeCartOutput> {
  const basket = await openCart(client, asker.contactId, now);
  const named = sku.toUpperCase();
  if (quantity === 0 && named === 'ALL') {
    await deleteCart(client, asker.contactId);
    return { kind: 'empty' };
  }
  const isNamed = (line: WantedLine): boolean =>
    lineId(line).toUpperCase() === named || line.sku.toUpperCase() === named;
  const wanted = basket.lines
    .map((line) => (isNamed(line) ? { ...line, quantity } : line))
    .filter((line) => line.quantity > 0);
  if (wanted.length === 0) {
    await deleteCart(client, asker.contactId);
    return { kind: 'empty' };
  }
  const products = await findProducts(
    client,
    wanted.map((line) => line.sku),
  );
  const changing = wanted.filter(isNamed).map((line) => line.sku);
  const items = shortagesOf(
    wanted.filter((line) => changing.includes(line.sku)),
    products,
    language,
  );
  if (items.length > 0)
    return { kind: 'out-of-stock', items: [...items], cart: priceCart(basket, products, language) };
  const changed = { ...basket, lines: wanted };
  await saveCart(client, asker.contactId, changed, now);
  return { kind: 'cart', cart: priceCart(changed, products, language) };
}
