import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAccess } from './http/access.ts';
import { createControlApi } from './control/control-api.ts';
import { createControl, type SimulatorControl } from './control/control.ts';
import { streamEvents } from './http/event-stream.ts';
import { handleGraph, isGraphPath } from './graph/graph-api.ts';
import { answerJson, readBytes } from './http/http-body.ts';
import type { SimulatorOptions } from './options.ts';
import { createPageFiles } from './http/page-files.ts';
import { startHandshake } from './webhooks/verify-handshake.ts';
import { createWorld, type World } from './world.ts';

/** A running simulator. `control` does without HTTP what `/sim/*` does. */
export type Simulator = {
  readonly url: string;
  readonly port: number;
  readonly control: SimulatorControl;
  close(): Promise<void>;
};

/**
 * Starts a server that behaves like the WhatsApp Cloud API for one business, with a phone page.
 * Throws if the port is taken (`code` is `EADDRINUSE`) or the seed customers contradict each other.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const world = createWorld(options);
  const server = http.createServer();
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  let port: number;
  try {
    port = await listen(server, options.host, options.port);
  } catch (error) {
    world.close();
    throw error;
  }
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`;
  world.address.url = url;
  const verifier =
    options.handshake === false
      ? undefined
      : startHandshake(world.poster, options.verifyToken, (state) => {
          options.log?.('simulator.handshake', { state: state.kind, attempts: state.attempts });
          world.live.tell({ kind: 'state' });
        });
  const control = createControl(world, verifier);
  const handle = createHandler(world, control, port);
  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log?.('simulator.request-failed', {
        path: request.url,
        problem: error instanceof Error ? error.message : String(error),
      });
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, { error: 'The simulator failed; its log says why.' });
    });
  });
  return {
    url,
    port,
    control,
    close: async () => {
      verifier?.close();
      world.close();
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: http.Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error(`The simulator listens on no port of ${host}`));
    });
  });
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function createHandler(world: World, control: SimulatorControl, port: number): Handler {
  const access = createAccess(world.options.controlToken, () => port);
  const controlApi = createControlApi(control);
  const page = createPageFiles();
  return async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '/';
    if (isGraphPath(path)) return handleGraph(world, request, response, path);
    const url = URL.parse(request.url ?? '/', world.address.url);
    if (url === null) {
      answerJson(response, 404, { error: `The simulator has nothing at ${path}.` });
      return;
    }
    if (access.letIn(url, response)) return;
    if (!access.allows(request)) {
      access.turnAway(request, response, url);
      return;
    }
    if (path === '/healthz') {
      answerJson(response, 200, { ok: true });
      return;
    }
    if (path === '/sim/events' && request.method === 'GET') {
      streamEvents(world.live, response);
      return;
    }
    if (path.startsWith('/sim/media')) return handleMedia(world, request, response, path);
    if (path.startsWith('/sim/')) return controlApi(request, response, url);
    if (request.method === 'GET' && (await page.serve(path, response))) return;
    request.resume();
    answerJson(response, 404, { error: `The simulator has nothing at ${path}.` });
  };
}

/** `POST /sim/media` takes a file the customer sends; `GET /sim/media/:id` shows one on the page. */
async function handleMedia(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (request.method === 'POST') {
    const read = await readBytes(request, 16_000_000);
    if (read.kind !== 'read') {
      answerJson(response, 413, { error: 'The file is larger than 16 MB.' });
      return;
    }
    const mimeType = request.headers['content-type'] ?? 'application/octet-stream';
    const medium = world.media.add({
      id: world.ids.mediaId(),
      mimeType,
      bytes: read.body,
      from: 'customer',
      nowMs: world.clock.nowMs(),
    });
    answerJson(response, 201, { id: medium.id });
    return;
  }
  const medium = world.media.find(path.slice('/sim/media/'.length), world.clock.nowMs());
  if (medium === undefined) {
    answerJson(response, 404, { error: 'No such file.' });
    return;
  }
  const shown = /^(image\/(png|jpeg|webp|gif)|audio\/|video\/)/.test(medium.mimeType);
  response.writeHead(200, {
    'content-type': shown ? medium.mimeType : 'application/octet-stream',
    'content-length': medium.bytes.length,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  });
  response.end(medium.bytes);
}
