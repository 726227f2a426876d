import { z } from 'zod';
import { graphErrorOf } from '../graph-error-body.ts';
import { present } from '../webhook/present.ts';
import { reactionTo } from './error-reactions.ts';
import { retryAfterMs } from './retry-after.ts';
import type { Rejected } from './send-result.ts';

/**
 * Reads an HTTP answer that is no success. The status alone proves that nothing was accepted, so a
 * body cut short changes nothing. Never throws.
 */
export async function readRejection(response: Response): Promise<Rejected> {
  const text = await response.text().catch(() => '');
  const body = graphErrorOf(errorIn(text));
  return {
    kind: 'rejected',
    httpStatus: response.status,
    error: body === undefined ? { kind: 'http', text: text.slice(0, 500) } : { kind: 'graph', ...body },
    reaction: reactionTo(body?.code, response.status),
    ...present({ retryAfterMs: retryAfterMs(response.headers, Date.now()) }),
  };
}

function errorIn(text: string): unknown {
  try {
    return z.object({ error: z.unknown() }).safeParse(JSON.parse(text)).data?.error;
  } catch {
    // Not JSON: a proxy's page, or a body cut short. The text itself is kept.
    return undefined;
  }
}
