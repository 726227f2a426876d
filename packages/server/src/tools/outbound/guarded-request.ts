import { lookup as lookupName } from 'node:dns/promises';
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, permissionFor, type OutboundRules } from './outbound-rules.ts';

/** Every address of a name. */
export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** What a request is made with beyond itself. `resolve`: other than the machine's resolver, for tests. */
export type Outbound = { readonly rules: OutboundRules; readonly resolve?: Resolve };

export type GuardedRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/**
 * What came of a request. `sent`: the back end may have read it, so it may have done what it was asked.
 */
export type GuardedAnswer =
  | { readonly kind: 'response'; readonly response: IncomingMessage }
  | {
      readonly kind: 'failed';
      readonly failure: {
        readonly kind: 'timeout' | 'refused' | 'cut' | 'not-allowed';
        readonly why: string;
      };
      readonly sent: boolean;
    };

const agents = { http: new Agent({ keepAlive: false }), https: new TlsAgent({ keepAlive: false }) };

/**
 * Makes one request and no other: redirects are the caller's. The host's name is resolved here, every address of it
 * is held against the rules, and the connection goes to an address that passed, whatever the name means by then.
 * Never throws.
 */
export async function guardedRequest(
  { rules, resolve = resolveName }: Outbound,
  { method, url, headers, body }: GuardedRequest,
  signal: AbortSignal,
): Promise<GuardedAnswer> {
  const permission = permissionFor(url, rules);
  if (permission.kind === 'not-allowed') return failed('not-allowed', permission.why, false);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (signal.aborted) return failed('timeout', 'there was no time left', false);
  const found = await addressesOf(host, resolve, signal);
  if (found.kind === 'failed') return found;
  const usable =
    permission.kind === 'private'
      ? found.addresses
      : found.addresses.every(({ address }) => isPublicAddress(address))
        ? found.addresses
        : [];
  const [first] = usable;
  if (first === undefined)
    return failed(
      'not-allowed',
      `${host} has an address that is not public; if it is of your own network, name it in AMBIT_TOOL_PRIVATE_HOSTS`,
      false,
    );

  return new Promise((settle) => {
    let sent = false;
    const lookup: LookupFunction = (_host, options, done) => {
      if (options.all === true) done(null, [...usable]);
      else done(null, first.address, first.family);
    };
    const options = {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      },
      lookup,
      maxHeaderSize: 32_768,
    };
    const isTls = url.protocol === 'https:';
    let made: ClientRequest;
    try {
      made = isTls
        ? httpsRequest(url, { ...options, agent: agents.https })
        : httpRequest(url, { ...options, agent: agents.http });
    } catch (error) {
      // A header that Node refuses to send.
      settle(failed('not-allowed', codeOf(error), false));
      return;
    }
    const stop = (): void => void made.destroy();
    signal.addEventListener('abort', stop);
    made.on('close', () => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
    made.on('socket', (socket) => {
      socket.once(isTls ? 'secureConnect' : 'connect', () => {
        sent = true;
      });
    });
    made.on('response', (response) => settle({ kind: 'response', response }));
    made.on('error', (error) => {
      if (signal.aborted) settle(failed('timeout', 'no answer came in time', sent));
      else if (sent) settle(failed('cut', `the connection ended without an answer (${codeOf(error)})`, true));
      else settle(failed('refused', `${url.host} could not be connected to (${codeOf(error)})`, false));
    });
    made.end(body);
  });
}

async function resolveName(host: string): Promise<readonly { address: string; family: number }[]> {
  return lookupName(host, { all: true, order: 'verbatim' });
}

type Addresses =
  | { kind: 'found'; addresses: readonly { address: string; family: number }[] }
  | Extract<GuardedAnswer, { kind: 'failed' }>;

async function addressesOf(host: string, resolve: Resolve, signal: AbortSignal): Promise<Addresses> {
  const family = isIP(host);
  if (family !== 0) return { kind: 'found', addresses: [{ address: host, family }] };
  const { promise: ended, resolve: end } = Promise.withResolvers<Addresses>();
  const onAbort = (): void => end(failed('timeout', `the name ${host} was not found in time`, false));
  signal.addEventListener('abort', onAbort, { once: true });
  const asked = resolve(host).then(
    (addresses): Addresses => ({ kind: 'found', addresses }),
    (error: unknown): Addresses => failed('refused', `${host} is not found (${codeOf(error)})`, false),
  );
  try {
    return await Promise.race([asked, ended]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function failed(
  kind: 'timeout' | 'refused' | 'cut' | 'not-allowed',
  why: string,
  sent: boolean,
): Extract<GuardedAnswer, { kind: 'failed' }> {
  return { kind: 'failed', failure: { kind, why }, sent };
}

/** The code of a system's error; its words may repeat what was sent. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
