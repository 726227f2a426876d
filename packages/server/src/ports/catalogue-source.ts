import type { MetaProduct } from '@ambit/core/catalogue/meta-product';

/** Where the business's catalogues at Meta are read. Throws when nobody answers, or the token may not read them. */
export type CatalogueSource = {
  /** The ids of the catalogues that are connected to the account; none where the configuration names no account. */
  connected(signal: AbortSignal): Promise<readonly string[]>;
  products(catalogueId: string, signal: AbortSignal): Promise<readonly MetaProduct[]>;
};
