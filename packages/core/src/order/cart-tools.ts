import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import { Order } from '../tool/order-tools.ts';
import { Cart, Shortage } from './cart.ts';
import { variantKinds } from './variant.ts';

/** A phone keyboard writes empty answers as empty text. */
const optionalText = z
  .string()
  .trim()
  .max(300)
  .optional()
  .transform((text) => (text === '' ? undefined : text));
/** Of product names and fixed words. */
const language = z.string().max(20).default('en');
const quantity = z.coerce.number().int().min(0).max(999);

/**
 * `wanted`: what the customer wrote, or "2 × SKU, 1 × SKU". `sku` and `quantity`: one product instead.
 * `variant`: words among which its size and colour may be. `seen`: what the customer was shown that it comes to; never a price that counts.
 */
export const AddToCartInput = z.object({
  wanted: z.string().max(4_000).default(''),
  sku: optionalText,
  quantity: quantity.min(1).default(1),
  variant: z.string().max(4_000).optional(),
  seen: z.coerce.number().optional().catch(undefined),
  language,
});
export type AddToCartInput = z.infer<typeof AddToCartInput>;

const withCart = { cart: Cart };
const empty = z.object({ kind: z.literal('empty') });
const sold = z.array(z.object({ name: z.string(), price: z.number() }));
/** What a full basket did not take in, as the customer reads it. */
const beyond = z.string().optional();
const outOfStock = z.object({
  kind: z.literal('out-of-stock'),
  items: z.array(Shortage),
  beyond,
  ...withCart,
});

/**
 * `added`: something was put in, taken out or counted anew, or the customer asked what there is. `unread`: so
 * many of something that is not sold. `repriced`: it comes to something else than the customer was shown.
 * `which`: several products go by that name; `nothing-found`: none does. `empty`: they took out the last.
 */
export const AddToCartOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('added'),
    ...withCart,
    unread: z.string().optional(),
    beyond,
    repriced: z.boolean().optional(),
  }),
  outOfStock,
  z.object({
    kind: z.literal('which'),
    choices: z.array(z.object({ sku: z.string(), name: z.string(), price: z.number() })),
    quantity: z.number(),
    /** What they wrote, in which a size or colour may stand. */
    said: z.string(),
    /** What else they wrote that several go by, to be asked next. */
    rest: z.string().optional(),
  }),
  z.object({ kind: z.literal('nothing-found'), sold, cart: Cart.optional() }),
  z.object({ kind: z.literal('empty'), sold }),
]);
export type AddToCartOutput = z.infer<typeof AddToCartOutput>;

export const ShowCartInput = z.object({ language });
export const ShowCartOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cart'), ...withCart }),
  empty,
]);
export type ShowCartOutput = z.infer<typeof ShowCartOutput>;

/** `sku`: of a product, or the id of a line. `quantity`: how many of it there shall be; 0 takes it out. `sku` "all" with 0 empties the cart. */
export const ChangeCartInput = z.object({ sku: z.string().trim().min(1).max(300), quantity, language });
export type ChangeCartInput = z.infer<typeof ChangeCartInput>;
export const ChangeCartOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cart'), ...withCart }),
  outOfStock,
  empty,
]);
export type ChangeCartOutput = z.infer<typeof ChangeCartOutput>;

/** `line` and `value`: the size or colour that the customer chose for a line of the cart; without them, what is open is told. */
export const ChooseVariantInput = z.object({ line: optionalText, value: optionalText, language });
export type ChooseVariantInput = z.infer<typeof ChooseVariantInput>;
/** `choose`: what is still to be chosen of `line`; `says`: other words for a value, one a line. */
export const ChooseVariantOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('complete'), ...withCart }),
  z.object({
    kind: z.literal('choose'),
    line: z.string(),
    name: z.string(),
    quantity: z.number(),
    of: z.enum(variantKinds),
    values: z.array(z.object({ value: z.string(), title: z.string(), says: z.string() })),
  }),
  empty,
]);
export type ChooseVariantOutput = z.infer<typeof ChooseVariantOutput>;

