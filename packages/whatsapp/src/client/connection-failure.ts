import { z } from 'zod';

/** Error codes that come up only before a request is on its way: finding, reaching or trusting the server. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** System calls that happen before a request is on its way; the same codes from `read` or `write` prove nothing. */
const BEFORE_SENDING_CALLS = new Set(['connect', 'getaddrinfo']);

const Coded = z.object({ code: z.string().optional(), syscall: z.string().optional() });

/**
 * Whether a failure of `fetch` proves that the server never got the request. Everything else
 * (reset, closed socket, time-out of headers or body, abort) leaves it open.
 * Source: Node.js docs, "Errors"; undici docs, "Errors", for Node 24.
 */
export function provesNotSent(failure: unknown): boolean {
  if (failure instanceof AggregateError && failure.errors.length > 0)
    return failure.errors.every((one: unknown) => provesNotSent(one));
  const coded = Coded.safeParse(failure);
  if (coded.success) {
    const { code, syscall } = coded.data;
    if (code !== undefined && BEFORE_SENDING.has(code)) return true;
    if (syscall !== undefined && BEFORE_SENDING_CALLS.has(syscall)) return true;
  }
  return failure instanceof Error && failure.cause !== undefined && provesNotSent(failure.cause);
}
