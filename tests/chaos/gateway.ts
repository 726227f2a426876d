import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Target = { readonly port: number; readonly path: string };

/** What a gateway does to one exchange. */
export type Mischief =
  /** The connection ends before anything is handed on. */
  | { kind: 'cut-before' }
  /** It is handed on and answered, but the answer is lost. */
  | { kind: 'lose-answer' }
  /** Half of the answer comes, then the connection ends. */
  | { kind: 'cut-answer' }
  /** An answer of a proxy in between, which nobody behind it ever saw. */
  | { kind: 'answer'; status: number }
  /** It is handed on; the answer waits. `meanwhile`: what happens then, told who asked. */
  | { kind: 'hold'; forMs: number; meanwhile?: (path: string) => void };

/** Stands between two programs, and does to the next exchanges what is planned. */
export type Gateway = {
  readonly port: number;
  plan(mischief: Mischief, count?: number): void;
  forget(): void;
  /** Refuses connections from now on, and breaks the open ones. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
};

/**
 * `targetOf`: where a request goes, or undefined when nobody is there.
 * `spared`: requests that no mischief is done to.
 */
export async function openGateway(options: {
  targetOf: (path: string) => Target | undefined;
  spared: (path: string, method: string, body: string) => boolean;
}): Promise<Gateway> {
  let planned: Mischief[] = [];
  let server = await listening(0, handle);
  const port = portOf(server);

  function handle(incoming: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('error', () => response.destroy());
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const path = incoming.url ?? '/';
      const spared = options.spared(path, incoming.method ?? 'GET', body.toString('utf8'));
      const mischief = spared ? undefined : planned.shift();
      if (mischief?.kind === 'cut-before') response.destroy();
      else if (mischief?.kind === 'answer') response.writeHead(mischief.status).end('<html>busy</html>');
      else forward(incoming, response, body, options.targetOf(path), mischief);
    });
  }

  return {
    port,
    plan: (mischief, count = 1) => {
      planned.push(...Array.from({ length: count }, () => mischief));
    },
    forget: () => {
      planned = [];
    },
    shut: () => closed(server),
    open: async () => {
      server = await listening(port, handle);
    },
    close: () => closed(server),
  };
}

function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  target: Target | undefined,
  mischief: Mischief | undefined,
): void {
  if (target === undefined) {
    response.writeHead(502).end('nobody is there');
    return;
  }
  const { method, headers } = incoming;
  const place = { host: '127.0.0.1', port: target.port, path: target.path };
  const call = request({ ...place, method: method ?? 'GET', headers, agent: false }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => parts.push(chunk));
    answer.on('error', () => response.destroy());
    answer.on('end', () => giveBack(Buffer.concat(parts), answer.statusCode ?? 502));
  });
  call.on('error', () => response.destroy());
  // Who has gone no longer waits; what was handed on stays handed on.
  response.on('close', () => {
    if (!response.writableFinished) call.destroy();
  });
  call.end(body);
  // A long wait begins when the request is there, not when it is answered.
  function giveBack(answered: Buffer, status: number): void {
    const answer = (): void => {
      if (response.destroyed) return;
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': answered.length });
      response.end(answered);
    };
    switch (mischief?.kind) {
      case undefined:
      case 'cut-before':
      case 'answer':
        answer();
        return;
      case 'lose-answer':
        response.destroy();
        return;
      case 'cut-answer':
        response.writeHead(status, { 'content-type': 'application/json', 'content-length': answered.length });
        response.write(answered.subarray(0, Math.floor(answered.length / 2)), () => response.destroy());
        return;
      case 'hold':
        setTimeout(answer, mischief.forMs);
        mischief.meanwhile?.(incoming.url ?? '/');
    }
  }
}

function listening(
  port: number,
  handle: (incoming: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const server = createServer(handle);
  server.keepAliveTimeout = 60_000;
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => settle(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The gateway listens on no port');
  return address.port;
}

function closed(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle());
    server.closeAllConnections();
  });
}
