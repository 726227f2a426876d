import type { Business } from '@ambit/core/business/business';
import { priceCart, type Fulfilment } from '@ambit/core/order/cart';
import type {
  OrderChoicesOutput,
  SetFulfilmentInput,
  SetFulfilmentOutput,
} from '@ambit/core/order/cart-tools';
import { titledChoice } from '@ambit/core/order/choice-words';
import { findZone } from '@ambit/core/order/find-zone';
import { findCart, saveCart } from '../db/carts.ts';
import { findProducts } from '../db/catalogue.ts';
import type { CartWork } from './cart-tools.ts';
import { shownPlace } from './shown-place.ts';

/** What the business offers, in the order of its files. */
export function orderChoices({ orders }: Business, language: string): OrderChoicesOutput {
  const ways = [
    ...((orders?.delivery.length ?? 0) > 0 ? (['delivery'] as const) : []),
    ...(orders?.pickUp === undefined ? [] : (['pick-up'] as const)),
  ];
  return {
    kind: 'choices',
    fulfilment: ways.map((way) => titledChoice(way, language)),
    payment: (orders?.payment ?? []).map(({ kind }) => titledChoice(kind, language)),
    ...(orders?.pickUp === undefined ? {} : { pickUpAddress: orders.pickUp.address }),
  };
}

/** Sets how a basket reaches the customer: delivered where the business delivers, or picked up. */
export async function setFulfilment(
  { client, business, asker, now }: CartWork,
  asked: SetFulfilmentInput,
): Promise<SetFulfilmentOutput> {
  const basket = await findCart(client, asker.contactId, true);
  if (basket === undefined || basket.lines.length === 0) return { kind: 'empty' };
  const chosen = choose(business, asked);
  if ('refused' in chosen) return { kind: chosen.refused };
  const changed = { ...basket, fulfilment: chosen };
  await saveCart(client, asker.contactId, changed, now);
  const products = await findProducts(
    client,
    basket.lines.map(({ sku }) => sku),
  );
  const cart = priceCart(changed, products, asked.language);
  return { kind: cart.missing === undefined ? 'set' : 'below-minimum', cart };
}

function choose(
  { orders }: Business,
  asked: SetFulfilmentInput,
): Fulfilment | { readonly refused: 'outside' | 'unknown-place' | 'not-offered' } {
  if (asked.fulfilment === 'pick-up') {
    if (orders?.pickUp === undefined) return { refused: 'not-offered' };
    return { kind: 'pick-up', address: orders.pickUp.address };
  }
  if (orders === undefined || orders.delivery.length === 0) return { refused: 'not-offered' };
  const address = shownPlace(asked);
  if (address === undefined) return { refused: 'unknown-place' };
  const found = findZone(orders.delivery, asked);
  switch (found.kind) {
    case 'outside':
      return { refused: 'outside' };
    case 'unknown':
      return { refused: 'unknown-place' };
    case 'zone': {
      const { name, fee, minimum } = found.zone;
      const pin =
        asked.latitude === undefined || asked.longitude === undefined
          ? {}
          : { latitude: asked.latitude, longitude: asked.longitude };
      return { kind: 'delivery', address, ...pin, zone: name, fee, minimum };
    }
  }
}
