import { isBeforeShipping } from '@ambit/core/order/before-shipping';
import { maySeeOrder } from '@ambit/core/order/may-see-order';
import type { Asker } from '@ambit/core/tool/asker';
import { OrderToolInput, type CancelOrderOutput, type LookUpOrderOutput } from '@ambit/core/tool/order-tools';
import type { Database, Queryable } from '../db/database.ts';
import { giveStockBack } from '../db/order-changes.ts';
import { findOrder, setOrderStatus, type StoredOrder } from '../db/orders.ts';
import type { Tool } from '../ports/tools.ts';
import { answering, answeringOnce } from './answering.ts';

/**
 * The order tools over the built-in tables. They decide themselves who may see an order: whose it is by
 * what the channel says, or somebody who knows its e-mail or postcode. Not theirs and not there look alike.
 * `find`: the order a customer means, where look-ups are asked together.
 */
export function createOrderTools(
  database: Database,
  find = (orderNumber: string): Promise<StoredOrder | undefined> => findOrder(database, orderNumber, false),
): readonly Tool[] {
  return [
    {
      name: 'look-up-order',
      effects: 'none',
      call: (input, _key, _signal, asker) =>
        answering(async () => {
          const asked = OrderToolInput.parse(input);
          const stored = await find(asked.orderNumber);
          const output: LookUpOrderOutput =
            stored !== undefined && maySeeOrder(stored.owner, asker, asked.proof)
              ? { kind: 'order', order: stored.order }
              : { kind: 'not-shown' };
          return output;
        }),
    },
    {
      name: 'cancel-order',
      // Its idempotency key is stored with what it did, so the same call twice cancels once.
      effects: 'repeatable',
      call: (input, key, _signal, asker) =>
        answeringOnce(
          database,
          { tool: 'cancel-order', key, given: () => Promise.resolve(OrderToolInput.parse(input)) },
          (client, asked) => cancel(client, asked, asker),
        ),
    },
  ];
}

async function cancel(client: Queryable, asked: OrderToolInput, asker: Asker): Promise<CancelOrderOutput> {
  const stored = await findOrder(client, asked.orderNumber, true);
  if (stored === undefined || !maySeeOrder(stored.owner, asker, asked.proof)) return { kind: 'not-shown' };
  const { order } = stored;
  if (!isBeforeShipping(order.status)) return { kind: 'too-late', order };
  await setOrderStatus(client, order.orderNumber, 'cancelled');
  await giveStockBack(client, order.orderNumber);
  return { kind: 'cancelled', order: { ...order, status: 'cancelled' } };
}
