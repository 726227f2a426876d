import { z } from 'zod';
import { OrderToolInput, type CancelOrderOutput, type LookUpOrderOutput } from '@ambit/core/tool/order-tools';
import type { Database, Queryable } from '../db/database.ts';
import { findOrder, readToolEffect, saveToolEffect, setOrderStatus, type StoredOrder } from '../db/orders.ts';
import type { Tool, ToolOutcome } from '../ports/tools.ts';

const ToolOutput = z.json();

/**
 * The order tools over the built-in tables. They decide themselves who may see an order: its own
 * phone, or somebody who knows its e-mail or postcode. Not theirs and not there look alike.
 */
export function createOrderTools(database: Database): readonly Tool[] {
  return [
    {
      name: 'look-up-order',
      effects: 'none',
      call: (input) =>
        answering(async () => {
          const asked = OrderToolInput.parse(input);
          const stored = await findOrder(database, asked.orderNumber, false);
          const output: LookUpOrderOutput =
            stored !== undefined && mayAct(stored, asked)
              ? { kind: 'order', order: stored.order }
              : { kind: 'not-shown' };
          return output;
        }),
    },
    {
      name: 'cancel-order',
      // Its idempotency key is stored with what it did, so the same call twice cancels once.
      effects: 'repeatable',
      call: (input, idempotencyKey) =>
        answering(() =>
          database.transaction(async (client) => {
            const before = await readToolEffect(client, idempotencyKey);
            if (before !== undefined) return before;
            const output = await cancel(client, OrderToolInput.parse(input));
            await saveToolEffect(client, idempotencyKey, 'cancel-order', output);
            return output;
          }),
        ),
    },
  ];
}

async function cancel(client: Queryable, asked: OrderToolInput): Promise<CancelOrderOutput> {
  const stored = await findOrder(client, asked.orderNumber, true);
  if (stored === undefined || !mayAct(stored, asked)) return { kind: 'not-shown' };
  const { order } = stored;
  switch (order.status) {
    case 'processing':
    case 'packed':
      await setOrderStatus(client, order.orderNumber, 'cancelled');
      return { kind: 'cancelled', order: { ...order, status: 'cancelled' } };
    case 'shipped':
    case 'delivered':
    case 'cancelled':
    case 'returned':
      return { kind: 'too-late', order };
  }
}

function mayAct(stored: StoredOrder, asked: OrderToolInput): boolean {
  if (asked.contactPhone !== undefined && asked.contactPhone === stored.contactPhone) return true;
  if (asked.proof === undefined) return false;
  const proof = comparable(asked.proof);
  return [stored.email, stored.postcode].some((fact) => fact !== undefined && comparable(fact) === proof);
}

function comparable(fact: string): string {
  return fact.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

async function answering(work: () => Promise<unknown>): Promise<ToolOutcome> {
  try {
    const output: unknown = await work();
    return { kind: 'answered', output: ToolOutput.parse(output) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
