import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { UnknownPart } from '../../ports/received.ts';

const mostNames = 200;

/** Counts what webhooks hold that is not known here, and logs each name once: someone may want to look into it. */
export function countUnknown(metrics: Metrics, log: Log): (part: UnknownPart) => void {
  const logged = new Set<string>();
  return ({ what, name }) => {
    metrics.count('unknownParts', { what });
    const key = `${what} ${name}`;
    if (logged.size >= mostNames || logged.has(key)) return;
    logged.add(key);
    log.info('webhook.unknown', { what, name });
  };
}
