import { fromMinorUnits } from '@ambit/core/catalogue/minor-units';
import { productName, type Product } from '@ambit/core/catalogue/product';
import { bySku, lineName, priceCart, shortagesOf } from '@ambit/core/order/cart';
import type { AddToCartInput, AddToCartOutput } from '@ambit/core/order/cart-tools';
import { readBasket, type BasketReading } from '@ambit/core/order/read-basket';
import { readWanted } from '@ambit/core/order/read-wanted';
import { variantNamed } from '@ambit/core/order/variant-named';
import { merged, type WantedLine } from '@ambit/core/order/wanted-line';
import { variantValues } from '@ambit/core/order/variant';
import type { NamedProduct } from '@ambit/core/order/wanted-tokens';
import { deleteCart, openCart, saveCart } from '../db/carts.ts';
import { readCatalogue } from '../db/catalogue.ts';
import type { CartWork } from './cart-tools.ts';

/** A basket of more kinds is a slip, or for a person. */
const mostLines = 50;
/** How many of what is sold are named to somebody who asked for something else. */
const mostNamed = 10;

/** Puts what a customer asks for into their basket, as far as there is enough of it, or changes what is in it. */
export async function addToCart(
  { client, asker, now }: CartWork,
  asked: AddToCartInput,
): Promise<AddToCartOutput> {
  const { language } = asked;
  const products = await readCatalogue(client);
  const basket = await openCart(client, asker.contactId, now);
  const { lines: before, wanted, changed: corrected, shown } = readAsked(asked, products, basket.lines);
  const all = merged([...before, ...wanted.lines]);
  const lines = all.slice(0, mostLines);
  const left = beyondOf(all.slice(mostLines), products, language);
  const items = shortagesOf(
    lines.filter(({ sku }) => held(lines, sku) > held(basket.lines, sku)),
    products,
    language,
  );
  // What there is too little of stays as it was; the rest goes in.
  const kept = lines.flatMap((line) => {
    if (!items.some(({ sku }) => sku === line.sku)) return [line];
    return basket.lines.filter(({ sku }) => sku === line.sku);
  });
  const sold = products
    .filter(({ stock }) => stock !== 0)
    .slice(0, mostNamed)
    .map((each) => priced(each, language));
  if (kept.length === 0 && corrected && wanted.which.length === 0) {
    await deleteCart(client, asker.contactId);
    return { kind: 'empty', sold };
  }
  const changed = { ...basket, lines: kept };
  await saveCart(client, asker.contactId, changed, now);
  const cart = priceCart(changed, products, language);
  const [which, ...others] = wanted.which;
  if (items.length > 0) return { kind: 'out-of-stock', items: [...items], cart, ...left };
  if (which !== undefined) {
    const choices = products.filter(({ sku }) => which.skus.includes(sku));
    return {
      kind: 'which',
      choices: choices.map((each) => priced(each, language)),
      quantity: which.quantity,
      said: others.length === 0 ? asked.wanted : which.said,
      ...(others.length === 0 ? {} : { rest: others.map(({ said }) => said).join(', ') }),
    };
  }
  if (wanted.lines.length === 0 && !corrected && !shown)
    return { kind: 'nothing-found', sold, ...(kept.length === 0 ? {} : { cart }) };
  return {
    kind: 'added',
    cart,
    ...(wanted.unread.length === 0 ? {} : { unread: wanted.unread.join(', ') }),
    ...left,
    ...(asked.seen === undefined || Math.abs(asked.seen - cart.subtotal) < 0.005 ? {} : { repriced: true }),
  };
}

/** Names what did not go in any more: nothing that was ordered is left out without a word. */
function beyondOf(
  lines: readonly WantedLine[],
  products: readonly Product[],
  language: string,
): { readonly beyond?: string } {
  if (lines.length === 0) return {};
  const named = lines.slice(0, mostNamed).flatMap((line) => {
    const product = products.find(({ sku }) => sku === line.sku);
    return product === undefined ? [] : [`${line.quantity} × ${lineName(product, line, language)}`];
  });
  const more = lines.length - named.length;
  return { beyond: `${named.join(', ')}${more > 0 ? ` … (+${more})` : ''}` };
}

/** Of a product in all its sizes and colours. */
function held(lines: readonly WantedLine[], sku: string): number {
  return bySku(lines).find((line) => line.sku === sku)?.quantity ?? 0;
}

function readAsked(
  asked: AddToCartInput,
  products: readonly Product[],
  basket: readonly WantedLine[],
): BasketReading {
  if (asked.sku === undefined) return readBasket(asked.wanted, products.map(asNamed), basket, asked.language);
  const number = asked.sku.toUpperCase();
  const found = products.find(
    ({ sku, retailerId }) => sku.toUpperCase() === number || retailerId === asked.sku,
  );
  const lines = found === undefined ? [] : inVariants(asked, asNamed(found));
  const { which, unread, lines: more } = readWanted(asked.wanted, products.map(asNamed), asked.language);
  return {
    lines: basket,
    wanted: { lines: [...lines, ...more], which, unread },
    changed: false,
    shown: false,
  };
}

/** So many of a product that was chosen, in the sizes and colours that the words before the choice said. */
function inVariants(
  { variant = '', quantity, language }: AddToCartInput,
  product: NamedProduct,
): readonly WantedLine[] {
  const { lines } = readWanted(variant, [product], language);
  if (lines.length > 1 && lines.reduce((sum, line) => sum + line.quantity, 0) >= quantity) return lines;
  return [{ sku: product.sku, quantity, ...variantNamed(variant, product, language) }];
}

/** A product as customers may name it. */
export function asNamed(product: Product): NamedProduct {
  const { sku, names, keywords, retailerId } = product;
  return {
    sku,
    names: [
      ...Object.values(names),
      ...Object.values(keywords).flat(),
      ...(retailerId === undefined ? [] : [retailerId]),
    ],
    variants: variantValues(product),
  };
}

function priced(product: Product, language: string) {
  return {
    sku: product.sku,
    name: productName(product, language),
    price: fromMinorUnits(product.priceMinor, product.currency),
  };
}
