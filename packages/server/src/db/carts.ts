import { z } from 'zod';
import { Fulfilment } from '@ambit/core/order/cart';
import type { WantedLine } from '@ambit/core/order/wanted-line';
import { Variant } from '@ambit/core/order/variant';
import type { Instant } from '@ambit/core/schedule/instant';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';
import { jsonText } from './json-text.ts';

const CartRow = z
  .object({
    cart_id: z.string(),
    lines: z.array(Variant.extend({ sku: z.string(), quantity: z.number().int().positive() })),
    fulfilment: Fulfilment.nullable(),
  })
  .transform((row) => ({ id: row.cart_id, lines: row.lines, fulfilment: row.fulfilment ?? undefined }));

/** What somebody has gathered, and how it is to reach them. */
export type StoredCart = z.output<typeof CartRow>;

/** The cart of a customer, if they have one. `lock` holds it against a change until commit. */
export async function findCart(
  client: Queryable,
  contactId: string,
  lock: boolean,
): Promise<StoredCart | undefined> {
  const found = await client.query({
    name: lock ? 'find-cart-to-change' : 'find-cart',
    text: `select cart_id, lines, fulfilment from carts where contact_id = $1 ${lock ? 'for update' : ''}`,
    values: [contactId],
  });
  const [row] = found.rows;
  return row === undefined ? undefined : CartRow.parse(row);
}

/** The cart of a customer, a new one if they have none, held against a change until commit. */
export async function openCart(client: Queryable, contactId: string, now: Instant): Promise<StoredCart> {
  await client.query({
    name: 'open-cart',
    text: `insert into carts (contact_id, changed_at) values ($1, $2) on conflict (contact_id) do nothing`,
    values: [contactId, timestamp(now)],
  });
  const cart = await findCart(client, contactId, true);
  if (cart === undefined)
    throw new Error(`The cart of contact ${contactId} is gone in the middle of a change`);
  return cart;
}

/** Writes what is in a cart and how it is to reach the customer. */
export async function saveCart(
  client: Queryable,
  contactId: string,
  cart: { readonly lines: readonly WantedLine[]; readonly fulfilment?: Fulfilment | undefined },
  now: Instant,
): Promise<void> {
  await client.query({
    name: 'save-cart',
    text: 'update carts set lines = $2, fulfilment = $3, changed_at = $4 where contact_id = $1',
    values: [
      contactId,
      jsonText(cart.lines),
      cart.fulfilment === undefined ? null : jsonText(cart.fulfilment),
      timestamp(now),
    ],
  });
}

/** Throws a cart away; the next one of this customer has another id. */
export async function deleteCart(client: Queryable, contactId: string): Promise<void> {
  await client.query({
    name: 'delete-cart',
    text: 'delete from carts where contact_id = $1',
    values: [contactId],
  });
}
