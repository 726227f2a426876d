import { createFifo } from '../webhooks/fifo.ts';
import type { ThreadMessage, WindowState } from '../thread-message.ts';

const windowMs = 24 * 3_600_000;
const freeEntryMs = 72 * 3_600_000;

/** What one customer and one business number have said to each other. */
export type Thread = {
  readonly key: string;
  readonly phoneNumberId: string;
  readonly customerId: string;
  messages: ThreadMessage[];
  /** Time of the latest customer message or call; opens the service window. */
  lastInboundMs: number | undefined;
  /** When the customer came from an ad that nobody has answered yet. */
  adClickedMs: number | undefined;
  /** End of the free entry window; set when an ad click is answered. */
  freeEntryUntilMs: number | undefined;
  /** `meta-agent` while Meta's Business Agent holds the thread: its webhooks go to `standby`. */
  holder: 'business' | 'meta-agent';
  typingUntilMs: number | undefined;
  unread: number;
};

/** All threads, and every recent message by its id, in bounded memory. */
export type Threads = {
  open(phoneNumberId: string, customerId: string): Thread;
  find(phoneNumberId: string, customerId: string): Thread | undefined;
  append(thread: Thread, message: ThreadMessage): void;
  message(wamid: string): { thread: Thread; message: ThreadMessage } | undefined;
  ofCustomer(customerId: string): readonly Thread[];
};

/** Keeps `perThread` messages a thread and finds `total` messages by id; older ones are forgotten. */
export function createThreads(limits: { perThread: number; total: number }): Threads {
  const threads = new Map<string, Thread>();
  const byCustomer = new Map<string, Thread[]>();
  const byWamid = new Map<string, { thread: Thread; message: ThreadMessage }>();
  const order = createFifo<string>();
  return {
    open: (phoneNumberId, customerId) => {
      const key = `${phoneNumberId}|${customerId}`;
      const known = threads.get(key);
      if (known !== undefined) return known;
      const thread: Thread = {
        key,
        phoneNumberId,
        customerId,
        messages: [],
        lastInboundMs: undefined,
        adClickedMs: undefined,
        freeEntryUntilMs: undefined,
        holder: 'business',
        typingUntilMs: undefined,
        unread: 0,
      };
      threads.set(key, thread);
      const list = byCustomer.get(customerId);
      if (list === undefined) byCustomer.set(customerId, [thread]);
      else list.push(thread);
      return thread;
    },
    find: (phoneNumberId, customerId) => threads.get(`${phoneNumberId}|${customerId}`),
    append: (thread, message) => {
      thread.messages.push(message);
      if (thread.messages.length > limits.perThread * 2)
        thread.messages = thread.messages.slice(-limits.perThread);
      byWamid.set(message.wamid, { thread, message });
      order.push(message.wamid);
      if (order.size > limits.total) {
        const oldest = order.shift();
        if (oldest !== undefined) byWamid.delete(oldest);
      }
    },
    message: (wamid) => byWamid.get(wamid),
    ofCustomer: (customerId) => byCustomer.get(customerId) ?? [],
  };
}

/**
 * Whether the business may answer freely: 24 h from the customer's latest message or call.
 * Source: Cloud API docs, "Customer service windows", read 2026-11-21.
 */
export function windowOf(thread: Thread | undefined, nowMs: number): WindowState {
  if (thread?.lastInboundMs === undefined) return { kind: 'never-opened' };
  const closesAtMs = thread.lastInboundMs + windowMs;
  if (nowMs < closesAtMs) return { kind: 'open', closesAtMs };
  return { kind: 'closed', closedAtMs: closesAtMs };
}

/** Whether messages are free because an ad brought the customer. */
export function isFreeEntryOpen(thread: Thread | undefined, nowMs: number): boolean {
  return thread?.freeEntryUntilMs !== undefined && nowMs < thread.freeEntryUntilMs;
}

/**
 * The business answers: an ad click within the last 24 h opens the free entry window for 72 h.
 * Source: Meta's pricing page, "Free entry point conversations", read 2026-11-21.
 */
export function answerAdClick(thread: Thread, nowMs: number): void {
  if (thread.adClickedMs === undefined) return;
  if (nowMs < thread.adClickedMs + windowMs) thread.freeEntryUntilMs = nowMs + freeEntryMs;
  thread.adClickedMs = undefined;
}
