import { z } from 'zod';

/** One thing in which the business's catalogue (`here`) and the one at Meta (`there`) differ. */
export const CatalogueDrift = z.object({
  retailerId: z.string(),
  sku: z.string().optional(),
  kind: z.enum(['missing-at-meta', 'missing-here', 'name', 'price', 'currency', 'availability', 'image']),
  here: z.string(),
  there: z.string(),
});
export type CatalogueDrift = z.infer<typeof CatalogueDrift>;

/**
 * GET /api/catalogue/drift: how the catalogue stands to those at Meta. `?read=now` reads them first. `status`: `same`,
 * `drift`, `unread` when one has never been read to its end, or `no-catalogue`. `readAt`: ms since 1970; `trouble`:
 * why the last try came to nothing.
 */
export const CatalogueReport = z.object({
  status: z.enum(['same', 'drift', 'unread', 'no-catalogue']),
  catalogues: z.array(
    z.object({
      catalogueId: z.string(),
      readAt: z.number().optional(),
      trouble: z.string().optional(),
      drift: z.array(CatalogueDrift),
    }),
  ),
});
export type CatalogueReport = z.infer<typeof CatalogueReport>;
