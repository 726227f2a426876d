import { isBuyable, readWrittenPrice, type MetaProduct } from '@ambit/core/catalogue/meta-product';
import type { CallResult } from '@ambit/whatsapp/client/call-result';
import { createCatalogueClient, type CatalogueItem } from '@ambit/whatsapp/client/catalogue-client';
import type { GraphAccess } from '@ambit/whatsapp/client/graph-access';
import type { Page } from '@ambit/whatsapp/client/paging';
import type { CatalogueSource } from '../../ports/catalogue-source.ts';

/** Catalogues at Meta over the Graph API. `accountId`: whose connected ones are listed. */
export function createWhatsAppCatalogue(access: GraphAccess, accountId: string | undefined): CatalogueSource {
  const client = createCatalogueClient(access);
  return {
    async connected(signal) {
      if (accountId === undefined) return [];
      return (await all(client.ofAccount(accountId, signal))).map(({ id }) => id);
    },
    products: async (catalogueId, signal) =>
      (await all(client.products(catalogueId, signal))).flatMap(metaProduct),
  };
}

async function all<T>(pages: AsyncGenerator<CallResult<Page<T>>>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const page of pages) {
    if (page.kind === 'done') found.push(...page.value.items);
    else throw new Error(`Meta's catalogue could not be read: ${reasonOf(page)}`);
  }
  return found;
}

function reasonOf(result: Exclude<CallResult<unknown>, { kind: 'done' }>): string {
  if (result.kind !== 'rejected') return result.kind;
  const { error, httpStatus } = result;
  return error.kind === 'graph'
    ? (error.details ?? error.message ?? `HTTP ${httpStatus}`)
    : `HTTP ${httpStatus}`;
}

function metaProduct(item: CatalogueItem): readonly MetaProduct[] {
  const { retailer_id: retailerId, name, price, currency, availability, image_url: imageUrl } = item;
  if (retailerId === undefined || retailerId === '') return [];
  const priceMinor =
    price === undefined || currency === undefined ? undefined : readWrittenPrice(price, currency);
  const available = availability === undefined ? undefined : isBuyable(availability);
  return [
    {
      retailerId,
      ...(name === undefined ? {} : { name }),
      ...(priceMinor === undefined ? {} : { priceMinor }),
      ...(currency === undefined ? {} : { currency }),
      ...(available === undefined ? {} : { available }),
      ...(imageUrl === undefined ? {} : { imageUrl }),
    },
  ];
}
