import { noChaos, type Chaos } from '../chaos.ts';
import { createFifo } from './fifo.ts';
import type { Poster, PostOutcome } from './post-webhook.ts';
import type { Random } from '../random.ts';
import type { AttemptOutcome, LogEvent } from '../sim-log.ts';
import { signatureOf, webhookBody, type Update } from './webhook-body.ts';

export type WebhookQueueOptions = {
  readonly wabaId: string;
  readonly appSecret: string;
  readonly poster: Poster;
  readonly random: Random;
  readonly nowMs: () => number;
  readonly log: (event: LogEvent) => void;
  /** Posts under way at once. */
  readonly maxInFlight: number;
  /** Updates in one post when many are due; Meta's limit is 1,000. */
  readonly maxBatch: number;
  /** First wait after a failed second attempt; doubles up to the cap. The first retry is immediate. */
  readonly retryBaseMs: number;
  readonly retryCapMs: number;
};

/** The queue's state for the page and for tests that wait until all is delivered. */
export type QueueState = {
  readonly waiting: number;
  readonly inFlight: number;
  readonly retrying: number;
  /** Why the latest webhook was not accepted, if it was not. */
  readonly problem: string | null;
};

/** Delivers updates as signed webhooks, retrying each until it is answered with 200. */
export type WebhookQueue = {
  /** `together` travel in one webhook. */
  enqueue(together: readonly Update[], delayMs?: number): void;
  setChaos(chaos: Chaos): void;
  /** Updates of fields that the app is not subscribed to are lost, as with Meta. */
  setFilter(wants: (field: string) => boolean): void;
  /** Posts somewhere else from now on, or with undefined to the usual address again. */
  redirect(poster: Poster | undefined): void;
  state(): QueueState;
  close(): void;
};

type Webhook = {
  readonly id: number;
  readonly body: string;
  readonly signature: string;
  readonly updates: readonly Update[];
  attempts: number;
};

const batchPatienceMs = 250;
const giveUpAfterMs = 7 * 24 * 3_600_000;

