import type { Business } from '@ambit/core/business/business';
import { findZone } from '@ambit/core/order/find-zone';
import { maySeeOrder } from '@ambit/core/order/may-see-order';
import { isBeforeShipping } from '@ambit/core/order/before-shipping';
import type { Asker } from '@ambit/core/tool/asker';
import {
  ChangeOrderAddressInput,
  RequestReturnInput,
  type ChangeOrderAddressOutput,
} from '@ambit/core/tool/order-tools';
import type { Database, Queryable } from '../db/database.ts';
import { setOrderDestination } from '../db/order-changes.ts';
import { findOrder } from '../db/orders.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tool } from '../ports/tools.ts';
import { answeringOnce } from './answering.ts';
import { requestReturn } from './order-return.ts';
import { shownPlace } from './shown-place.ts';

/** What the order tools go by: the published business, and what time it is. */
export type OrderDesk = {
  readonly database: Database;
  readonly clock: Clock;
  readonly business: () => Promise<Business>;
};

/** The tools that send an order elsewhere or back, over the built-in tables. Whose it is they decide as `look-up-order` does. */
export function createOrderChangeTools(desk: OrderDesk): readonly Tool[] {
  type Work = (client: Queryable, business: Business, input: unknown, asker: Asker) => Promise<unknown>;
  const changing = (tool: string, work: Work): Tool => ({
    name: tool,
    // The key is stored with what was done under it, so the same call twice does it once.
    effects: 'repeatable',
    call: (input, key, _signal, asker) =>
      answeringOnce(desk.database, { tool, key, given: desk.business }, (client, business) =>
        work(client, business, input, asker),
      ),
  });
  return [
    changing('change-order-address', (client, business, input, asker) =>
      changeAddress(client, business, ChangeOrderAddressInput.parse(input), asker),
    ),
    changing('request-return', (client, business, input, asker) =>
      requestReturn(client, {
        business,
        asked: RequestReturnInput.parse(input),
        asker,
        now: desk.clock.now(),
      }),
    ),
  ];
}

async function changeAddress(
  client: Queryable,
  business: Business,
  asked: ChangeOrderAddressInput,
  asker: Asker,
): Promise<ChangeOrderAddressOutput> {
  const stored = await findOrder(client, asked.orderNumber, true);
  if (stored === undefined || !maySeeOrder(stored.owner, asker, asked.proof)) return { kind: 'not-shown' };
  const { order } = stored;
  if (!isBeforeShipping(order.status)) return { kind: 'too-late', order };
  const shown = shownPlace(asked);
  if (shown === undefined) return { kind: 'no-address' };
  const zones = business.orders?.delivery ?? [];
  // A business without zones sends parcels anywhere; one with zones is never guessed to deliver.
  if (zones.length > 0 && findZone(zones, asked).kind !== 'zone') return { kind: 'outside', order };
  await setOrderDestination(client, order.orderNumber, { ...asked, shown });
  return { kind: 'changed', order: { ...order, deliveryAddress: shown } };
}
