import http from 'node:http';
import https from 'node:https';

/** What the business's server answered, or why nobody did. */
export type PostOutcome =
  | { kind: 'answered'; status: number; answer: string }
  | { kind: 'unreachable'; problem: string };

/** Posts to one address over kept-open connections. */
export type Poster = {
  post(body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<PostOutcome>;
  get(query: Readonly<Record<string, string>>): Promise<PostOutcome>;
  close(): void;
};

/** A poster for `url`; a request unanswered after `timeoutMs` counts as unreachable; `keptChars` of answers are kept. */
export function createPoster(url: string, timeoutMs: number, maxSockets: number, keptChars = 2_000): Poster {
  const target = new URL(url);
  const secure = target.protocol === 'https:';
  const agent = secure
    ? new https.Agent({ keepAlive: true, maxSockets })
    : new http.Agent({ keepAlive: true, maxSockets });
  const request = secure ? https.request : http.request;
  const send = (
    method: string,
    to: URL,
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<PostOutcome> =>
    new Promise((resolve) => {
      const call = request(to, { method, agent, headers, timeout: timeoutMs }, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (answer.length < keptChars) answer += chunk;
        });
        response.on('end', () => {
          resolve({ kind: 'answered', status: response.statusCode ?? 0, answer: answer.slice(0, keptChars) });
        });
        response.on('error', (error) => {
          resolve({ kind: 'unreachable', problem: error.message });
        });
      });
      call.on('timeout', () => {
        call.destroy(new Error(`no answer within ${timeoutMs} ms`));
      });
      call.on('error', (error) => {
        resolve({ kind: 'unreachable', problem: wordsOf(error, target) });
      });
      call.end(body);
    });
  return {
    post: (body, headers) =>
      send('POST', target, body, {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'facebookexternalua',
        ...headers,
      }),
    get: (query) => {
      const to = new URL(target);
      for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
      return send('GET', to, '', {});
    },
    close: () => {
      agent.destroy();
    },
  };
}

function wordsOf(error: Error, target: URL): string {
  if ('code' in error && error.code === 'ECONNREFUSED') return `nothing listens on ${target.host}`;
  if (error.message !== '') return error.message;
  return 'code' in error ? String(error.code) : error.name;
}
