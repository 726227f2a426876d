import { Agent, request } from 'node:http';
import type { Payload } from './payload.ts';

/** Posts payloads over connections that are kept. */
export type Poster = {
  /** The HTTP status, or what broke the connection. */
  post(payload: Payload): Promise<number | string>;
  close(): void;
};

const patienceMs = 60_000;

/** `most`: connections at a time. */
export function openPoster(port: number, most: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  return {
    post: ({ body, signature }) =>
      new Promise((settle) => {
        const sending = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: '/webhooks/whatsapp',
            timeout: patienceMs,
            headers: {
              'content-type': 'application/json',
              'content-length': body.length,
              'x-hub-signature-256': signature,
            },
          },
          (response) => {
            response.resume();
            response.once('end', () => settle(response.statusCode ?? 'no status'));
          },
        );
        sending.once('timeout', () => sending.destroy(new Error(`no answer within ${patienceMs} ms`)));
        sending.once('error', (error) => settle(error.message));
        sending.end(body);
      }),
    close: () => agent.destroy(),
  };
}
