import type { Business } from '../business/business.ts';

/** Where links to customers may lead whose host comes out of a table or a tool: the hosts a business names, and those of its own web pages. */
export function linkHosts({
  orders,
  escalation,
  linkHosts: allowed = [],
}: Pick<Business, 'orders' | 'escalation'> & Partial<Pick<Business, 'linkHosts'>>): readonly string[] {
  const own = escalation.flatMap((path) => {
    const host = path.kind === 'web' ? /^https:\/\/([^/?#:@]+)/iu.exec(path.url)?.[1] : undefined;
    return host === undefined ? [] : [host.toLowerCase()];
  });
  return [...new Set([...allowed, ...(orders?.linkHosts ?? []), ...own])];
}
