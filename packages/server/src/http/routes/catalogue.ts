import type { Hono } from 'hono';
import { z } from 'zod';
import { CatalogueReport } from '@ambit/sdk/catalogue-drift';
import type { Database } from '../../db/database.ts';
import {
  cataloguesOf,
  compareCatalogues,
  readCatalogues,
  type CatalogueComparison,
} from '../../pipeline/compare-catalogues.ts';
import type { PublishedBusinesses } from '../../pipeline/published-business.ts';
import type { CatalogueSource } from '../../ports/catalogue-source.ts';
import type { Log } from '../../ports/log.ts';
import { readQuery } from './read-body.ts';

const DriftQuery = z.object({ read: z.literal('now').optional() });

/** What is needed to compare catalogues. */
export type CatalogueNeeds = {
  readonly database: Database;
  readonly log: Log;
  readonly businesses: PublishedBusinesses;
  readonly catalogues: CatalogueSource;
};

/** How the catalogue stands to those at Meta: the ones that tasks name, else those connected to the account. */
export function addCatalogueRoute(app: Hono, needs: CatalogueNeeds): void {
  const { database, log, businesses, catalogues } = needs;
  app.get('/api/catalogue/drift', async (c) => {
    const query = readQuery(c, DriftQuery);
    if (query.kind === 'answer') return query.response;
    const named = cataloguesOf((await businesses.current()).business);
    const connected = async (): Promise<readonly string[]> => {
      try {
        return await catalogues.connected(AbortSignal.timeout(20_000));
      } catch (error) {
        log.warn('meta-catalogue.unlisted', { why: error instanceof Error ? error.message : String(error) });
        return [];
      }
    };
    const ids = named.length > 0 ? named : await connected();
    if (query.value.read === 'now') await readCatalogues(database, catalogues, ids, log, c.req.raw.signal);
    return c.json(reportOf(await compareCatalogues(database, ids)));
  });
}

function reportOf(compared: readonly CatalogueComparison[]): CatalogueReport {
  const known = compared.flatMap((each) =>
    each.kind === 'no-catalogue'
      ? []
      : [{ ...each.catalogue, drift: each.kind === 'compared' ? each.drift : [] }],
  );
  const status =
    known.length === 0
      ? 'no-catalogue'
      : compared.some(({ kind }) => kind === 'unread')
        ? 'unread'
        : known.some(({ drift }) => drift.length > 0)
          ? 'drift'
          : 'same';
  return CatalogueReport.parse({ status, catalogues: known });
}
