import { z } from 'zod';

/** A product of a catalogue at Meta, as its manager types it in. `price`: in the currency's own unit, such as 42.5. */
export const CatalogueProduct = z.strictObject({
  retailerId: z.string().min(1).max(100),
  name: z.string().min(1).max(200),
  price: z.number().nonnegative(),
  currency: z.string().length(3),
  available: z.boolean().default(true),
  imageUrl: z.url().optional(),
});
export type CatalogueProduct = z.infer<typeof CatalogueProduct>;

/** What is changed in the catalogue: products put in or in place of others, and those taken out. */
export const CatalogueChange = z.strictObject({
  put: z.array(CatalogueProduct).max(10_000).default([]),
  remove: z.array(z.string()).max(10_000).default([]),
  /** The id the catalogue has from then on. */
  catalogueId: z.string().regex(/^\d+$/).optional(),
});
export type CatalogueChange = z.input<typeof CatalogueChange>;

/** The catalogue that is connected to the account. */
export type CatalogueStore = {
  readonly id: () => string;
  readonly all: () => readonly CatalogueProduct[];
  readonly find: (retailerId: string) => CatalogueProduct | undefined;
  change(change: z.output<typeof CatalogueChange>): void;
};

/** An empty catalogue, under the id of Meta's examples. */
export function createCatalogueStore(): CatalogueStore {
  const products = new Map<string, CatalogueProduct>();
  let id = '194836987003835';
  return {
    id: () => id,
    all: () => [...products.values()],
    find: (retailerId) => products.get(retailerId),
    change({ put, remove, catalogueId }) {
      id = catalogueId ?? id;
      for (const product of put) products.set(product.retailerId, product);
      for (const retailerId of remove) products.delete(retailerId);
    },
  };
}
