import { z } from 'zod';
import { problemsOf } from '../outbound/parse-problems.ts';
import { attempt, unreadable, type ReadyRequest, type RequestBody } from './attempt.ts';
import type { CallResult } from './call-result.ts';
import type { GraphAccess } from './graph-access.ts';
import { graphAddress, graphHeaders } from './graph-address.ts';
import { defaultRetryPolicy, withRetries } from './retry-policy.ts';

/** What a request carries. `rules`: what the JSON must keep to; checked before anything is sent. */
export type GraphBody =
  | { kind: 'json'; json: object; rules?: z.ZodType }
  | { kind: 'form'; form: FormData | URLSearchParams }
  | { kind: 'bytes'; bytes: Uint8Array<ArrayBuffer> };

/**
 * A call below the configured version. `query`: those that are undefined are left out. `answer`:
 * what a success looks like. `timeoutMs`: when it is not the access's own.
 */
export type GraphCall<S extends z.ZodType> = {
  method: ReadyRequest['method'];
  path: readonly string[];
  query?: Readonly<Record<string, string | undefined>>;
  headers?: Readonly<Record<string, string>>;
  body?: GraphBody;
  answer: S;
  timeoutMs?: number;
};

/**
 * Makes calls that manage something, again where that is safe (see `retryWaitMs`). Never throws:
 * what went wrong is in the result.
 */
export type GraphCaller = <S extends z.ZodType>(
  call: GraphCall<S>,
  signal: AbortSignal,
) => Promise<CallResult<z.output<S>>>;

/** What Meta answers when there is nothing to say. */
export const Success = z.looseObject({ success: z.literal(true) });

/** Throws if `baseUrl` is not an address or the auth header cannot be sent. */
export function createGraphCaller(access: GraphAccess): GraphCaller {
  graphAddress(access.baseUrl, []);
  graphHeaders(access.auth);
  const policy = { ...defaultRetryPolicy, ...access.retry };

  return async (call, signal) => {
    const { body } = call;
    if (body?.kind === 'json' && body.rules !== undefined) {
      const checked = body.rules.safeParse(body.json);
      if (!checked.success) return { kind: 'invalid', problems: problemsOf(checked.error.issues) };
    }
    // An address treats these as steps up, to something else than was meant.
    if (call.path.some((part) => /^\.{1,2}$/.test(part)))
      return { kind: 'invalid', problems: ['an id may not be dots'] };
    const request = readyRequest(access, call);
    const result = await withRetries(
      () => attempt(access, request, signal),
      (attempted) => (attempted.kind === 'answered' ? undefined : attempted),
      { isRead: call.method === 'GET', signal, policy },
    );
    if (result.kind !== 'answered') return result;
    const parsed = call.answer.safeParse(result.json);
    if (!parsed.success) return unreadable('is not what it should be', parsed.error);
    const { usage } = result;
    return { kind: 'done', value: parsed.data, ...(usage === undefined ? {} : { usage }) };
  };
}

function readyRequest<S extends z.ZodType>(access: GraphAccess, call: GraphCall<S>): ReadyRequest {
  const url = graphAddress(access.baseUrl, [access.version, ...call.path]);
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, value);
  const json = call.body?.kind === 'json' ? { 'content-type': 'application/json' } : {};
  const headers = graphHeaders(access.auth, json);
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  return {
    url,
    method: call.method,
    headers,
    ...(call.body === undefined ? {} : { body: requestBody(call.body) }),
    timeoutMs: call.timeoutMs ?? access.timeoutMs,
  };
}

function requestBody(body: GraphBody): RequestBody {
  switch (body.kind) {
    case 'json':
      return JSON.stringify(body.json);
    case 'form':
      return body.form;
    case 'bytes':
      return body.bytes;
  }
}
