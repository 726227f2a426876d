import { z } from 'zod';
import type { InboundContent, OrderItem } from './inbound-content.ts';
import { present } from './present.ts';
import { WireId, WireNumber, maybe } from './wire-value.ts';

const Item = z
  .object({
    product_retailer_id: WireId,
    quantity: WireNumber,
    item_price: maybe(WireNumber),
    currency: maybe(z.string()),
  })
  .transform((item): OrderItem =>
    present({
      retailerId: item.product_retailer_id,
      quantity: item.quantity,
      itemPrice: item.item_price,
      currency: item.currency,
    }),
  );

/** A basket sent from the business's catalogue. An unreadable item makes the whole order `unknown`: a part of it would be wrong. */
export const Order = z
  .object({
    order: z.object({ catalog_id: maybe(WireId), text: maybe(z.string()), product_items: z.array(Item) }),
  })
  .transform(({ order }): InboundContent => ({
    kind: 'order',
    items: order.product_items,
    ...present({ catalogId: order.catalog_id, text: order.text }),
  }));
