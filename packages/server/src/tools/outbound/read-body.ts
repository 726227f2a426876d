import type { IncomingMessage } from 'node:http';

/** What stood in a response. `cut`: it ended early, or the time was up. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-text' }
  | { readonly kind: 'cut' };

/** Reads a response to its end, but no further than `maxBytes`. Never throws. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Body> {
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    response.destroy();
    return { kind: 'not-text' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    const pieces: AsyncIterable<unknown> = response;
    for await (const buffer of pieces) {
      if (!Buffer.isBuffer(buffer)) return { kind: 'not-text' };
      bytes += buffer.length;
      if (bytes > maxBytes) {
        response.destroy();
        return { kind: 'too-large' };
      }
      chunks.push(buffer);
    }
  } catch {
    return { kind: 'cut' };
  }
  if (!response.complete) return { kind: 'cut' };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { kind: 'not-text' };
  }
}
