/**
 * Hosts that Meta hands files out from, beside the Graph API itself.
 * Source: Cloud API docs, "Media" (download URLs on lookaside.fbsbx.com), and the hosts its CDN
 * redirects to, read 2026-11-21.
 */
const metaHosts = /^(?:graph\.facebook\.com|lookaside\.fbsbx\.com|(?:[a-z0-9-]+\.)+(?:fbcdn|whatsapp)\.net)$/;
const loopbackHosts = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the access token may go to this address: the configured Graph API's own host, or one of
 * Meta's over TLS. With a Graph API on this machine (a simulator), any port of this machine. An
 * address comes from an answer, so anything else could be somebody's who wants the token.
 */
export function mayCarryToken(url: URL, baseUrl: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  if (loopbackHosts.test(baseUrl.hostname) && loopbackHosts.test(url.hostname))
    return url.protocol === 'http:' || url.protocol === 'https:';
  if (url.origin === baseUrl.origin) return true;
  return url.protocol === 'https:' && url.port === '' && metaHosts.test(url.hostname);
}
