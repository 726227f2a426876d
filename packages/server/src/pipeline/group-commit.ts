/** Thrown to callers when the queue is full; the edge answers 503 and the sender tries again. */
export class QueueFull extends Error {
  constructor(queue: string, most: number) {
    super(`The ${queue} queue is full (${most} waiting); try again in a moment`);
    this.name = 'QueueFull';
  }
}

export type GroupCommit<T, R> = {
  /** Resolves once the item's group is committed. Rejects with QueueFull, or with the flush's error. */
  add(item: T): Promise<R>;
  /** Resolves when nothing is waiting or in flight. */
  drain(): Promise<void>;
};

const largeGroup = 4;

type Waiting<T, R> = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void };

/**
 * Writes of many callers as one statement: whatever waits is flushed the moment a slot frees, so
 * an idle system answers at once and a busy one writes in ever larger groups.
 *
 * `gatherMs`: flushes begin no closer together than this, and four times as far apart while groups
 * are large. A round trip to the database costs far more than the rows it carries, so a busy node
 * waits a few ms for company; an idle one does not.
 * `isItemsFault`: whether an error was caused by one of the items (data the database cannot hold)
 * rather than by the world. Such a group is tried again item by item, so that one bad item does
 * not lose its neighbours.
 */
export function createGroupCommit<T, R>(options: {
  name: string;
  slots: number;
  mostPerFlush: number;
  mostWaiting: number;
  gatherMs: number;
  isItemsFault: (error: unknown) => boolean;
  setAside?: (item: T, error: unknown) => Promise<R>;
  flush: (items: readonly T[]) => Promise<readonly R[]>;
}): GroupCommit<T, R> {
  const { name, slots, mostPerFlush, mostWaiting, gatherMs, isItemsFault, setAside, flush } = options;
  let waiting: Waiting<T, R>[] = [];
  let inFlight = 0;
  let scheduled = false;
  let flushedAt = Number.NEGATIVE_INFINITY;
  let lastSize = 0;
  let idle: (() => void)[] = [];

  function add(item: T): Promise<R> {
    if (waiting.length >= mostWaiting) return Promise.reject(new QueueFull(name, mostWaiting));
    return new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
  }

  function schedule(): void {
    if (scheduled || inFlight >= slots) return;
    scheduled = true;
    const apartMs = lastSize >= largeGroup ? 4 * gatherMs : gatherMs;
    const waitMs = flushedAt + apartMs - performance.now();
    // At the least after this round of the event loop: all that arrived together is written together.
    if (waitMs <= 0) setImmediate(flushWaiting);
    else setTimeout(flushWaiting, waitMs);
  }

  function flushWaiting(): void {
    scheduled = false;
    if (inFlight >= slots || waiting.length === 0) return;
    flushedAt = performance.now();
    void flushSome();
    if (waiting.length > 0) schedule();
  }

  async function flushSome(): Promise<void> {
    const group = waiting.slice(0, mostPerFlush);
    lastSize = group.length;
    waiting = waiting.slice(mostPerFlush);
    inFlight += 1;
    try {
      await settle(group);
    } finally {
      inFlight -= 1;
      if (waiting.length > 0) schedule();
      else if (inFlight === 0) {
        for (const resolve of idle) resolve();
        idle = [];
      }
    }
  }

  async function settle(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await flush(group.map((entry) => entry.item));
      if (results.length !== group.length)
        throw new Error(`${name} answered ${results.length} of ${group.length} items`);
      results.forEach((result, index) => group[index]?.resolve(result));
    } catch (error) {
      const [only] = group;
      if (!isItemsFault(error)) for (const entry of group) entry.reject(error);
      else if (group.length > 1) for (const entry of group) await settle([entry]);
      else if (setAside === undefined) only?.reject(error);
      else if (only !== undefined) await setAside(only.item, error).then(only.resolve, only.reject);
    }
  }

  return {
    add,
    drain: () =>
      waiting.length === 0 && inFlight === 0
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            idle.push(resolve);
          }),
  };
}
