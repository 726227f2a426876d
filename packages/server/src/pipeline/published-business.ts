import type { Business, KnowledgePassage } from '@ambit/core/business/business';
import { readBusinessVersion } from '../db/business-versions.ts';
import { readKnowledgeRevision, readStoredKnowledge } from '../db/knowledge-revision.ts';
import type { Database } from '../db/database.ts';
import type { Knowledge, ScopeGuard } from '../ports/judges.ts';
import type { Tool } from '../ports/tools.ts';

/** A published version, ready to work with. */
export type ReadyBusiness = {
  readonly version: number;
  /** Of the knowledge that is stored beside the version. */
  readonly revision: string;
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
 * `prepare`: fits the guard and indexes the knowledge of a version, together with what is `stored` beside it; it
 * is done again for the newest when that changes.
 */
export function createPublishedBusinesses(options: {
  database: Database;
  refreshMs: number;
  monotonicMs: () => number;
  prepare: (
    version: number,
    business: Business,
    stored: readonly KnowledgePassage[],
  ) => Omit<ReadyBusiness, 'revision'>;
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
    if (known !== undefined && known.revision === (await readKnowledgeRevision(database))) return known;
    const { websites = [] } = published.business;
    const { revision, passages } = await readStoredKnowledge(
      database,
      websites.map(({ id }) => id),
    );
    const made = { ...prepare(published.version, published.business, passages), revision };
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
