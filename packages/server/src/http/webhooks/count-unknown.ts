import type { Log } from '../../ports/log.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { UnknownPart } from '../../ports/received.ts';

const mostNames = 200;

/** Counts what webhooks hold that is not known here, and logs each name once: someone may want to look into it. */
export function countUnknown(metrics: Metrics, log: Log): (part: UnknownPart) => void {
  const logged = new Map<UnknownPart['what'], Set<string>>();
  let names = 0;
  return ({ what, name }) => {
    metrics.count('unknownParts', { what });
    if (names >= mostNames) return;
    const known = logged.get(what);
    if (known?.has(name) === true) return;
    if (known === undefined) logged.set(what, new Set([name]));
    else known.add(name);
    names += 1;
    log.info('webhook.unknown', { what, name });
  };
}
