import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BackEndAnswer, BackEndState } from './back-end-file.ts';
import { listenOnLoopback } from './loopback-server.ts';
import { answerMcp, type McpAnswer } from './stand-in-mcp.ts';
import { standInPaths } from './turn-tools.ts';

/** A stand-in for the business's own systems, over real HTTP. */
export type BackEnd = {
  /** Such as "127.0.0.1:41234". */
  readonly host: string;
  /** What is answered from now on, and how. */
  behave(state: BackEndState, answers?: readonly BackEndAnswer[]): void;
  stop(): Promise<void>;
};

const slowMs = 30_000;
/** Source: RFC 6749, section 5.1. */
const token = { access_token: 'of-a-scenario', token_type: 'Bearer', expires_in: 3600 };

/** Starts it on any port of this machine. It answers 404 until it is told what to answer. */
export async function startBackEnd(): Promise<BackEnd> {
  let state: BackEndState = 'well';
  let answers: readonly { readonly method: string; readonly path: RegExp; readonly answer: BackEndAnswer }[] =
    [];
  const slow = new Set<NodeJS.Timeout>();
  const answerTo = (method: string | undefined, path: string): BackEndAnswer | undefined =>
    answers.find((one) => one.method === method && one.path.test(path))?.answer;
  const answer = ({ method, url = '/' }: IncomingMessage, response: ServerResponse, body: string): void => {
    const { pathname, searchParams } = new URL(url, 'http://back-end');
    const found = answerTo(method, pathname);
    const said: McpAnswer =
      pathname === standInPaths.token
        ? { status: 200, json: token }
        : pathname === standInPaths.mcp
          ? answerMcp(body, searchParams.getAll('tool'), (tool) => answerTo('TOOL', tool))
          : { status: found?.status ?? 404, json: found?.json ?? {} };
    response.writeHead(said.status, { 'content-type': 'application/json' });
    response.end(said.json === undefined ? undefined : JSON.stringify(said.json));
  };
  const server = createServer((request, response) => {
    const reading = text(request);
    const answerAfter = (ms: number): void => {
      const timer = setTimeout(() => {
        slow.delete(timer);
        reading.then((body) => answer(request, response, body)).catch(() => response.writeHead(400).end());
      }, ms);
      slow.add(timer);
    };
    switch (state) {
      case 'well':
        answerAfter(0);
        return;
      case 'slow':
        answerAfter(slowMs);
        return;
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
