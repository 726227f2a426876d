import { z } from 'zod';
import type { InboundContent, OrderItem } from './inbound-content.ts';
import { present } from './present.ts';
import { reader } from './reader.ts';

const wireOrder = reader((f) =>
  z.object({
    catalog_id: f.maybe(f.id),
    text: f.maybe(z.string()),
    product_items: z.array(
      z.object({
        product_retailer_id: f.id,
        quantity: f.number,
        item_price: f.maybe(f.number),
        currency: f.maybe(z.string()),
      }),
    ),
  }),
);

const wireProduct = reader((f) => z.object({ product_retailer_id: f.id, catalog_id: f.maybe(f.id) }));

/** A basket sent from the business's catalogue. An unreadable item makes the whole order `unknown`: a part of it would be wrong. */
export function readOrder(part: unknown): InboundContent | undefined {
  const order = wireOrder(part);
  if (order === undefined) return undefined;
  const items = order.product_items.map((item): OrderItem =>
    present({
      retailerId: item.product_retailer_id,
      quantity: item.quantity,
      itemPrice: item.item_price,
      currency: item.currency,
    }),
  );
  return { kind: 'order', items, ...present({ catalogId: order.catalog_id, text: order.text }) };
}

/** A product of the catalogue, sent as a message of its own (since August 2026). */
export function readProduct(part: unknown): InboundContent | undefined {
  const product = wireProduct(part);
  return product === undefined
    ? undefined
    : {
        kind: 'product',
        retailerId: product.product_retailer_id,
        ...present({ catalogId: product.catalog_id }),
      };
}
