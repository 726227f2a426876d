import type { IncomingMessage } from 'node:http';
import { guardedRequest, type Outbound } from '../../tools/outbound/guarded-request.ts';

/** How the program names itself to web sites, and in their robots.txt. */
export const agentName = 'AmbitBot';
const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);
const mostBytes = 5_000_000;
const withinMs = 20_000;

/** What makes a server say that nothing has changed. */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/**
 * What came of asking for a page. `url`: where it was in the end; `gone`: it is not there, or not for us;
 * `failed`: nobody knows, so what was taken before stays.
 */
export type Fetched =
  | {
      readonly kind: 'page';
      readonly url: string;
      readonly contentType: string;
      readonly bytes: Uint8Array;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** Gets pages of some hosts, and of no others, however they redirect. Never throws. */
export type PageFetcher = (url: string, validators: Validators) => Promise<Fetched>;

export function createPageFetcher(
  outbound: Outbound,
  hosts: readonly string[],
  stopped: AbortSignal,
): PageFetcher {
  return async (address, validators) => {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(withinMs)]);
    let url = URL.parse(address);
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      if (url === null || !hosts.includes(url.host)) return { kind: 'gone', why: 'it leads to another host' };
      const answer = await guardedRequest(
        outbound,
        { method: 'GET', url, headers: headers(validators) },
        signal,
      );
      if (answer.kind === 'failed') {
        const { kind, why } = answer.failure;
        return { kind: kind === 'not-allowed' ? 'gone' : 'failed', why };
      }
      const { response } = answer;
      const { location } = response.headers;
      if (!redirects.has(response.statusCode ?? 0) || location === undefined) return readPage(url, response);
      response.destroy();
      url = URL.parse(location, url.href);
    }
    return { kind: 'gone', why: `there were more than ${mostRedirects} redirects` };
  };
}

function headers({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
  return {
    'user-agent': `${agentName}/1.0 (a business's own pages, read to answer its customers)`,
    accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.5, application/xml;q=0.5',
    'accept-encoding': 'identity',
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
  };
}

async function readPage(url: URL, response: IncomingMessage): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  if (status !== 200) {
    response.destroy();
    if (status === 304) return { kind: 'unchanged' };
    const transient = status >= 500 || status === 408 || status === 429;
    return { kind: transient ? 'failed' : 'gone', why: `it answered ${status}` };
  }
  const bytes = await readBytes(response);
  if (typeof bytes === 'string')
    return { kind: bytes === 'too-large' ? 'gone' : 'failed', why: `it is ${bytes}` };
  const { etag, 'last-modified': lastModified, 'content-type': contentType = '' } = response.headers;
  return {
    kind: 'page',
    url: url.href,
    contentType,
    bytes,
    validators: {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    },
  };
}

async function readBytes(response: IncomingMessage): Promise<Uint8Array | 'too-large' | 'cut'> {
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    response.destroy();
    return 'cut';
  }
  const chunks: Buffer[] = [];
  let count = 0;
  try {
    const pieces: AsyncIterable<unknown> = response;
    for await (const piece of pieces) {
      if (!Buffer.isBuffer(piece)) return 'cut';
      count += piece.length;
      if (count > mostBytes) {
        response.destroy();
        return 'too-large';
      }
      chunks.push(piece);
    }
  } catch {
    return 'cut';
  }
  return response.complete ? new Uint8Array(Buffer.concat(chunks)) : 'cut';
}
