import { z } from 'zod';
import type { Fulfilment } from '@ambit/core/order/cart';
import type { WantedLine } from '@ambit/core/order/wanted-line';
import type { Asker } from '@ambit/core/tool/asker';
import type { Order } from '@ambit/core/tool/order-tools';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

/** An order that a customer has just confirmed. `total` in the business's currency; `day`: ISO date at the business. */
export type PlacedOrder = {
  readonly orderNumber: string;
  readonly cartId: string;
  readonly asker: Asker;
  readonly items: Order['items'];
  readonly total: number;
  readonly fulfilment: Fulfilment;
  readonly payment: 'cash' | 'transfer' | 'link';
  readonly day: string;
  /** Of what is counted. */
  readonly stockTaken: readonly WantedLine[];
};

/** Writes an order. False when its number is another's already. */
export async function insertPlacedOrder(client: Queryable, made: PlacedOrder): Promise<boolean> {
  const { asker, fulfilment } = made;
  const delivery = fulfilment.kind === 'delivery' ? fulfilment : undefined;
  const written = await client.query({
    name: 'insert-placed-order',
    text: `insert into orders (order_number, status, contact_phone, contact_id, contact_bsuid, placed_at, total, items,
                               fulfilment, delivery_address, latitude, longitude, delivery_zone, delivery_fee, payment,
                               payment_status, cart_id, stock_taken)
           values ($1, 'processing', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
           on conflict (order_number) do nothing returning 1`,
    values: [
      made.orderNumber,
      asker.phone?.replaceAll(/\D/g, '') ?? null,
      asker.contactId,
      asker.bsuid ?? null,
      made.day,
      made.total,
      jsonText(made.items),
      fulfilment.kind,
      fulfilment.address,
      delivery?.latitude ?? null,
      delivery?.longitude ?? null,
      delivery?.zone ?? null,
      delivery?.fee ?? null,
      made.payment,
      made.payment === 'cash' ? null : 'unpaid',
      made.cartId,
      jsonText(Object.fromEntries(made.stockTaken.map(({ sku, quantity }) => [sku, quantity]))),
    ],
  });
  return written.rows.length === 1;
}

const PlacedRow = z
  .object({
    order_number: z.string(),
    total: z.coerce.number(),
    payment: z.enum(['cash', 'transfer', 'link']),
  })
  .transform((row) => ({ orderNumber: row.order_number, total: row.total, payment: row.payment }));

/** The order that a customer's basket has become, if it has. */
export async function orderOfCart(
  client: Queryable,
  cartId: string,
  contactId: string,
): Promise<z.output<typeof PlacedRow> | undefined> {
  const found = await client.query({
    name: 'order-of-cart',
    text: 'select order_number, total, payment from orders where cart_id = $1 and contact_id = $2',
    values: [cartId, contactId],
  });
  const [row] = found.rows;
  return row === undefined ? undefined : PlacedRow.parse(row);
}
