import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { GraphAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

/** A product as Meta's catalogue has it. `price`: as people read it, "$42.50". */
const CatalogueItem = z.looseObject({
  id: WireId,
  retailer_id: maybe(z.string()),
  name: maybe(z.string()),
  price: maybe(z.string()),
  currency: maybe(z.string()),
  availability: maybe(z.string()),
  image_url: maybe(z.string()),
});
export type CatalogueItem = z.output<typeof CatalogueItem>;

const Catalogue = z.looseObject({ id: WireId });

export type CatalogueClient = {
  /** The ids of the catalogues that are connected to a WhatsApp Business Account. */
  ofAccount(
    wabaId: string,
    signal: AbortSignal,
  ): AsyncGenerator<CallResult<Page<{ id: string }>>, void, undefined>;
  products(
    catalogueId: string,
    signal: AbortSignal,
  ): AsyncGenerator<CallResult<Page<CatalogueItem>>, void, undefined>;
};

const fields = 'id,retailer_id,name,price,currency,availability,image_url';

/**
 * Catalogues at Meta, read only. The token needs `catalog_management`.
 * Source: Graph API, edges "products" of a ProductCatalog and "product_catalogs" of a WhatsApp Business Account.
 */
export function createCatalogueClient(options: GraphAccess): CatalogueClient {
  const call = createGraphCaller(options);
  return {
    ofAccount: (wabaId, signal) =>
      pagesOf((after) =>
        call(
          { method: 'GET', path: [wabaId, 'product_catalogs'], query: { after }, answer: pageOf(Catalogue) },
          signal,
        ),
      ),
    products: (catalogueId, signal) =>
      pagesOf((after) =>
        call(
          {
            method: 'GET',
            path: [catalogueId, 'products'],
            query: { fields, limit: '200', after },
            answer: pageOf(CatalogueItem),
          },
          signal,
        ),
      ),
  };
}
