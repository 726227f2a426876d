import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { World } from '../world.ts';
import type { SendBody } from './schema/send-body.ts';

/** Meta takes no product message of what is not in the catalogue. An account whose catalogue is empty is not asked. */
export function refuseUnknownProduct(world: World, send: SendBody): GraphError | undefined {
  if (world.catalogue.all().length === 0 || send.type !== 'interactive') return undefined;
  const { interactive } = send;
  const asked =
    interactive.type === 'product'
      ? [interactive.action.product_retailer_id]
      : interactive.type === 'product_list'
        ? interactive.action.sections.flatMap((section) =>
            section.product_items.map((item) => item.product_retailer_id),
          )
        : [];
  const unknown = asked.filter((retailerId) => world.catalogue.find(retailerId) === undefined);
  return unknown.length === 0
    ? undefined
    : graphError(131009, `Products not found in FB Catalog: ${unknown.join(', ')}.`);
}
