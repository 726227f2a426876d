import { fromMinorUnits } from '@ambit/core/catalogue/minor-units';
import { productName, type Product } from '@ambit/core/catalogue/product';
import { priceCart, shortagesOf } from '@ambit/core/order/cart';
import type { AddToCartInput, AddToCartOutput } from '@ambit/core/order/cart-tools';
import { merged, readWanted, type Wanted } from '@ambit/core/order/read-wanted';
import { openCart, saveCart } from '../db/carts.ts';
import { readCatalogue } from '../db/catalogue.ts';
import type { CartWork } from './cart-tools.ts';

/** A basket of more kinds is a slip, or for a person. */
const mostLines = 50;
/** How many of what is sold are named to somebody who asked for something else. */
const mostNamed = 10;

/** Puts what a customer asks for into their basket, as far as there is enough of it. */
export async function addToCart(
  { client, asker, now }: CartWork,
  asked: AddToCartInput,
): Promise<AddToCartOutput> {
  const { language } = asked;
  const products = await readCatalogue(client);
  const wanted = readAsked(asked, products);
  const basket = await openCart(client, asker.contactId, now);
  const lines = merged([...basket.lines, ...wanted.lines]).slice(0, mostLines);
  const items = shortagesOf(
    lines.filter(({ sku }) => wanted.lines.some((line) => line.sku === sku)),
    products,
    language,
  );
  // What there is too little of stays as it was; the rest goes in.
  const kept = lines.flatMap((line) => {
    if (!items.some(({ sku }) => sku === line.sku)) return [line];
    return basket.lines.filter(({ sku }) => sku === line.sku);
  });
  const changed = { ...basket, lines: kept };
  await saveCart(client, asker.contactId, changed, now);
  const cart = priceCart(changed, products, language);
  const [which] = wanted.which;
  if (items.length > 0) return { kind: 'out-of-stock', items: [...items], cart };
  if (which !== undefined) {
    const choices = products.filter(({ sku }) => which.skus.includes(sku));
    return {
      kind: 'which',
      choices: choices.map((each) => priced(each, language)),
      quantity: which.quantity,
    };
  }
  if (wanted.lines.length === 0)
    return {
      kind: 'nothing-found',
      sold: products
        .filter(({ stock }) => stock !== 0)
        .slice(0, mostNamed)
        .map((each) => priced(each, language)),
    };
  return {
    kind: 'added',
    cart,
    ...(wanted.unread.length === 0 ? {} : { unread: wanted.unread.join(', ') }),
    ...(asked.seen === undefined || Math.abs(asked.seen - cart.subtotal) < 0.005 ? {} : { repriced: true }),
  };
}

function readAsked(asked: AddToCartInput, products: readonly Product[]): Wanted {
  if (asked.sku === undefined) {
    const named = products.map(({ sku, names, keywords, retailerId }) => ({
      sku,
      names: [
        ...Object.values(names),
        ...Object.values(keywords).flat(),
        ...(retailerId === undefined ? [] : [retailerId]),
      ],
    }));
    return readWanted(asked.wanted, named, asked.language);
  }
  const number = asked.sku.toUpperCase();
  const found = products.find(
    ({ sku, retailerId }) => sku.toUpperCase() === number || retailerId === asked.sku,
  );
  return {
    lines: found === undefined ? [] : [{ sku: found.sku, quantity: asked.quantity }],
    which: [],
    unread: [],
  };
}

function priced(product: Product, language: string) {
  return {
    sku: product.sku,
    name: productName(product, language),
    price: fromMinorUnits(product.priceMinor, product.currency),
  };
}
