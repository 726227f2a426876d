import { z } from 'zod';
import type { AppointmentRecord } from '../appointment/appointment.ts';
import type { Resource } from '../appointment/resource.ts';
import type { Product } from '../catalogue/product.ts';
import type { CustomerRecord } from '../customer/customer.ts';
import type { SubscriptionRecord } from '../subscription/subscription.ts';
import { Order } from '../tool/order-tools.ts';

/**
 * An order as the business keeps it: what may be shown, and the facts that open it.
 * `contactPhone`: digits with country code, no "+", the form WhatsApp's `from` has.
 * `placedAt`: ISO date (no time).
 */
export const OrderRecord = Order.extend({
  contactPhone: z.string().optional(),
  email: z.string().optional(),
  postcode: z.string().optional(),
  placedAt: z.string(),
});
export type OrderRecord = z.infer<typeof OrderRecord>;

/** The business's own tables, read from its data folder. */
export type BusinessTables = {
  readonly customers: readonly CustomerRecord[];
  readonly subscriptions: readonly SubscriptionRecord[];
  readonly orders: readonly OrderRecord[];
  readonly catalogue: readonly Product[];
  readonly resources: readonly Resource[];
  readonly appointments: readonly AppointmentRecord[];
};
