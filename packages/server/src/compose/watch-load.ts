import { performance, type EventLoopUtilization } from 'node:perf_hooks';

/** How long one look at the event loop counts. */
const countsForMs = 500;

/** Tells whether this process has been at work for more than `share` of the last half second or so. */
export function watchLoad(share: number): () => boolean {
  let seen: { readonly at: number; readonly until: EventLoopUtilization } = {
    at: performance.now(),
    until: performance.eventLoopUtilization(),
  };
  let busy = false;
  return () => {
    const at = performance.now();
    if (at - seen.at < countsForMs) return busy;
    const until = performance.eventLoopUtilization();
    busy = performance.eventLoopUtilization(until, seen.until).utilization > share;
    seen = { at, until };
    return busy;
  };
}
