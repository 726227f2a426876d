import { setTimeout as rest } from 'node:timers/promises';
import { hostsOf, type Website } from '@ambit/core/knowledge/website';
import type { Database } from '../../db/database.ts';
import {
  claimSite,
  deleteOtherPages,
  finishSite,
  keepSites,
  readKnownPages,
  savePage,
  type ClaimedSite,
} from '../../db/knowledge-pages.ts';
import { raiseKnowledgeRevision } from '../../db/knowledge-revision.ts';
import type { Log } from '../../ports/log.ts';
import type { OutboundRules } from '../../tools/outbound/outbound-rules.ts';
import { crawlSite, type Crawled } from './crawl-site.ts';
import { createPageFetcher } from './fetch-page.ts';

/** Longer than a look may take, so that no two nodes look at once. */
const leaseMs = 20 * 60_000;
const lookMs = 15 * 60_000;
const hourMs = 3_600_000;

/** What keeping pages needs. `websites`: those of the newest version; `privateHosts`: hosts that may be private. */
export type WebsiteNeeds = {
  readonly database: Database;
  readonly log: Log;
  readonly websites: () => Promise<readonly Website[]>;
  readonly privateHosts: OutboundRules['privateHosts'];
  readonly wait?: (ms: number) => Promise<void>;
};

/**
 * Looks at one site that is due and keeps what stands there; a page that vanished goes, one that could not be had
 * stays. Returns whether there was one. `stopped`: breaks a look off, and the site is due again.
 */
export async function syncDueWebsite(needs: WebsiteNeeds, stopped: AbortSignal): Promise<boolean> {
  const { database } = needs;
  const websites = await needs.websites();
  const ids = websites.map(({ id }) => id);
  await database.transaction(async (client) => {
    if (await keepSites(client, ids)) await raiseKnowledgeRevision(client);
  });
  const claimed = await claimSite(database, leaseMs);
  const website = websites.find(({ id }) => id === claimed?.site);
  if (claimed === undefined || website === undefined) return false;
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(lookMs)]);
  const known = new Map((await readKnownPages(database, website.id)).map((page) => [page.url, page]));
  const hosts = hostsOf(website);
  const rules = { hosts, privateHosts: needs.privateHosts };
  const crawled = await crawlSite(website, known, {
    fetchPage: createPageFetcher({ rules }, hosts, signal),
    wait: needs.wait ?? ((ms) => rest(ms, undefined, { signal }).catch(() => undefined)),
    signal,
  });
  await keep(needs, website, claimed, crawled, stopped.aborted);
  return true;
}

async function keep(
  { database, log }: WebsiteNeeds,
  website: Website,
  claimed: ClaimedSite,
  crawled: Crawled,
  brokenOff: boolean,
): Promise<void> {
  const { taken, unchanged, kept, problems, complete } = crawled;
  const site = website.id;
  await database.transaction(async (client) => {
    let changed = 0;
    for (const page of taken) if (await savePage(client, site, page)) changed += 1;
    const there = [...taken.map(({ url }) => url), ...unchanged, ...kept];
    // What was not looked at may still be there; so may everything, when nothing could be had.
    const sure = complete && taken.length + unchanged.length > 0;
    const gone = sure ? await deleteOtherPages(client, site, there) : 0;
    const report = {
      taken: taken.length,
      unchanged: unchanged.length,
      gone,
      complete,
      problems: [...problems],
    };
    const dueInMs = brokenOff ? 0 : website.everyHours * hourMs;
    if (!(await finishSite(client, claimed, dueInMs, report)))
      throw new Error(`Another node looks at site "${site}" by now; what was found is not kept`);
    if (changed + gone > 0) await raiseKnowledgeRevision(client);
    log.info('website.looked-at', { site, taken: taken.length, changed, gone, problems: problems.length });
  });
}
