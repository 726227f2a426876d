import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyShop } from '../processes/real-process.ts';
import type { ChaosCustomer } from './customers.ts';

/** A copy of the example shop in which every customer has an order that has not left yet. */
export function makeShop(folder: string, customers: readonly ChaosCustomer[]): string {
  const shop = copyShop(folder);
  const orders = customers.map(
    ({ order, phone, id }) =>
      `${order},2026-11-21,processing,2026-11-30,,,36.00,${phone},${id}@example.com,94110`,
  );
  const header =
    'order_number,placed_at,status,expected_delivery,carrier,tracking_url,total,phone,email,postcode';
  writeFileSync(join(shop, 'data/orders.csv'), `${[header, ...orders].join('\n')}\n`);
  // The parcels of the example's orders, which are not here.
  rmSync(join(shop, 'data/order-events.csv'));
  const items = customers.map(({ order }) => `${order},BT-030,"Steel bottle 0.75 l, blue",1`);
  writeFileSync(
    join(shop, 'data/order-items.csv'),
    `${['order_number,sku,name,quantity', ...items].join('\n')}\n`,
  );
  return shop;
}
