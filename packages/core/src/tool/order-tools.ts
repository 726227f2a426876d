import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';

/** An order as the business's tables hold it. Amounts are in the business's currency. */
export const Order = z.object({
  orderNumber: z.string(),
  status: z.enum(['processing', 'packed', 'shipped', 'delivered', 'cancelled', 'returned']),
  /** ISO date (no time), when known. */
  expectedDelivery: z.iso.date().optional(),
  carrier: z.string().optional(),
  trackingUrl: z.string().optional(),
  items: z.array(z.object({ sku: z.string(), name: z.string(), quantity: z.number().int().positive() })),
  total: z.number().optional(),
});
export type Order = z.infer<typeof Order>;

/**
 * Input of both order tools. The tool, not the flow, decides whether the asker may see the order:
 * their verified phone is the order's, or `proof` equals its second fact (e-mail or postcode).
 */
export const OrderToolInput = z.object({
  orderNumber: z.string(),
  contactPhone: z.string().optional(),
  proof: z.string().optional(),
});
export type OrderToolInput = z.infer<typeof OrderToolInput>;

/** `not-shown`: no such order, or not theirs; the two are told apart by nobody. */
export const LookUpOrderOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), order: Order }),
  z.object({ kind: z.literal('not-shown') }),
]);
export type LookUpOrderOutput = z.infer<typeof LookUpOrderOutput>;

/** `too-late`: the order is beyond cancelling; nothing was changed. */
export const CancelOrderOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), order: Order }),
  z.object({ kind: z.literal('too-late'), order: Order }),
  z.object({ kind: z.literal('not-shown') }),
]);
export type CancelOrderOutput = z.infer<typeof CancelOrderOutput>;

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
];