/** What the business offers, each with its name in the customer's language. */
export const OrderChoicesInput = z.object({ language });
/** `says`: other words for it, one a line. */
const Choice = z.object({ id: z.string(), title: z.string(), says: z.string() });
export const OrderChoicesOutput = z.object({
  kind: z.literal('choices'),
  fulfilment: z.array(Choice),
  payment: z.array(Choice),
  pickUpAddress: z.string().optional(),
});
export type OrderChoicesOutput = z.infer<typeof OrderChoicesOutput>;

export const SetFulfilmentInput = z.object({
  fulfilment: z.enum(['pick-up', 'delivery']),
  address: optionalText,
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  language,
});
export type SetFulfilmentInput = z.infer<typeof SetFulfilmentInput>;
/** `unknown-place`: neither a pin nor a postcode says whether it lies in a zone. */
export const SetFulfilmentOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['set', 'below-minimum']), ...withCart }),
  z.object({ kind: z.enum(['outside', 'unknown-place', 'not-offered']) }),
  empty,
]);
export type SetFulfilmentOutput = z.infer<typeof SetFulfilmentOutput>;

/** `cart` and `total`: the basket and the sum that the customer said yes to. */
export const PlaceOrderInput = z.object({
  cart: z.uuid(),
  total: z.coerce.number(),
  payment: z.enum(['cash', 'transfer', 'link']),
  language,
});
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

/**
 * How an order is to be paid. `pending`: people, or the business's systems, will see the money; nothing a
 * customer sends makes it `paid`.
 */
export const Payment = z.object({
  kind: z.enum(['cash', 'transfer', 'link']),
  status: z.enum(['on-delivery', 'pending']),
  link: z.string().optional(),
  details: z.string().optional(),
});
export const PlaceOrderOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), order: Order, payment: Payment }),
  z.object({ kind: z.enum(['price-changed', 'below-minimum', 'no-fulfilment']), ...withCart }),
  outOfStock,
  z.object({ kind: z.literal('not-offered') }),
  empty,
]);
export type PlaceOrderOutput = z.infer<typeof PlaceOrderOutput>;

/**
 * The tools that take an order, as flows know them. Gathering a basket needs nobody's yes: nothing of the
 * business's changes until the order is placed.
 */
export const cartToolSpecs: readonly ToolSpec[] = [
  {
    name: 'add-to-cart',
    effect: false,
    inputs: Object.keys(AddToCartInput.shape),
    outcomes: ['added', 'out-of-stock', 'which', 'nothing-found', 'empty'],
  },
  { name: 'show-cart', effect: false, inputs: Object.keys(ShowCartInput.shape), outcomes: ['cart', 'empty'] },
  {
    name: 'change-cart',
    effect: false,
    inputs: Object.keys(ChangeCartInput.shape),
    outcomes: ['cart', 'out-of-stock', 'empty'],
  },
  {
    name: 'choose-variant',
    effect: false,
    inputs: Object.keys(ChooseVariantInput.shape),
    outcomes: ['complete', 'choose', 'empty'],
  },
  {
    name: 'order-choices',
    effect: false,
    inputs: Object.keys(OrderChoicesInput.shape),
    outcomes: ['choices'],
  },
  {
    name: 'set-fulfilment',
    effect: false,
    inputs: Object.keys(SetFulfilmentInput.shape),
    outcomes: ['set', 'below-minimum', 'outside', 'unknown-place', 'not-offered', 'empty'],
  },
  {
    name: 'place-order',
    effect: true,
    inputs: Object.keys(PlaceOrderInput.shape),
    outcomes: [
      'placed',
      'price-changed',
      'below-minimum',
      'no-fulfilment',
      'out-of-stock',
      'not-offered',
      'empty',
    ],
  },
];
