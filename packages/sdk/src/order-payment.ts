import { z } from 'zod';

/** POST /api/orders/:orderNumber/payment: how an order is paid, as the business knows it. */
export const PaymentRequest = z.object({ status: z.enum(['unpaid', 'paid', 'refunded']) });
export type PaymentRequest = z.infer<typeof PaymentRequest>;

/** `same`: it was so already. `told`: the customer hears of it now, which is once, and inside the service window. */
export const PaymentSet = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), orderNumber: z.string(), told: z.boolean() }),
  z.object({ kind: z.literal('same'), orderNumber: z.string() }),
]);
export type PaymentSet = z.infer<typeof PaymentSet>;
