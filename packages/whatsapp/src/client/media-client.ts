import { z } from 'zod';
import { present } from '../webhook/present.ts';
import { WireNumber, maybe } from '../webhook/wire-value.ts';
import { graphAddress, graphHeaders } from './graph-address.ts';
import type { GraphClientOptions } from './graph-client.ts';
import { isSameHash, mediaHash } from './media-hash.ts';
import { mayCarryToken } from './media-host.ts';
import type { DescribeResult, DownloadResult, MediaDescription } from './media-result.ts';
import { readLimited } from './read-limited.ts';
import { readRejection } from './read-rejection.ts';

export type MediaClient = {
  describe(mediaId: string, signal: AbortSignal): Promise<DescribeResult>;
  /** Describes and fetches; an address that has expired meanwhile is asked for once more. */
  download(mediaId: string, limit: { mostBytes: number }, signal: AbortSignal): Promise<DownloadResult>;
};

const Described = z.object({
  url: z.url(),
  mime_type: maybe(z.string()),
  sha256: maybe(z.string()),
  file_size: maybe(WireNumber),
});

/** What Meta answers for an address that is older than five minutes. */
const expiredStatuses = new Set([404, 410]);
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 3;

/**
 * A client of the files customers send to one number. Its calls never throw: what went wrong is in
 * the result. `timeoutMs` of the options is how long it waits for an answer to begin and for each
 * next piece of a file; the whole is bounded by the caller's signal.
 * Throws if `baseUrl` is not an address or the auth header cannot be sent.
 * Source: Cloud API docs, "Media", read 2026-11-21.
 */
export function createMediaClient(options: GraphClientOptions): MediaClient {
  const baseUrl = graphAddress(options.baseUrl, []);
  const headers = graphHeaders(options.auth);
  const doFetch = options.fetch ?? globalThis.fetch;

  async function describe(mediaId: string, signal: AbortSignal): Promise<DescribeResult> {
    const url = graphAddress(options.baseUrl, [options.version, mediaId]);
    if (options.phoneNumberId !== '') url.searchParams.set('phone_number_id', options.phoneNumberId);
    try {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]);
      const response = await doFetch(url, { headers, redirect: 'manual', signal: limited });
      if (!response.ok) return await readRejection(response);
      const wire = Described.parse(await response.json());
      const sizes = { mimeType: wire.mime_type, sha256: wire.sha256, sizeBytes: wire.file_size };
      return { kind: 'described', media: { url: wire.url, ...present(sizes) } };
    } catch (cause) {
      return { kind: 'unanswered', cause };
    }
  }

  async function fetchFile(
    media: MediaDescription,
    mostBytes: number,
    signal: AbortSignal,
  ): Promise<DownloadResult> {
    let url = new URL(media.url);
    for (let redirects = 0; ; redirects += 1) {
      if (!mayCarryToken(url, baseUrl)) return { kind: 'foreign-host', host: url.host };
      const stalled = new AbortController();
      const patience = setTimeout(() => stalled.abort(stallError()), options.timeoutMs);
      try {
        const limited = AbortSignal.any([signal, stalled.signal]);
        const response = await doFetch(url, { headers, redirect: 'manual', signal: limited });
        const next = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
        if (next !== null && redirects < mostRedirects && URL.canParse(next, url.href)) {
          await response.body?.cancel();
          url = new URL(next, url);
          continue;
        }
        if (expiredStatuses.has(response.status)) {
          await response.body?.cancel();
          return { kind: 'gone', httpStatus: response.status };
        }
        if (!response.ok) return await readRejection(response);
        const bytes = await readLimited(response, mostBytes, () => patience.refresh());
        return bytes === undefined ? { kind: 'too-large', mostBytes } : checked(bytes, media);
      } catch (cause) {
        return { kind: 'unanswered', cause };
      } finally {
        clearTimeout(patience);
      }
    }
  }

  async function attempt(mediaId: string, mostBytes: number, signal: AbortSignal): Promise<DownloadResult> {
    const described = await describe(mediaId, signal);
    if (described.kind !== 'described') return described;
    const { media } = described;
    if (media.sizeBytes !== undefined && media.sizeBytes > mostBytes) return { kind: 'too-large', mostBytes };
    return fetchFile(media, mostBytes, signal);
  }

  return {
    describe,
    async download(mediaId, { mostBytes }, signal) {
      const first = await attempt(mediaId, mostBytes, signal);
      return first.kind === 'gone' ? attempt(mediaId, mostBytes, signal) : first;
    },
  };
}

function checked(bytes: Uint8Array, media: MediaDescription): DownloadResult {
  const sha256 = mediaHash(bytes);
  if (media.sha256 !== undefined && !isSameHash(sha256, media.sha256))
    return { kind: 'damaged', why: `${bytes.length} bytes came whose SHA-256 is not the one Meta gives` };
  return { kind: 'downloaded', bytes, sha256, ...present({ mimeType: media.mimeType }) };
}

function stallError(): Error {
  return new Error('No answer, or no further piece of the file, came in time');
}
