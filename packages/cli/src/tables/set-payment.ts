import type { PaymentRequest } from '@ambit/sdk/order-payment';
import { connectDesk } from '../files/connect-desk.ts';

/** `ambit orders set-paid`: says how an order is paid. Returns the exit code. */
export async function setPayment(orderNumber: string, status: PaymentRequest['status']): Promise<number> {
  const outcome = await connectDesk().client.setPayment(orderNumber, { status });
  if (outcome.kind === 'same') process.stdout.write(`Order ${outcome.orderNumber} was ${status} already.\n`);
  else {
    const told = outcome.told
      ? ' Its customer is told now.'
      : status === 'unpaid'
        ? ''
        : ' Its customer is not told: they knew, or their 24 hours are over. They see it when they ask for the order.';
    process.stdout.write(`Order ${outcome.orderNumber} is ${status}.${told}\n`);
  }
  return 0;
}
