/**
 * Whether an address may be shown to customers: https, no name or password in it, and on one of these
 * hosts or below it ("ups.example" allows "track.ups.example"). Core has no URL parser, so anything
 * but a plain host is refused.
 */
export function isAllowedLink(url: string, hosts: readonly string[]): boolean {
  const host = /^https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::443)?(?:[/?#][^\s\\]*)?$/iu.exec(url)?.[1];
  if (host === undefined) return false;
  const named = host.toLowerCase();
  return hosts.some((allowed) => named === allowed || named.endsWith(`.${allowed}`));
}
