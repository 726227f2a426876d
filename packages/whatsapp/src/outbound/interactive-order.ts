import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { Footer, ImageHeader, ShortBody } from './interactive-parts.ts';
import { OrderDetails, OrderReference } from './order-details.ts';

/** A bill. Only for businesses and customers in India or Brazil. */
export const InteractiveOrderDetails = z.strictObject({
  type: z.literal('order_details'),
  header: ImageHeader.optional(),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ name: z.literal('review_and_pay'), parameters: OrderDetails }),
});
export type InteractiveOrderDetails = z.infer<typeof InteractiveOrderDetails>;

/** How an order stands. `payment`: Brazil only. Source: Cloud API docs, "Order status", read 2026-11-21. */
export const OrderStatus = z.strictObject({
  reference_id: OrderReference,
  order: z.strictObject({
    status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
    description: boundedText(120).optional(),
  }),
  payment: z
    .strictObject({
      status: z.enum(['pending', 'captured', 'failed']),
      timestamp: z.int().min(0).optional(),
    })
    .optional(),
});

/** Tells how the order of an earlier bill stands. */
export const InteractiveOrderStatus = z.strictObject({
  type: z.literal('order_status'),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ name: z.literal('review_order'), parameters: OrderStatus }),
});
export type InteractiveOrderStatus = z.infer<typeof InteractiveOrderStatus>;
