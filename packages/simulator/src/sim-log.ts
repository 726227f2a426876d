/** How a Graph call ended. */
export type CallOutcome =
  | { kind: 'accepted'; wamid: string }
  | { kind: 'marked-read' }
  | { kind: 'answered' }
  | { kind: 'rejected'; httpStatus: number; code: number; details?: string }
  | { kind: 'fault'; mode: string; wamid?: string };

/** How one attempt to deliver a webhook ended. */
export type AttemptOutcome =
  | { kind: 'delivered'; status: number }
  | { kind: 'refused'; status: number; answer: string }
  | { kind: 'unreachable'; problem: string }
  | { kind: 'dropped' };

/** How a flow's data endpoint answered. */
export type FlowOutcome =
  | { kind: 'answered'; status: number }
  /** `message`: the `error_msg` of a 427, which the phone shows. */
  | { kind: 'refused'; status: number; problem: string; message?: string }
  | { kind: 'unreachable'; problem: string };

export type LogEvent =
  | {
      kind: 'graph-call';
      method: string;
      path: string;
      /** What came after the question mark, without the access token; absent if there was nothing. */
      query?: string;
      phoneNumberId: string;
      body: unknown;
      /** The JSON that was answered; absent for files and calls that were left hanging. */
      answer?: unknown;
      outcome: CallOutcome;
    }
  | {
      kind: 'flow-exchange';
      flowId: string;
      url: string;
      /** Encrypted, as it was posted. */
      body: string;
      /** Before it was encrypted. */
      request: unknown;
      /** Decrypted; null if there was none. */
      answer: unknown;
      tookMs: number;
      outcome: FlowOutcome;
    }
  | {
      kind: 'webhook-attempt';
      webhookId: number;
      attempt: number;
      duplicate: boolean;
      updates: number;
      /** The raw body, exactly as signed. */
      body: string;
      tookMs: number;
      outcome: AttemptOutcome;
    };

/** `index` grows by one for each entry and never repeats; `atMs` is the simulator's time. */
export type LogEntry = LogEvent & { readonly index: number; readonly atMs: number };

export type LogPage = {
  readonly entries: readonly LogEntry[];
  /** Pass it as `after` to go on. */
  readonly last: number;
  /** The oldest index still kept. */
  readonly first: number;
};

/** What happened, newest `limit` entries. */
export type SimLog = {
  add(event: LogEvent, atMs: number): LogEntry;
  /** Entries with an index above `after`, oldest first, at most `count`. */
  page(after: number, count: number): LogPage;
};

/** An empty log; the first entry gets index 1. */
export function createSimLog(limit: number): SimLog {
  let entries: LogEntry[] = [];
  let last = 0;
  return {
    add: (event, atMs) => {
      last += 1;
      const entry = { ...event, index: last, atMs };
      entries.push(entry);
      if (entries.length >= limit * 2) entries = entries.slice(-limit);
      return entry;
    },
    page: (after, count) => {
      const first = last - entries.length + 1;
      const from = Math.max(0, after + 1 - first);
      const slice = entries.slice(from, from + count);
      return { entries: slice, last: slice.at(-1)?.index ?? Math.max(after, 0), first };
    },
  };
}
