import { z } from 'zod';
import { present } from './present.ts';
import { reader } from './reader.ts';

/**
 * What became of a payment that we asked for (India and Brazil). `messageId`: of the order details that asked.
 * `status`: Meta's word, such as `captured`, `pending` or `failed`; it says nothing of the message.
 * `referenceId`: our own name for the payment. `payment`: all that Meta says of it.
 */
export type PaymentStatus = {
  messageId: string;
  status: string;
  timestampS: number;
  referenceId?: string;
  payment?: Readonly<Record<string, unknown>>;
};

const wirePaymentStatus = reader((f) =>
  z.object({
    id: f.id,
    status: z.string().min(1),
    timestamp: f.seconds,
    payment: f.maybe(z.looseObject({ reference_id: f.maybe(f.id) })),
  }),
);

/** The payment's status, or undefined if it has no message id, status or time. */
export function readPaymentStatus(raw: unknown): PaymentStatus | undefined {
  const wire = wirePaymentStatus(raw);
  if (wire === undefined) return undefined;
  return present({
    messageId: wire.id,
    status: wire.status,
    timestampS: Number(wire.timestamp),
    referenceId: wire.payment?.reference_id,
    payment: wire.payment,
  });
}
