import { Agent, request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';

/** A request whose body is a text. `timeoutMs`: for the whole exchange. */
export type TextRequest = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly timeoutMs: number;
  /** A longer answer is cut there. */
  readonly mostBytes: number;
};

/** An answer, as far as it came. `cut`: why it ended before its end. */
export type TextAnswer = {
  readonly status: number;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: Buffer;
  readonly cut?: Error;
};

/**
 * Makes one request over node:http, which does less for it than `fetch`, and keeps connections open as
 * long. Follows no redirects. Rejects when no answer began, with what `provesNotSent` understands.
 */
export function exchangeText(request: TextRequest, signal: AbortSignal): Promise<TextAnswer> {
  return new Promise((resolve, reject) => {
    const sent = open(request);
    let begun = false;
    const unanswered = (why: Error): void => {
      if (!begun) reject(why);
    };
    const onAbort = (): void => {
      sent.destroy(calledOff(signal.reason));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    const timer = setTimeout(() => sent.destroy(late(request.timeoutMs)), request.timeoutMs);
    sent.once('close', () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      unanswered(new Error('The connection was closed before an answer'));
    });
    sent.on('error', unanswered);
    sent.once('response', (response) => {
      begun = true;
      readBody(response, request.mostBytes, (body, cut) => {
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: headersOf(response), body, ...(cut === undefined ? {} : { cut }) });
      });
    });
    limitConnecting(sent);
    sent.end(request.body);
  });
}

/** As `fetch` does: idle connections are left after 4 s, or sooner if the server says so. */
const idleMs = 4_000;
const agent = new Agent({ keepAlive: true, timeout: idleMs });
const secureAgent = new SecureAgent({ keepAlive: true, timeout: idleMs });
/** As long as `fetch` waits. */
const connectingMs = 10_000;

function open({ url, method, headers, body }: TextRequest): ClientRequest {
  const address = addressOf(url);
  const options = {
    ...address,
    method,
    // The length is told, or node:http leaves the body of a DELETE out.
    headers: { ...namesAndValues(headers), 'content-length': Buffer.byteLength(body) },
  };
  return address.secure
    ? requestHttps({ ...options, agent: secureAgent })
    : requestHttp({ ...options, agent });
}

type Address = {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
};

/** Of an address that is asked all day, found out once. */
const addresses = new WeakMap<URL, { readonly href: string; readonly address: Address }>();

function addressOf(url: URL): Address {
  const known = addresses.get(url);
  if (known?.href === url.href) return known.address;
  const address = {
    secure: url.protocol === 'https:',
    // An address of IPv6 stands in brackets only in a URL.
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    path: `${url.pathname}${url.search}`,
  };
  addresses.set(url, { href: url.href, address });
  return address;
}

function namesAndValues(headers: Headers): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {};
  for (const [name, value] of headers) pairs[name] = value;
  return pairs;
}

/** A server that cannot be reached was sent nothing. */
function limitConnecting(sent: ClientRequest): void {
  sent.once('socket', (socket) => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => sent.destroy(new NotConnected()), connectingMs);
    socket.once('connect', () => clearTimeout(timer));
    socket.once('close', () => clearTimeout(timer));
  });
}

function calledOff(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The request was called off', { cause: reason });
}

function late(timeoutMs: number): Error {
  return new DOMException(`No whole answer in ${timeoutMs} ms`, 'TimeoutError');
}

class NotConnected extends Error {
  readonly code = 'ETIMEDOUT';
  readonly syscall = 'connect';
  constructor() {
    super(`Not connected in ${connectingMs} ms`);
    this.name = 'NotConnected';
  }
}

function readBody(
  response: IncomingMessage,
  mostBytes: number,
  done: (body: Buffer, cut: Error | undefined) => void,
): void {
  const pieces: Buffer[] = [];
  let size = 0;
  response.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size <= mostBytes) pieces.push(piece);
    else response.destroy(new Error(`The answer is longer than ${mostBytes} bytes`));
  });
  response.once('end', () =>
    done(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces), undefined),
  );
  response.once('error', (error) => done(Buffer.concat(pieces), error));
  response.once('close', () => done(Buffer.concat(pieces), new Error('The answer broke off')));
}

function headersOf({ headers }: IncomingMessage): Pick<Headers, 'get'> {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
