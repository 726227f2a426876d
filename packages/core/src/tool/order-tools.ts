import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import { returnConditions } from '../order/order-settings.ts';

/** Something that happened to a parcel. `at`: an ISO day, or day and time; `what`: in the carrier's words. */
export const TrackingEvent = z.object({
  at: z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]),
  what: z.string().min(1).max(200),
  where: z.string().min(1).max(100).optional(),
});
export type TrackingEvent = z.infer<typeof TrackingEvent>;

/** Whether an order is paid, as the business says; no customer's word or picture ever sets it. */
export const PaymentStatus = z.enum(['unpaid', 'paid', 'refunded']);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** An order as the business's tables hold it. Amounts are in the business's currency. */
export const Order = z.object({
  orderNumber: z.string(),
  status: z.enum(['processing', 'packed', 'shipped', 'delivered', 'cancelled', 'returned']),
  /** ISO date (no time), when known. */
  expectedDelivery: z.iso.date().optional(),
  deliveredAt: z.iso.date().optional(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
  trackingUrl: z.string().optional(),
  /** The newest first. */
  trackingEvents: z.array(TrackingEvent).optional(),
  deliveryAddress: z.string().optional(),
  items: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.number().int().positive() })),
  total: z.number().optional(),
  /** Left out where nobody keeps it, or where it is paid on delivery. */
  paymentStatus: PaymentStatus.optional(),
});
export type Order = z.infer<typeof Order>;

/**
 * Input of the tools that look an order up or change it. The tool, not the flow, decides whether the asker
 * may see the order: it is theirs by what the channel says, or `proof` is its second fact (e-mail or
 * postcode). `contactPhone`: for tools over systems that want it; the built-in ones go by the channel.
 */
export const OrderToolInput = z.object({
  orderNumber: z.string(),
  contactPhone: z.string().optional(),
  proof: z.string().optional(),
});
export type OrderToolInput = z.infer<typeof OrderToolInput>;

/** Where an order is to go: as the customer wrote it, or a pin. */
export const ChangeOrderAddressInput = OrderToolInput.extend({
  address: z.string().trim().max(300).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
});
export type ChangeOrderAddressInput = z.infer<typeof ChangeOrderAddressInput>;

/** `items`: "all", or SKUs with commas between them. */
export const RequestReturnInput = OrderToolInput.extend({
  items: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(300),
  condition: z.enum(returnConditions),
});
export type RequestReturnInput = z.infer<typeof RequestReturnInput>;

const shown = z.object({ kind: z.literal('order'), order: Order });
/** No such order, or not theirs; the two are told apart by nobody. */
const notShown = z.object({ kind: z.literal('not-shown') });
/** The order is beyond the change; nothing was changed. */
const tooLate = z.object({ kind: z.literal('too-late'), order: Order });

export const LookUpOrderOutput = z.discriminatedUnion('kind', [shown, notShown]);
export type LookUpOrderOutput = z.infer<typeof LookUpOrderOutput>;

export const CancelOrderOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), order: Order }),
  tooLate,
  notShown,
]);
export type CancelOrderOutput = z.infer<typeof CancelOrderOutput>;

/** `outside`: nobody delivers there, or nobody can tell whether they do. */
export const ChangeOrderAddressOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), order: Order }),
  tooLate,
  z.object({ kind: z.literal('outside'), order: Order }),
  z.object({ kind: z.literal('no-address') }),
  notShown,
]);
export type ChangeOrderAddressOutput = z.infer<typeof ChangeOrderAddressOutput>;

/** `until`: the last day (ISO date) on which a return could be asked for. */
export const RequestReturnOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['requested', 'already-requested']),
    returnNumber: z.string(),
    orderNumber: z.string(),
    items: Order.shape.items,
  }),
  z.object({ kind: z.literal('too-late'), until: z.iso.date() }),
  z.object({ kind: z.enum(['not-delivered', 'not-accepted', 'no-returns', 'unknown-item']) }),
  notShown,
]);
export type RequestReturnOutput = z.infer<typeof RequestReturnOutput>;

/** The order tools as flows know them. */
export const orderToolSpecs: readonly ToolSpec[] = [
  {
    name: 'look-up-order',
    effect: false,
    inputs: Object.keys(OrderToolInput.shape),
    outcomes: ['order', 'not-shown'],
  },
  {
    name: 'cancel-order',
    effect: true,
    inputs: Object.keys(OrderToolInput.shape),
    outcomes: ['cancelled', 'too-late', 'not-shown'],
  },
  {
    name: 'change-order-address',
    effect: true,
    inputs: Object.keys(ChangeOrderAddressInput.shape),
    outcomes: ['changed', 'too-late', 'outside', 'no-address', 'not-shown'],
  },
  {
    name: 'request-return',
    effect: true,
    inputs: Object.keys(RequestReturnInput.shape),
    outcomes: [
      'requested',
      'already-requested',
      'too-late',
      'not-delivered',
      'not-accepted',
      'no-returns',
      'unknown-item',
      'not-shown',
    ],
  },
];
