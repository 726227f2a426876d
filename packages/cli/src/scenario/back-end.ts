import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { BackEndAnswer, BackEndState } from './back-end-file.ts';
import { listenOnLoopback } from './loopback-server.ts';

/** A stand-in for the business's own systems, over real HTTP. */
export type BackEnd = {
  /** Such as "127.0.0.1:41234". */
  readonly host: string;
  /** What is answered from now on, and how. */
  behave(state: BackEndState, answers?: readonly BackEndAnswer[]): void;
  stop(): Promise<void>;
};

const slowMs = 30_000;

/** Starts it on any port of this machine. It answers 404 until it is told what to answer. */
export async function startBackEnd(): Promise<BackEnd> {
  let state: BackEndState = 'well';
  let answers: readonly { readonly method: string; readonly path: RegExp; readonly answer: BackEndAnswer }[] =
    [];
  const slow = new Set<NodeJS.Timeout>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = new URL(request.url ?? '/', 'http://back-end').pathname;
    const found = answers.find((one) => one.method === request.method && one.path.test(path))?.answer;
    response.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found?.json ?? {}));
  };
  const server = createServer((request, response) => {
    request.resume();
    switch (state) {
      case 'well':
        answer(request, response);
        return;
      case 'slow': {
        const timer = setTimeout(() => {
          slow.delete(timer);
          answer(request, response);
        }, slowMs);
        slow.add(timer);
        return;
      }
      case 'failing':
        response.writeHead(500).end();
        return;
      case 'down':
        request.socket.destroy();
    }
  });
  const { host, stop } = await listenOnLoopback(server);
  return {
    host,
    behave(next, given) {
      state = next;
      if (given !== undefined) answers = given.map((one) => ({ ...matcherOf(one.request), answer: one }));
    },
    stop: () => {
      for (const timer of slow) clearTimeout(timer);
      return stop();
    },
  };
}

function matcherOf(request: string): { readonly method: string; readonly path: RegExp } {
  const [method = '', path = ''] = request.split(' ');
  const parts = path
    .split(/\{[^}]*\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return { method, path: new RegExp(`^${parts.join('[^/]+')}$`) };
}
