import type { Simulator } from '@ambit/simulator/simulator';
import { numberOf, personOf } from './reply-stack.ts';

/** What a run of customers' messages came to, counted from the simulator's own log. */
export type ReplyRun = {
  readonly sent: number;
  readonly accepted: number;
  readonly lost: number;
  readonly duplicates: number;
  /** Replies accepted a second while messages were arriving. */
  readonly repliesPerSecond: number;
  /** The newest entry of the log that was counted. */
  readonly logTo: number;
  /** From the customer's message to Graph's acceptance of its reply. */
  readonly latenciesMs: readonly number[];
};

const questions = [
  'What is your return policy?',
  'Do you ship to Canada?',
  'How can I pay?',
  'What are your opening hours?',
];

/**
 * Customers write at a fixed pace, whatever comes back: half ask for their order, half ask something
 * the knowledge answers. Afterwards it waits, `patienceS` at most, for the replies still due.
 * `ask`: what all of them ask instead. `from`: the first person to write; each writes once before anybody writes twice.
 */
export async function runCustomers(options: {
  simulator: Simulator;
  numbers: readonly string[];
  people: number;
  from: number;
  perSecond: number;
  seconds: number;
  patienceS: number;
  logFrom: number;
  ask?: 'questions';
}): Promise<ReplyRun> {
  const { simulator, numbers, people, from, perSecond, seconds, patienceS } = options;
  const writtenAt = new Map<string, number[]>();
  const repliesTo = new Map<string, number>();
  const latenciesMs: number[] = [];
  let after = options.logFrom;
  let acceptedWhileWriting = 0;
  let accepted = 0;
  const startedAt = performance.now();
  const total = Math.round(perSecond * seconds);
  let sent = 0;

  function read(): void {
    const { replies, logTo } = readReplies(simulator, after);
    after = logTo;
    for (const { to, atMs } of replies) {
      const n = repliesTo.get(to) ?? 0;
      repliesTo.set(to, n + 1);
      accepted += 1;
      const asked = writtenAt.get(to)?.[n];
      if (asked !== undefined) latenciesMs.push(atMs - asked);
    }
  }

  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1_000) * perSecond));
    const acts = [];
    for (; sent < due; sent += 1) {
      const n = (from + sent) % people;
      const { id, phone, order } = personOf(n);
      const body =
        n % 2 === 0 && options.ask === undefined
          ? `Where is my order ${order}?`
          : (questions[(n >> 1) % questions.length] ?? '');
      const times = writtenAt.get(phone) ?? [];
      times.push(simulator.control.clock().nowMs);
      writtenAt.set(phone, times);
      acts.push({
        customer: id,
        action: { kind: 'text', body, phoneNumberId: numberOf(n, numbers) },
      } as const);
    }
    for (const act of acts) simulator.control.act([act]);
    await pause(5);
  }
  read();
  acceptedWhileWriting = accepted;
  const wroteFor = (performance.now() - startedAt) / 1_000;
  const until = performance.now() + patienceS * 1_000;
  while (accepted < sent && performance.now() < until) {
    await pause(50);
    read();
  }
  await pause(300);
  read();
  let lost = 0;
  let duplicates = 0;
  for (const [phone, times] of writtenAt) {
    const replies = repliesTo.get(phone) ?? 0;
    lost += Math.max(0, times.length - replies);
    duplicates += Math.max(0, replies - times.length);
  }
  return {
    sent,
    accepted,
    lost,
    duplicates,
    repliesPerSecond: acceptedWhileWriting / wroteFor,
    logTo: after,
    latenciesMs,
  };
}

/** The replies that Graph accepted, from the simulator's log after an entry; `to`: a phone, without "+". */
export function readReplies(
  simulator: Simulator,
  after: number,
): { readonly replies: readonly { readonly to: string; readonly atMs: number }[]; readonly logTo: number } {
  const replies: { to: string; atMs: number }[] = [];
  for (let logTo = after; ;) {
    const page = simulator.control.log(logTo, 5_000);
    for (const entry of page.entries) {
      if (entry.kind !== 'graph-call' || entry.outcome.kind !== 'accepted') continue;
      const to = recipientOf(entry.body);
      if (to !== undefined) replies.push({ to, atMs: entry.atMs });
    }
    const last = page.entries.at(-1)?.index;
    if (last === undefined) return { replies, logTo };
    logTo = last;
  }
}

function recipientOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('to' in body)) return undefined;
  return typeof body.to === 'string' ? body.to.replace(/^\+/, '') : undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
