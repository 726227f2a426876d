import type { Business } from '@ambit/core/business/business';
import { chooseOwnOrders } from '@ambit/core/order/choose-own-orders';
import { maySeeOrder } from '@ambit/core/order/may-see-order';
import type { Order } from '@ambit/core/tool/order-tools';
import { OwnOrdersInput, ownOrdersTool } from '@ambit/core/tool/own-orders';
import { toolSpecs } from '@ambit/core/tool/tool-specs';
import { findOwnOrders } from '../db/orders.ts';
import type { Asker } from '@ambit/core/tool/asker';
import type { Tool } from '../ports/tools.ts';
import { answering } from './answering.ts';
import type { OrderDesk } from './order-change-tools.ts';

/**
 * Tells which of a customer's own orders they may mean, by what the channel says of them and never by what
 * they write. Where a system of the business's looks orders up, the built-in table is not asked.
 */
export function createOwnOrdersTool({ database, business }: Omit<OrderDesk, 'clock'>): Tool {
  return {
    name: ownOrdersTool,
    effects: 'none',
    call: (input, _key, _signal, asker) =>
      answering(async () => {
        const elsewhere = looksUpElsewhere(await business());
        return chooseOwnOrders(elsewhere ? [] : await ownOrders(asker), OwnOrdersInput.parse(input));
      }),
  };

  async function ownOrders(asker: Asker): Promise<readonly Order[]> {
    const found = await findOwnOrders(database, asker);
    return found.filter(({ owner }) => maySeeOrder(owner, asker, undefined)).map(({ order }) => order);
  }
}

function looksUpElsewhere({ tools }: Business): boolean {
  return toolSpecs(tools).some(({ name }) => name === 'look-up-order');
}
