import { catalogueDrift, type CatalogueDrift } from '@ambit/core/catalogue/catalogue-drift';
import type { Business } from '@ambit/core/business/business';
import { readCatalogue } from '../db/catalogue.ts';
import type { Database, Queryable } from '../db/database.ts';
import {
  noteCatalogueTrouble,
  readMetaCatalogues,
  readMetaProducts,
  saveMetaCatalogue,
  staleCatalogues,
  type KnownCatalogue,
} from '../db/meta-catalogue.ts';
import type { CatalogueSource } from '../ports/catalogue-source.ts';
import type { Log } from '../ports/log.ts';
import { within } from '../ports/within.ts';

/** A catalogue at Meta is read again after so long; after a failure ten times sooner. */
const freshMs = 3_600_000;
const longestReadMs = 60_000;

/** How the business's catalogue stands to the one at Meta. `unread`: it has never been read to its end. */
export type CatalogueComparison =
  | { readonly kind: 'no-catalogue' }
  | { readonly kind: 'unread'; readonly catalogue: KnownCatalogue }
  | {
      readonly kind: 'compared';
      readonly catalogue: KnownCatalogue;
      readonly drift: readonly CatalogueDrift[];
    };

/** The catalogues at Meta that tasks of a business send products of. */
export function cataloguesOf({ flows }: Pick<Business, 'flows'>): readonly string[] {
  const named = flows.flatMap((flow) => {
    const id = flow.with?.['catalogue'];
    return typeof id === 'string' && id.trim() !== '' ? [id.trim()] : [];
  });
  return [...new Set(named)];
}

/**
 * Reads catalogues at Meta, and keeps what they say. What cannot be read is noted, and what was known stays; what
 * `calledOff` stops is left as it was.
 */
export async function readCatalogues(
  database: Database,
  source: CatalogueSource,
  ids: readonly string[],
  log: Log,
  calledOff: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    try {
      const products = await within(longestReadMs, (signal) => source.products(id, signal), calledOff);
      await database.transaction((client) => saveMetaCatalogue(client, id, products));
      log.info('meta-catalogue.read', { catalogue: id, products: products.length });
    } catch (error) {
      if (calledOff.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      log.warn('meta-catalogue.unread', { catalogue: id, why });
      await noteCatalogueTrouble(database, id, why);
    }
  }
}

/** Reads those of a business that nobody has read for an hour. */
export async function readStaleCatalogues(
  database: Database,
  source: CatalogueSource,
  business: Pick<Business, 'flows'>,
  log: Log,
  calledOff: AbortSignal,
): Promise<void> {
  const named = cataloguesOf(business);
  if (named.length === 0) return;
  await readCatalogues(database, source, await staleCatalogues(database, named, freshMs), log, calledOff);
}

/** Compares the business's catalogue with what was last read at Meta, of each of these catalogues. */
export async function compareCatalogues(
  client: Queryable,
  ids: readonly string[],
): Promise<readonly CatalogueComparison[]> {
  const ours = await readCatalogue(client);
  const known = await readMetaCatalogues(client, ids);
  const compared: CatalogueComparison[] = [];
  for (const id of ids) {
    const catalogue = known.find(({ catalogueId }) => catalogueId === id) ?? {
      catalogueId: id,
      readAt: undefined,
      trouble: undefined,
    };
    compared.push(
      catalogue.readAt === undefined
        ? { kind: 'unread', catalogue }
        : { kind: 'compared', catalogue, drift: catalogueDrift(ours, await readMetaProducts(client, id)) },
    );
  }
  return compared.length === 0 ? [{ kind: 'no-catalogue' }] : compared;
}
