import { z } from 'zod';
import { graphErrorOf } from '../graph-error-body.ts';
import { present } from '../webhook/present.ts';
import { reactionTo } from './error-reactions.ts';
import type { GraphAuth } from './graph-address.ts';
import { isTransient, type Reaction } from './reaction.ts';
import { redactorOf } from './redact.ts';
import { retryAfterMs } from './retry-after.ts';
import type { GraphError, Rejected } from './send-result.ts';
import { regainAccessMs, usageField, type GraphUsage } from './usage.ts';

/**
 * Reads an HTTP answer that is no success. The status alone proves that nothing was accepted, so a
 * body cut short changes nothing. `auth`: its secret is taken out of what the answer says. Never
 * throws.
 */
export async function readRejection(
  response: Pick<Response, 'status' | 'text'> & { readonly headers: Pick<Headers, 'get'> },
  auth: GraphAuth,
  nowMs: number,
): Promise<Rejected> {
  const text = await response.text().catch(() => '');
  const error = withoutSecret(text, redactorOf(auth));
  const reaction = reactionTo(error.kind === 'graph' ? error.code : undefined, response.status);
  const usage = usageField(response.headers);
  return {
    kind: 'rejected',
    httpStatus: response.status,
    error,
    reaction,
    ...present({
      retryAfterMs: retryAfterMs(response.headers, nowMs) ?? throttledForMs(reaction, usage.usage),
    }),
    ...usage,
  };
}

function withoutSecret(text: string, redact: (text: string) => string): GraphError {
  const body = graphErrorOf(errorIn(text));
  if (body === undefined) return { kind: 'http', text: redact(text).slice(0, 500) };
  const said = (words: string | undefined) => (words === undefined ? undefined : redact(words));
  const texts = { title: said(body.title), message: said(body.message), details: said(body.details) };
  return { kind: 'graph', ...body, ...present(texts) };
}

function throttledForMs(reaction: Reaction, usage: GraphUsage | undefined): number | undefined {
  const waitMs = isTransient(reaction) ? regainAccessMs(usage) : 0;
  return waitMs > 0 ? waitMs : undefined;
}

function errorIn(text: string): unknown {
  try {
    return z.object({ error: z.unknown() }).safeParse(JSON.parse(text)).data?.error;
  } catch {
    // Not JSON: a proxy's page, or a body cut short. The text itself is kept.
    return undefined;
  }
}
