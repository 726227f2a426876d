/** Something the page should fetch again. */
export type LiveEvent =
  | { kind: 'thread'; phoneNumberId: string; customerId: string; incoming: boolean }
  | { kind: 'customers' }
  | { kind: 'clock' }
  | { kind: 'state' }
  /** Templates, flows, numbers or the account. */
  | { kind: 'account' }
  | { kind: 'log' };

/** Tells subscribers what changed, at most every 40 ms, each change once. */
export type LiveFeed = {
  tell(event: LiveEvent): void;
  subscribe(listener: (events: readonly LiveEvent[]) => void): () => void;
  close(): void;
};

export function createLiveFeed(): LiveFeed {
  const listeners = new Set<(events: readonly LiveEvent[]) => void>();
  let waiting = new Map<string, LiveEvent>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    const events = [...waiting.values()];
    waiting = new Map();
    for (const listener of listeners) listener(events);
  };
  return {
    tell: (event) => {
      if (listeners.size === 0) return;
      waiting.set(keyOf(event), event);
      timer ??= setTimeout(flush, 40);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      clearTimeout(timer);
      listeners.clear();
    },
  };
}

function keyOf(event: LiveEvent): string {
  if (event.kind !== 'thread') return event.kind;
  return `thread|${event.phoneNumberId}|${event.customerId}|${event.incoming}`;
}