export function createWebhookQueue(options: WebhookQueueOptions): WebhookQueue {
  const { random, log } = options;
  const due = createFifo<readonly Update[]>();
  const released = createFifo<readonly Update[]>();
  const retries = createFifo<Webhook>();
  const parked = new Map<string, (readonly Update[])[]>();
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  let chaos = noChaos;
  let parkedCount = 0;
  let delayed = 0;
  let inFlight = 0;
  let retrying = 0;
  let lastId = 0;
  let problem: string | null = null;
  let pumping = false;
  let closed = false;
  let poster = options.poster;
  let wants: (field: string) => boolean = () => true;
  let batchSince: number | undefined;

  const after = (delayMs: number, act: () => void): void => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, delayMs);
    timers.add(timer);
  };

  const wake = (): void => {
    if (pumping || closed) return;
    pumping = true;
    setImmediate(() => {
      pumping = false;
      if (!closed) pump();
    });
  };

  const enqueue = (together: readonly Update[], delayMs = 0): void => {
    const wanted = together.filter((update) => wants(update.field));
    if (wanted.length === 0) return;
    const [min, max] = chaos.delayMs;
    const wait =
      delayMs +
      (max > 0 ? random.between(Math.min(min, max), max) : 0) +
      (chaos.reorder ? random.between(0, 150) : 0);
    if (wait === 0) {
      due.push(wanted);
      wake();
      return;
    }
    delayed += 1;
    after(wait, () => {
      delayed -= 1;
      due.push(wanted);
      wake();
    });
  };

  const pump = (): void => {
    while (inFlight < options.maxInFlight && retries.size > 0) {
      const webhook = retries.shift();
      if (webhook !== undefined) void attempt(webhook, false);
    }
    while (inFlight < options.maxInFlight) {
      const waiting = released.size + due.size;
      if (waiting === 0 || holdForBatch(waiting)) return;
      const share = Math.ceil(waiting / (options.maxInFlight - inFlight));
      const size = chaos.batch > 0 ? chaos.batch : Math.min(options.maxBatch, share);
      const updates = take(size);
      if (updates.length === 0) return;
      post(updates);
    }
  };

  const holdForBatch = (waiting: number): boolean => {
    if (chaos.batch <= 1 || waiting >= chaos.batch) {
      batchSince = undefined;
      return false;
    }
    if (batchSince === undefined) {
      batchSince = Date.now();
      after(batchPatienceMs, wake);
      return true;
    }
    if (Date.now() - batchSince < batchPatienceMs - 5) return true;
    batchSince = undefined;
    return false;
  };

  const take = (size: number): readonly Update[] => {
    const updates: Update[] = [];
    while (updates.length < size) {
      const together = released.shift() ?? due.shift();
      if (together === undefined) break;
      const blocked = chaos.reorder ? undefined : together.find((one) => busy.has(one.lane))?.lane;
      if (blocked === undefined) {
        updates.push(...together);
        continue;
      }
      parkedCount += 1;
      const queue = parked.get(blocked);
      if (queue === undefined) parked.set(blocked, [together]);
      else queue.push(together);
    }
    return updates;
  };

  const post = (updates: readonly Update[]): void => {
    lastId += 1;
    const body = webhookBody(options.wabaId, updates, options.nowMs());
    const webhook: Webhook = {
      id: lastId,
      body,
      signature: signatureOf(options.appSecret, body),
      updates,
      attempts: 0,
    };
    for (const update of updates) busy.add(update.lane);
    for (let copy = 0; copy < chaos.duplicate; copy += 1)
      after(random.between(1, 120), () => void attempt({ ...webhook, attempts: 0 }, true));
    void attempt(webhook, false).then(() => {
      for (const update of updates) release(update.lane);
      wake();
    });
  };

  const release = (lane: string): void => {
    if (!busy.delete(lane)) return;
    const queue = parked.get(lane);
    if (queue === undefined) return;
    parked.delete(lane);
    parkedCount -= queue.length;
    for (const together of queue) released.push(together);
  };

  const attempt = async (webhook: Webhook, duplicate: boolean): Promise<void> => {
    webhook.attempts += 1;
    const number = webhook.attempts;
    inFlight += 1;
    const startedAt = performance.now();
    const outcome = await deliver(webhook, number, duplicate);
    inFlight -= 1;
    if (closed) return;
    log({
      kind: 'webhook-attempt',
      webhookId: webhook.id,
      attempt: number,
      duplicate,
      updates: webhook.updates.length,
      body: webhook.body,
      tookMs: Math.round(performance.now() - startedAt),
      outcome,
    });
    if (duplicate) return;
    const accepted = outcome.kind === 'delivered';
    problem = accepted ? null : wordsOf(outcome);
    for (const update of webhook.updates)
      update.onAttempt?.({ accepted, attempt: number, problem: problem ?? '' });
    if (!accepted) retry(webhook);
    wake();
  };

  const deliver = async (webhook: Webhook, number: number, duplicate: boolean): Promise<AttemptOutcome> => {
    if (!duplicate && number <= chaos.dropFirstAttempts) return { kind: 'dropped' };
    const answer = await poster.post(webhook.body, { 'x-hub-signature-256': webhook.signature });
    return outcomeOf(answer);
  };

  const retry = (webhook: Webhook): void => {
    const waitMs =
      webhook.attempts === 1
        ? 10
        : Math.min(options.retryCapMs, options.retryBaseMs * 2 ** (webhook.attempts - 2));
    if (webhook.attempts * options.retryCapMs > giveUpAfterMs) return;
    retrying += 1;
    after(waitMs, () => {
      retrying -= 1;
      retries.push(webhook);
      wake();
    });
  };

  return {
    enqueue,
    setChaos: (next) => {
      if (next.seed !== undefined) random.reseed(next.seed);
      chaos = next;
      wake();
    },
    setFilter: (next) => {
      wants = next;
    },
    redirect: (next) => {
      if (poster !== options.poster) poster.close();
      poster = next ?? options.poster;
    },
    state: () => ({
      waiting: due.size + released.size + parkedCount + delayed,
      inFlight,
      retrying: retrying + retries.size,
      problem,
    }),
    close: () => {
      closed = true;
      if (poster !== options.poster) poster.close();
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

function outcomeOf(answer: PostOutcome): AttemptOutcome {
  if (answer.kind === 'unreachable') return answer;
  if (answer.status === 200) return { kind: 'delivered', status: 200 };
  return { kind: 'refused', status: answer.status, answer: answer.answer.slice(0, 300) };
}

function wordsOf(outcome: AttemptOutcome): string {
  switch (outcome.kind) {
    case 'delivered':
      return '';
    case 'refused':
      return `${outcome.status}${outcome.answer === '' ? '' : ` ${outcome.answer.slice(0, 120)}`}`;
    case 'unreachable':
      return outcome.problem;
    case 'dropped':
      return 'lost on the way (chaos)';
  }
}
