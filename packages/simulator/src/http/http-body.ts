import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request body, or what is wrong with it. */
export type BodyOutcome<T> =
  | { kind: 'read'; body: T }
  | { kind: 'too-large' }
  | { kind: 'not-json' }
  | { kind: 'cut' };

/** Reads a body of at most `limitBytes`. */
export function readBytes(request: IncomingMessage, limitBytes: number): Promise<BodyOutcome<Buffer>> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
    });
    request.on('end', () => {
      resolve(size > limitBytes ? { kind: 'too-large' } : { kind: 'read', body: Buffer.concat(chunks) });
    });
    request.on('error', () => {
      resolve({ kind: 'cut' });
    });
  });
}

/** Reads a JSON body; an empty one is `{}`. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<BodyOutcome<unknown>> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.kind !== 'read') return bytes;
  if (bytes.body.length === 0) return { kind: 'read', body: {} };
  try {
    return { kind: 'read', body: JSON.parse(bytes.body.toString('utf8')) };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Answers with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = JSON.stringify(value);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}
