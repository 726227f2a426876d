import type { IncomingMessage } from 'node:http';
import type { HttpTool } from '@ambit/core/tool/declared-tool';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import { guardedRequest, type GuardedRequest, type Outbound } from '../outbound/guarded-request.ts';
import { readBody } from '../outbound/read-body.ts';

/** One attempt: what the back end said, or why it said nothing. `sent`: it may have read the request. */
export type Exchange =
  | { readonly kind: 'response'; readonly status: number; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly failure: ToolFailure;
      readonly sent: boolean;
      readonly status?: number;
    };

const mostRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Sends a request and reads the answer to its end, within the signal's time. Follows redirects of what only reads. */
export async function exchange(
  outbound: Outbound,
  tool: Pick<HttpTool, 'method' | 'effects' | 'redirectHosts' | 'maxBytes'>,
  request: GuardedRequest,
  signal: AbortSignal,
): Promise<Exchange> {
  let next = request;
  for (let followed = 0; ; followed += 1) {
    const answer = await guardedRequest(outbound, next, signal);
    if (answer.kind === 'failed') return answer;
    const { response } = answer;
    const status = response.statusCode ?? 0;
    const location = redirects.has(status) ? response.headers.location : undefined;
    if (location === undefined || tool.method !== 'GET' || tool.effects !== 'none')
      return readAnswer(response, status, tool.maxBytes, signal);
    response.destroy();
    const target = redirectTarget(next.url, location, tool.redirectHosts);
    if (target === undefined) return notAllowed('the answer was a redirect to another host', status);
    if (followed === mostRedirects)
      return notAllowed(`there were more than ${mostRedirects} redirects`, status);
    // What signs us in is for the host it was set for.
    const { accept = '*/*', 'user-agent': agent = 'ambit' } = request.headers;
    next = {
      method: 'GET',
      url: target,
      headers: target.origin === request.url.origin ? request.headers : { accept, 'user-agent': agent },
    };
  }
}

function redirectTarget(from: URL, location: string, hosts: readonly string[]): URL | undefined {
  const target = URL.parse(location, from.href);
  if (target === null) return undefined;
  if (from.protocol === 'https:' && target.protocol !== 'https:') return undefined;
  return target.host === from.host || hosts.includes(target.hostname) ? target : undefined;
}

async function readAnswer(
  response: IncomingMessage,
  status: number,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange> {
  const body = await readBody(response, maxBytes);
  switch (body.kind) {
    case 'text':
      return { kind: 'response', status, text: body.text };
    case 'too-large':
      return failed('bad-shape', `the answer is larger than ${maxBytes} bytes`, status);
    case 'not-text':
      return failed('bad-shape', 'the answer is not plain UTF-8 text', status);
    case 'cut':
      return signal.aborted
        ? failed('timeout', 'the answer did not end in time', status)
        : failed('cut', 'the answer ended early', status);
  }
}

function failed(kind: ToolFailure['kind'], why: string, status: number): Exchange {
  return { kind: 'failed', failure: { kind, why }, sent: true, status };
}

function notAllowed(why: string, status: number): Exchange {
  return { kind: 'failed', failure: { kind: 'not-allowed', why }, sent: true, status };
}
