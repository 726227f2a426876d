import type { GraphAccess } from './graph-access.ts';
import { provesNotSent } from './connection-failure.ts';
import { exchangeText, type TextAnswer } from './http-exchange.ts';
import { readLimited } from './read-limited.ts';
import { readRejection } from './read-rejection.ts';
import type { NotSent, Rejected, Unknown } from './send-result.ts';
import { usageField, type GraphUsage } from './usage.ts';

export type RequestBody = string | FormData | URLSearchParams | Uint8Array<ArrayBuffer>;

/** One request, ready to go. `timeoutMs`: for the whole exchange. */
export type ReadyRequest = {
  url: URL;
  method: 'GET' | 'POST' | 'DELETE';
  headers: Headers;
  body?: RequestBody;
  timeoutMs: number;
};

/** `json`: of an answer that is a success. */
export type Attempted =
  | { kind: 'answered'; json: unknown; usage?: GraphUsage }
  | Rejected
  | NotSent
  | Unknown;

/** No answer of Meta's is longer than a list of templates, a page of which stays far below this. */
const mostAnswerBytes = 32 * 1024 * 1024;

/** Makes a request once. Never throws: what went wrong is in the result. */
export async function attempt(
  access: GraphAccess,
  request: ReadyRequest,
  signal: AbortSignal,
): Promise<Attempted> {
  if (signal.aborted) return { kind: 'not-sent', cause: signal.reason };
  const { body: text } = request;
  if (typeof text === 'string' && access.fetch === undefined)
    return attemptText(access, { ...request, body: text }, signal);
  const limited = AbortSignal.any([signal, AbortSignal.timeout(request.timeoutMs)]);
  const doFetch = access.fetch ?? globalThis.fetch;
  const { url, method, headers, body } = request;
  let response: Response;
  try {
    response = await doFetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      // A redirect would repeat the request elsewhere, with the token.
      redirect: 'manual',
      signal: limited,
    });
  } catch (cause) {
    return provesNotSent(cause) ? { kind: 'not-sent', cause } : { kind: 'unknown', cause };
  }
  if (!response.ok) return readRejection(response, access.auth, (access.retry?.now ?? Date.now)());
  return readAnswer(response);
}

/** An answer that is a success but is not what it should be: whether the thing was done is open. */
export function unreadable(what: string, cause?: unknown): Unknown {
  return { kind: 'unknown', cause: new Error(`The answer was a success but ${what}`, { cause }) };
}

async function readAnswer(response: Response): Promise<Attempted> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await readLimited(response, mostAnswerBytes, () => undefined);
  } catch (cause) {
    return unreadable('could not be read', cause);
  }
  if (bytes === undefined) return unreadable(`is longer than ${mostAnswerBytes} bytes`);
  return answered(new TextDecoder().decode(bytes), response.headers);
}

/** Texts are what is sent all day, so they go the short way. */
async function attemptText(
  access: GraphAccess,
  request: ReadyRequest & { body: string },
  signal: AbortSignal,
): Promise<Attempted> {
  let answer: TextAnswer;
  try {
    answer = await exchangeText({ ...request, mostBytes: mostAnswerBytes }, signal);
  } catch (cause) {
    return provesNotSent(cause) ? { kind: 'not-sent', cause } : { kind: 'unknown', cause };
  }
  const { status, headers, body, cut } = answer;
  if (status < 200 || status > 299) {
    const text = cut === undefined ? body.toString('utf8') : '';
    const rejection = { status, headers, text: () => Promise.resolve(text) };
    return readRejection(rejection, access.auth, (access.retry?.now ?? Date.now)());
  }
  return cut === undefined ? answered(body.toString('utf8'), headers) : unreadable('could not be read', cut);
}

function answered(text: string, headers: Pick<Headers, 'get'>): Attempted {
  try {
    const json: unknown = JSON.parse(text);
    return { kind: 'answered', json, ...usageField(headers) };
  } catch {
    // The parser's own message quotes the answer, which may quote the request.
    return unreadable('is not JSON');
  }
}
