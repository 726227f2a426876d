import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** What a back end was asked. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** A back end on loopback. `host`: "127.0.0.1:port". */
export type BackEnd = {
  readonly url: string;
  readonly host: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
};

/** Starts one; `answer` is told the how manieth request it is. */
export async function startBackEnd(
  answer: (asked: Asked, response: ServerResponse, count: number) => void,
): Promise<BackEnd> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') };
      asked.push(one);
      answer(one, response, asked.length);
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
