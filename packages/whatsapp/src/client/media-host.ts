import type { GraphAuth } from './graph-address.ts';

/**
 * Hosts that Meta hands files out from, beside the Graph API itself.
 * Source: Cloud API docs, "Media" (download URLs on lookaside.fbsbx.com), and the hosts its CDN
 * redirects to, read 2026-11-21.
 */
const metaHosts = /^(?:graph\.facebook\.com|lookaside\.fbsbx\.com|(?:[a-z0-9-]+\.)+(?:fbcdn|whatsapp)\.net)$/;
const loopbackHosts = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Who may be given the secret: `baseUrl` is the configured Graph API. */
export type SecretOwner = { baseUrl: URL; auth: GraphAuth };

/** Whether the secret is a token of Meta's rather than a provider's own key. */
function isMetasToken(auth: GraphAuth): boolean {
  return auth.header.toLowerCase() === 'authorization';
}

/**
 * Whether the secret may go to this address: the configured Graph API's own host, or, with a token
 * of Meta's, one of Meta's over TLS. With a Graph API on this machine (a simulator), any port of
 * this machine. An address comes from an answer, so anything else could be somebody's who wants it.
 */
export function mayCarryToken(url: URL, { baseUrl, auth }: SecretOwner): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackHosts.test(baseUrl.hostname) && loopbackHosts.test(url.hostname))
    return url.protocol === 'http:' || url.protocol === 'https:';
  if (url.origin === baseUrl.origin) return true;
  if (!isMetasToken(auth)) return false;
  return url.protocol === 'https:' && url.port === '' && metaHosts.test(url.hostname);
}

/**
 * Where to fetch a file from. A provider with a key of its own hands out Meta's addresses, which do
 * not know that key: its own host stands in for Meta's, with the same path and query.
 * Source: 360dialog docs, "Media": replace https://lookaside.fbsbx.com with
 * https://waba-v2.360dialog.io.
 */
export function downloadAddress(url: URL, { baseUrl, auth }: SecretOwner): URL {
  if (isMetasToken(auth) || !metaHosts.test(url.hostname)) return url;
  return new URL(`${url.pathname}${url.search}`, baseUrl.origin);
}
