import type { Objection } from '../business/check-business.ts';
import type { OrderSettings } from './order-settings.ts';
import { whyNoPaymentLink } from './payment-link.ts';

/** What is wrong with how a business takes orders, beyond what a schema can say. */
export function checkOrders(orders: OrderSettings | undefined): readonly Objection[] {
  if (orders === undefined) return [];
  const links = orders.payment.flatMap((way, index): readonly Objection[] => {
    const why = way.kind === 'link' ? whyNoPaymentLink(way.url, orders.linkHosts) : undefined;
    if (why === undefined) return [];
    return [
      {
        path: ['orders', 'payment', index, 'url'],
        message: `this cannot be the address of a payment page: ${why}`,
        fix: 'write https, a host of "linkHosts", and {orderNumber}, {total} or {currency} behind it',
      },
    ];
  });
  const kinds = orders.payment.map(({ kind }) => kind);
  const twice = kinds.findIndex((kind, index) => kinds.indexOf(kind) < index);
  const repeated: readonly Objection[] =
    twice === -1
      ? []
      : [
          {
            path: ['orders', 'payment', twice],
            message: `"${kinds[twice] ?? ''}" is already a way to pay`,
            fix: 'keep one of the two',
          },
        ];
  return [...links, ...repeated];
}
