import { present } from '../webhook/present.ts';
import type { GraphAccess } from './graph-access.ts';
import { graphHeaders } from './graph-address.ts';
import { isSameHash, mediaHash } from './media-hash.ts';
import { downloadAddress, mayCarryToken, type SecretOwner } from './media-host.ts';
import type { DownloadResult, MediaDescription } from './media-result.ts';
import { readLimited } from './read-limited.ts';
import { readRejection } from './read-rejection.ts';

/** What Meta answers for an address that is older than five minutes. */
const expiredStatuses = new Set([404, 410]);
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 3;

/**
 * Fetches a described file once and checks it. Waits `timeoutMs` for the answer to begin and
 * for each next piece; the whole is bounded by the caller's signal. Follows redirects only to where
 * the secret may go. Never throws.
 */
export async function downloadOnce(
  access: GraphAccess,
  media: MediaDescription,
  mostBytes: number,
  signal: AbortSignal,
): Promise<DownloadResult> {
  const owner: SecretOwner = { baseUrl: new URL(access.baseUrl), auth: access.auth };
  const doFetch = access.fetch ?? globalThis.fetch;
  const headers = graphHeaders(access.auth);
  let url = downloadAddress(new URL(media.url), owner);
  for (let redirects = 0; ; redirects += 1) {
    if (!mayCarryToken(url, owner)) return { kind: 'foreign-host', host: url.host };
    const stalled = new AbortController();
    const patience = setTimeout(() => stalled.abort(stallError()), access.timeoutMs);
    try {
      const limited = AbortSignal.any([signal, stalled.signal]);
      const response = await doFetch(url, { headers, redirect: 'manual', signal: limited });
      const next = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
      if (next !== null && redirects < mostRedirects && URL.canParse(next, url.href)) {
        await response.body?.cancel();
        url = downloadAddress(new URL(next, url), owner);
        continue;
      }
      if (expiredStatuses.has(response.status)) {
        await response.body?.cancel();
        return { kind: 'gone', httpStatus: response.status };
      }
      if (!response.ok) return await readRejection(response, access.auth, (access.retry?.now ?? Date.now)());
      const bytes = await readLimited(response, mostBytes, () => patience.refresh());
      return bytes === undefined ? { kind: 'too-large', mostBytes } : checked(bytes, media);
    } catch (cause) {
      return { kind: 'unanswered', cause };
    } finally {
      clearTimeout(patience);
    }
  }
}

/** The hash decides where Meta gives one; only without it does the size. */
function checked(bytes: Uint8Array, media: MediaDescription): DownloadResult {
  const sha256 = mediaHash(bytes);
  if (media.sha256 !== undefined && !isSameHash(sha256, media.sha256))
    return { kind: 'damaged', why: `${bytes.length} bytes came whose SHA-256 is not the one Meta gives` };
  if (media.sha256 === undefined && media.sizeBytes !== undefined && media.sizeBytes !== bytes.length)
    return { kind: 'damaged', why: `${bytes.length} bytes came of a file of ${media.sizeBytes}` };
  return { kind: 'downloaded', bytes, sha256, ...present({ mimeType: media.mimeType }) };
}

function stallError(): Error {
  return new Error('No answer, or no further piece of the file, came in time');
}
