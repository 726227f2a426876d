import { BlockList, isIP } from 'node:net';

/**
 * Where tools may connect to. `hosts`: only these, when given. `privateHosts`: names and addresses (each with a
 * port or without) that may be private and may be spoken to without TLS, such as "127.0.0.1:8080" or "erp.internal".
 */
export type OutboundRules = {
  readonly hosts: readonly string[] | undefined;
  readonly privateHosts: readonly string[];
};

/**
 * Addresses that are not public. Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries, read 2026-11-22;
 * the ranges that carry an IPv4 address inside (NAT64, 6to4, Teredo) are left out as a whole.
 */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4');

/** Only this part of IPv6 is given out at all, and not all of it is public. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');
const notPublic6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  notPublic6.addSubnet(network, prefix, 'ipv6');

/** Whether everybody on the internet could mean this address. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic.check(address, 'ipv4');
    case 6:
      return globalUnicast.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
    default:
      return false;
  }
}

/** What a tool may do at an address: `public` addresses only, also `private` ones, or nothing. */
export type Permission =
  | { readonly kind: 'public' | 'private' }
  | { readonly kind: 'not-allowed'; readonly why: string };

/** What may be done with a URL's host. Names are as the URL class writes them: lower case, IPv4 dotted. */
export function permissionFor(url: URL, rules: OutboundRules): Permission {
  const isPrivate = rules.privateHosts.some((host) => isHost(host, url));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isPrivate))
    return {
      kind: 'not-allowed',
      why: `${url.host} may only be spoken to over https; if it is of your own network, name it in AMBIT_TOOL_PRIVATE_HOSTS`,
    };
  if (url.username !== '' || url.password !== '')
    return { kind: 'not-allowed', why: 'an address holds a name or a password' };
  if (isPrivate) return { kind: 'private' };
  if (rules.hosts !== undefined && !rules.hosts.some((host) => isHost(host, url)))
    return {
      kind: 'not-allowed',
      why: `${url.hostname} is not among the hosts that tools may reach (AMBIT_TOOL_HOSTS)`,
    };
  return { kind: 'public' };
}

function isHost(listed: string, url: URL): boolean {
  const asUrl = URL.parse(`${url.protocol}//${listed}`);
  if (asUrl === null || asUrl.hostname !== url.hostname) return false;
  return asUrl.port === url.port || !/:\d+$/.test(listed.replace(/\[.*\]/, ''));
}
