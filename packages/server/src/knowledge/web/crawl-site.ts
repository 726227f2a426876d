import { hostsOf, type Website } from '@ambit/core/knowledge/website';
import type { Fetched, PageFetcher, Validators } from './fetch-page.ts';
import { createRobots, type HostRules } from './robots.ts';

/** A page taken before. */
export type KnownPage = {
  readonly url: string;
  readonly validators: Validators;
  readonly links: readonly string[];
};

/** A page to keep from now on. */
export type TakenPage = KnownPage & {
  readonly title: string;
  readonly markdown: string;
  readonly language?: string;
};

/**
 * What a look at a site found. `unchanged`: pages that are as they were; `kept`: those of which nobody knows;
 * every other known page is gone. `problems`: what could not be taken, and why. `complete`: all was looked at.
 */
export type Crawled = {
  readonly taken: readonly TakenPage[];
  readonly unchanged: readonly string[];
  readonly kept: readonly string[];
  readonly problems: readonly string[];
  readonly complete: boolean;
};

const mostProblems = 50;
/** Pages asked for, for each that may be taken. */
const attemptsAPage = 4;
/** Between two requests, where the host does not ask for more. */
const politeMs = 100;

type Visit = { readonly url: string; readonly depth: number };

/**
 * Looks at the pages of a site, breadth first: within its hosts, its depth, its number of pages, what robots.txt
 * allows and as slowly as that asks for. `known`: what was taken before. `signal`: ends it early.
 */
export async function crawlSite(
  website: Website,
  known: ReadonlyMap<string, KnownPage>,
  needs: {
    readonly fetchPage: PageFetcher;
    readonly wait: (ms: number) => Promise<void>;
    readonly signal: AbortSignal;
  },
): Promise<Crawled> {
  const hosts = hostsOf(website);
  const robots = createRobots(needs.fetchPage);
  const queue: Visit[] = website.start.map((url) => ({ url: plain(url), depth: 0 }));
  if (website.sitemap) queue.push(...(await mapped(website, robots, needs.fetchPage)));
  const seen = new Set<string>();
  const taken = new Map<string, TakenPage>();
  const unchanged = new Set<string>();
  const kept = new Set<string>();
  const problems: string[] = [];
  const note = (url: string, why: string): void => {
    if (problems.length < mostProblems) problems.push(`${url}: ${why}`);
  };
  const follow = (links: readonly string[], depth: number): void => {
    if (depth >= website.depth) return;
    for (const url of links) if (!seen.has(url)) queue.push({ url, depth: depth + 1 });
  };

  let asked = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { url, depth } = next;
    if (seen.has(url) || !hosts.includes(URL.parse(url)?.host ?? '')) continue;
    seen.add(url);
    if (needs.signal.aborted || taken.size + unchanged.size >= website.mostPages) break;
    const rules = await robots(url);
    if (!rules.allows(url)) {
      note(url, 'robots.txt does not allow it');
      continue;
    }
    if (asked >= website.mostPages * attemptsAPage) break;
    if (asked > 0) await needs.wait(Math.max(politeMs, rules.delayMs));
    asked += 1;
    const before = known.get(url);
    const fetched = await needs.fetchPage(url, before?.validators ?? {});
    switch (fetched.kind) {
      case 'unchanged':
        unchanged.add(url);
        follow(before?.links ?? [], depth);
        break;
      case 'gone':
        note(url, fetched.why);
        break;
      case 'failed':
        note(url, fetched.why);
        kept.add(url);
        follow(before?.links ?? [], depth);
        break;
      case 'page':
        await take(url, depth, fetched);
        break;
    }
  }
  const complete = queue.length === 0 && !needs.signal.aborted;
  return { taken: [...taken.values()], unchanged: [...unchanged], kept: [...kept], problems, complete };

  async function take(
    url: string,
    depth: number,
    fetched: Extract<Fetched, { kind: 'page' }>,
  ): Promise<void> {
    const page = await (await reading()).readPage(fetched).catch((error: unknown) => {
      note(url, error instanceof Error ? error.message : String(error));
      return undefined;
    });
    if (page === undefined) return;
    const own = page.canonical ?? plain(fetched.url);
    // A page that goes by another address is taken there, once.
    if (own !== url && hosts.includes(new URL(own).host)) {
      if (!seen.has(own)) queue.unshift({ url: own, depth });
      return;
    }
    follow(page.links, depth);
    if (page.markdown === undefined) return;
    const language = website.language ?? page.language;
    const { title, markdown, links } = page;
    const validators = fetched.validators;
    const spoken = language === undefined ? {} : { language };
    taken.set(url, { url, title, markdown, links, validators, ...spoken });
  }
}

/** The pages that the site's own maps name, one list of maps deep. */
async function mapped(
  website: Website,
  robots: (url: string) => Promise<HostRules>,
  fetchPage: PageFetcher,
): Promise<readonly Visit[]> {
  const [first = ''] = website.start;
  const { siteMaps } = await robots(first);
  const maps = siteMaps.length > 0 ? siteMaps : [new URL('/sitemap.xml', first).href];
  const found: string[] = [];
  for (const map of maps.slice(0, 5)) {
    for (const address of await addressesOf(map, fetchPage)) {
      if (/\.xml$/i.test(address)) found.push(...(await addressesOf(address, fetchPage)));
      else found.push(address);
      if (found.length >= website.mostPages) break;
    }
  }
  return found.slice(0, website.mostPages).map((url) => ({ url: plain(url), depth: 0 }));
}

async function addressesOf(map: string, fetchPage: PageFetcher): Promise<readonly string[]> {
  const fetched = await fetchPage(map, {});
  return fetched.kind === 'page' ? (await reading()).readSiteMap(fetched.bytes) : [];
}

function plain(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  url.hash = '';
  return url.href;
}

/** Loaded with the first page: most nodes read none. */
const reading = () => import('./read-page.ts');
