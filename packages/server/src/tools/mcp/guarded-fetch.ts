import { Readable, Transform } from 'node:stream';
import { guardedRequest, type Outbound } from '../outbound/guarded-request.ts';

const mostBytes = 5_000_000;

/**
 * `fetch` that goes only where tools may go, follows no redirects and reads no more than 5 MB of an answer. A GET,
 * by which MCP servers speak unasked, is answered as a server does that has nothing to say.
 * Source: Model Context Protocol 2025-11-25, "Listening for Messages from the Server".
 */
export function createGuardedFetch(outbound: Outbound): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const method = init?.method ?? 'GET';
    if (method === 'GET') return new Response(null, { status: 405 });
    const asked = await guardedRequest(
      outbound,
      {
        method,
        url,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), 'accept-encoding': 'identity' },
        ...(typeof init?.body === 'string' ? { body: init.body } : {}),
      },
      init?.signal ?? new AbortController().signal,
    );
    if (asked.kind === 'failed') throw new UnreachableHost(asked.failure, asked.sent);
    const { response } = asked;
    const status = response.statusCode ?? 502;
    const headers = new Headers();
    for (const [name, value] of Object.entries(response.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    if ([204, 205, 304].includes(status)) {
      response.resume();
      return new Response(null, { status, headers });
    }
    // `redirect: 'error'` is what the client asks for.
    if (status >= 300 && status < 400) {
      response.destroy();
      throw new UnreachableHost({ kind: 'not-allowed', why: 'the answer was a redirect' }, true);
    }
    const counted = response.pipe(limit());
    response.once('error', (error) => counted.destroy(error));
    counted.once('close', () => response.destroy());
    return new Response(Readable.toWeb(counted), { status, headers });
  };
}

/** A request that got no answer, and why. */
export class UnreachableHost extends Error {
  readonly failure: {
    readonly kind: 'timeout' | 'refused' | 'cut' | 'not-allowed';
    readonly why: string;
  };
  readonly sent: boolean;
  constructor(failure: UnreachableHost['failure'], sent: boolean) {
    super(failure.why);
    this.failure = failure;
    this.sent = sent;
  }
}

function limit(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) done(new Error(`the answer is larger than ${mostBytes} bytes`));
      else done(null, chunk);
    },
  });
}
