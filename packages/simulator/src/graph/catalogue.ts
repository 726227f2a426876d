import type { CatalogueProduct } from '../catalogue/catalogue-store.ts';
import type { World } from '../world.ts';
import { answered, chosen, type GraphCall, type GraphReply } from './call.ts';
import { paged } from './paging.ts';

/** `GET /{waba}/product_catalogs`: the catalogue that is connected to the account, if anything is in it. */
export function listCatalogues(world: World, call: GraphCall): GraphReply {
  const known = world.catalogue.all().length === 0 ? [] : [{ id: world.catalogue.id(), name: 'Catalog' }];
  return answered(paged(known, call.query, `${world.address.url}${call.path}`));
}

/** `GET /{catalogue}/products`. Prices are written as Graph writes them: "$42.50". */
export function listCatalogueProducts(world: World, call: GraphCall): GraphReply {
  const page = paged(world.catalogue.all(), call.query, `${world.address.url}${call.path}`);
  return answered({ ...page, data: page.data.map((product) => chosen(graphProduct(product), call.query)) });
}

function graphProduct(product: CatalogueProduct): Readonly<Record<string, unknown>> {
  const { retailerId, name, price, currency, available, imageUrl } = product;
  return {
    id: String(Buffer.from(retailerId).reduce((sum, byte) => (sum * 31 + byte) % 1e12, 7)),
    retailer_id: retailerId,
    name,
    price: new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(price),
    currency,
    availability: available ? 'in stock' : 'out of stock',
    ...(imageUrl === undefined ? {} : { image_url: imageUrl }),
  };
}
