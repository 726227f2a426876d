import { z } from 'zod';

/** A host name in lower case, without scheme, port and path. */
export const Host = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host in lower case such as "track.example.com"');

/** Words for the customer, by language. */
const Wording = z.record(z.string().min(2), z.string().min(1).max(600));

const Place = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** In what state something may come back. `faulty`: it came so. */
export const returnConditions = ['unused', 'used', 'faulty'] as const;

/**
 * Where the business delivers. `fee` and `minimum` are amounts of its currency; `minimum`: what the goods
 * must come to. A postcode may end in `*`.
 */
const zoneFacts = {
  name: z.string().min(1).max(60),
  fee: z.number().nonnegative(),
  minimum: z.number().nonnegative().default(0),
};
export const DeliveryZone = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('radius'),
    ...zoneFacts,
    centre: Place,
    km: z.number().positive().max(500),
  }),
  z.strictObject({
    kind: z.literal('postcodes'),
    ...zoneFacts,
    postcodes: z
      .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,9}\*?$/, 'a postcode such as "12190" or "121*"'))
      .min(1),
  }),
]);
export type DeliveryZone = z.infer<typeof DeliveryZone>;

/**
 * A way to pay. `link`: an address with `{orderNumber}`, `{total}` and `{currency}`, on one of the link
 * hosts. `transfer`: what the customer needs for a bank transfer.
 */
export const PaymentWay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash') }),
  z.strictObject({ kind: z.literal('transfer'), details: Wording }),
  z.strictObject({ kind: z.literal('link'), url: z.string().max(500) }),
]);
export type PaymentWay = z.infer<typeof PaymentWay>;

/**
 * How the business takes, delivers and takes back orders. `linkHosts`: the only hosts that links to
 * customers about orders may lead to, tracking and payment alike. `numberPrefix`: of orders placed in a
 * chat. `returns.days`: after delivery. What is left out is not offered.
 */
export const OrderSettings = z.strictObject({
  linkHosts: z.array(Host).max(50).default([]),
  numberPrefix: z
    .string()
    .regex(/^[A-Z]{1,3}$/, 'one to three capital letters')
    .default('A'),
  returns: z
    .strictObject({
      days: z.number().int().positive().max(3_650),
      conditions: z.array(z.enum(returnConditions)).min(1).default(['unused', 'faulty']),
    })
    .optional(),
  delivery: z.array(DeliveryZone).max(50).default([]),
  pickUp: z.strictObject({ address: z.string().min(3).max(200) }).optional(),
  payment: z.array(PaymentWay).max(4).default([]),
});
export type OrderSettings = z.infer<typeof OrderSettings>;
