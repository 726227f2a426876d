import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../../ports/log.ts';
import type { Counters, Metrics } from '../../ports/metrics.ts';
import type { WebhookReader } from '../../ports/received.ts';
import { QueueFull } from '../../pipeline/group-commit.ts';
import type { AddressHandler } from '../secret-address.ts';
import type { Receiver } from '../../pipeline/receive.ts';

/** Meta's payloads are up to 3 MB. Source: Cloud API docs, webhooks overview, read 2026-11-21. */
const mostBytes = 4 * 1024 * 1024;

/**
 * The one path Meta calls, and the secret addresses of calendars. On bare node:http: nothing but the signature, the
 * parse and the commit stands between a webhook and its 200.
 * `isDraining`: this node is stopping, so that new webhooks are for another one, or for later.
 * `onOverload`: told when one was turned away because the queue is full.
 */
export function createWebhookListener(needs: ListenerNeeds): Server {
  const { appointmentFile, calendarFeed, isDraining, log, metrics } = needs;
  const server = createServer((request, response) => {
    if (appointmentFile?.(request, response) === true) return;
    if (calendarFeed?.(request, response) === true) return;
    const startedAt = performance.now();
    const respond = (reply: Reply): void => {
      send(response, reply);
      metrics.count('webhooks', { answer: reply.status });
      if (reply.status === 200) metrics.observe('ackSeconds', {}, (performance.now() - startedAt) / 1_000);
    };
    if (isDraining()) {
      request.resume();
      response.setHeader('connection', 'close');
      respond({ status: 503, body: 'stopping; please try again', retryAfterS: 2 });
      return;
    }
    const fail = (error: unknown): void => {
      log.error('webhook.failed', { error: error instanceof Error ? error.message : String(error) });
      respond({ status: 503, body: 'not stored; please try again', retryAfterS: 1 });
    };
    const refused = refuse(needs.reader, request);
    if (refused !== undefined) respond(refused);
    else readBody(request, (body) => take(needs, request, body, respond, fail), fail);
  });
  // Meta keeps connections; a slow sender must not hold one for ever.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

type ListenerNeeds = {
  readonly reader: WebhookReader;
  readonly receiver: Receiver;
  readonly log: Log;
  /** These take requests for appointments and calendars off the webhook's path. */
  readonly appointmentFile?: AddressHandler;
  readonly calendarFeed?: AddressHandler;
  readonly isDraining: () => boolean;
  readonly onOverload: () => void;
  readonly metrics: Metrics;
};

type Reply = { status: Counters['webhooks']['answer']; body: string; retryAfterS?: number };

const path = '/webhooks/whatsapp';

/** The answer to anything but a webhook: to the subscription's question, and to what has no place here. */
function refuse(reader: WebhookReader, { method, url = '' }: IncomingMessage): Reply | undefined {
  if (method === 'POST' && url === path) return undefined;
  // Not the URL class: it throws on what anybody may send, such as "//".
  const end = url.indexOf('?');
  if ((end < 0 ? url : url.slice(0, end)) !== path)
    return { status: 404, body: 'only /webhooks/whatsapp is served here' };
  if (method === 'POST') return undefined;
  if (method !== 'GET') return { status: 405, body: 'GET or POST' };
  const challenge = reader.handshake(new URLSearchParams(end < 0 ? '' : url.slice(end + 1)));
  return challenge === undefined
    ? { status: 403, body: 'the verify token is not ours' }
    : { status: 200, body: challenge };
}

const acknowledged: Reply = { status: 200, body: 'ok' };

/** Answers a webhook once it is committed. By callbacks: each layer of promises would cost every webhook. */
function take(
  { reader, receiver, log, onOverload }: ListenerNeeds,
  request: IncomingMessage,
  body: Buffer | undefined,
  respond: (reply: Reply) => void,
  fail: (error: unknown) => void,
): void {
  if (body === undefined) return respond({ status: 413, body: `more than ${mostBytes} bytes` });
  const signature = request.headers['x-hub-signature-256'];
  if (!reader.isSigned(body, typeof signature === 'string' ? signature : undefined)) {
    log.warn('webhook.bad-signature', { bytes: body.length });
    return respond({ status: 401, body: 'the signature does not match' });
  }
  const json = parseJson(body);
  if (json === undefined) return respond({ status: 400, body: 'not JSON' });
  let stored: Promise<void>;
  try {
    stored = receiver.receive(reader.read(json.value));
  } catch (error) {
    return fail(error);
  }
  stored.then(
    () => respond(acknowledged),
    (error: unknown) => {
      if (!(error instanceof QueueFull)) return fail(error);
      onOverload();
      log.warn('webhook.overload', { queue: error.message });
      respond({ status: 503, body: 'busy; please try again', retryAfterS: 2 });
    },
  );
}

/** The whole body; undefined when it is too large. By events: an async iterator costs as much as the parse. */
function readBody(
  request: IncomingMessage,
  done: (body: Buffer | undefined) => void,
  fail: (error: unknown) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isOver = false;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  });
  request.on('end', () => {
    isOver = true;
    const [only] = chunks;
    if (bytes > mostBytes) done(undefined);
    else done(only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks));
  });
  request.on('error', (error) => {
    if (!isOver) fail(error);
  });
}

function parseJson(body: Buffer): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return { value };
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, body, retryAfterS }: Reply): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...(retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) }),
  });
  response.end(body);
}
