import robotsParser from 'robots-parser';
import { z } from 'zod';
import { agentName, type PageFetcher } from './fetch-page.ts';

/** What the owners of a host ask of programs. `delayMs`: between two requests; `siteMaps`: where they list pages. */
export type HostRules = {
  allows(url: string): boolean;
  readonly delayMs: number;
  readonly siteMaps: readonly string[];
};

type Robots = {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
  getSitemaps(): readonly string[];
};

/** The package declares itself as a module of another kind than it is. */
const parseRobots = z
  .custom<(address: string, text: string) => Robots>((value) => typeof value === 'function')
  .parse(robotsParser);

/** Nobody may make us wait for longer between two pages. */
const longestDelayMs = 10_000;

/**
 * The rules of each host, read once. A host without robots.txt allows everything; one whose robots.txt cannot be
 * had allows nothing for now. Source: RFC 9309, section 2.3.1.
 */
export function createRobots(fetchPage: PageFetcher): (url: string) => Promise<HostRules> {
  const known = new Map<string, Promise<HostRules>>();
  return async (url) => {
    const { origin } = new URL(url);
    const rules = known.get(origin) ?? readRules(origin, fetchPage);
    known.set(origin, rules);
    return rules;
  };
}

async function readRules(origin: string, fetchPage: PageFetcher): Promise<HostRules> {
  const address = `${origin}/robots.txt`;
  const fetched = await fetchPage(address, {});
  if (fetched.kind === 'failed') return { allows: () => false, delayMs: 0, siteMaps: [] };
  const text = fetched.kind === 'page' ? new TextDecoder().decode(fetched.bytes) : '';
  const robots = parseRobots(address, text);
  return {
    allows: (url) => robots.isAllowed(url, agentName) !== false,
    delayMs: Math.min(longestDelayMs, (robots.getCrawlDelay(agentName) ?? 0) * 1_000),
    siteMaps: robots.getSitemaps(),
  };
}
