import type { Order } from '../tool/order-tools.ts';

/** Whether an order has not left yet, so that it can still be cancelled or sent elsewhere. */
export function isBeforeShipping(status: Order['status']): boolean {
  switch (status) {
    case 'processing':
    case 'packed':
      return true;
    case 'shipped':
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return false;
  }
}
