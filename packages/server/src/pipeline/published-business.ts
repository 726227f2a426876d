import type { Business } from '@ambit/core/business/business';
import { readBusinessVersion } from '../db/business-versions.ts';
import type { Database } from '../db/database.ts';
import type { Knowledge, ScopeGuard } from '../ports/judges.ts';
import type { Tool } from '../ports/tools.ts';

/** A published version, ready to work with. */
export type ReadyBusiness = {
  readonly version: number;
  readonly business: Business;
  readonly guard: ScopeGuard;
  readonly knowledge: Knowledge;
  /** The tools it declares; of the same name as a built-in one, they take its place. */
  readonly tools: ReadonlyMap<string, Tool>;
};

/** Published versions by number; the newest is what new turns get. */
export type PublishedBusinesses = {
  current(): Promise<ReadyBusiness>;
  byVersion(version: number): Promise<ReadyBusiness>;
};

/**
 * Reads versions from the database and keeps them: a version never changes. The newest is looked
 * up again every `refreshMs`.
 * `prepare`: fits the guard and indexes the knowledge of a version.
 */
export function createPublishedBusinesses(options: {
  database: Database;
  refreshMs: number;
  monotonicMs: () => number;
  prepare: (version: number, business: Business) => ReadyBusiness;
}): PublishedBusinesses {
  const { database, refreshMs, monotonicMs, prepare } = options;
  const ready = new Map<number, ReadyBusiness>();
  let newest: { at: number; found: Promise<ReadyBusiness> } | undefined;

  async function load(version: number | undefined): Promise<ReadyBusiness> {
    const published = await readBusinessVersion(database, version);
    if (published === undefined) {
      throw new Error(
        version === undefined
          ? 'No business is published; start once with AMBIT_BUSINESS naming a business folder'
          : `Business version ${version} is not in the database`,
      );
    }
    const known = ready.get(published.version);
    if (known !== undefined) return known;
    const made = prepare(published.version, published.business);
    ready.set(made.version, made);
    return made;
  }

  return {
    current() {
      if (newest === undefined || monotonicMs() - newest.at > refreshMs) {
        const found = load(undefined);
        newest = { at: monotonicMs(), found };
        found.catch(() => {
          newest = undefined;
        });
      }
      return newest.found;
    },
    byVersion: async (version) => ready.get(version) ?? load(version),
  };
}
