import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../ports/log.ts';

/** Answers a request below its prefix and returns true; leaves any other alone. */
export type AddressHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves what is found only by those who know its address. `failed`: what is logged when it cannot be answered now. */
export function atSecretAddress(
  { prefix, failed, log }: { readonly prefix: string; readonly failed: string; readonly log: Log },
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): AddressHandler {
  return (request, response) => {
    if (request.url?.startsWith(prefix) !== true) return false;
    request.resume();
    answer(request, response).catch((error: unknown) => {
      log.error(failed, { error: error instanceof Error ? error.message : String(error) });
      endAnswer(response, 503, { 'retry-after': '30' });
    });
    return true;
  };
}

/** Whether two secrets are the same; takes as long whatever they share. */
export function isSameSecret(given: string, known: string): boolean {
  const [one, other] = [given, known].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Ends an answer. `isHead`: the body's length is told, and not the body. */
export function endAnswer(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body = '',
  isHead = false,
): void {
  const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length });
  response.end(isHead ? undefined : body);
}
