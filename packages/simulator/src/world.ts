import { randomInt } from 'node:crypto';
import { createFaultPlan, type FaultPlan } from './chaos.ts';
import { createCustomerBook, seedCustomers, type CustomerBook } from './people/customer.ts';
import { createIds, type Ids } from './ids.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';
import { createMediaStore, type MediaStore } from './media/media-store.ts';
import type { SimulatorOptions } from './options.ts';
import { createPoster, type Poster } from './webhooks/post-webhook.ts';
import { createMeter, type Meter } from './pricing/pricing.ts';
import { createRandom } from './random.ts';
import { createSimClock, type SimClock } from './sim-clock.ts';
import { createSimLog, type LogEvent, type SimLog } from './sim-log.ts';
import { seedTemplates, type Template } from './templates/templates.ts';
import { createThreads, type Threads } from './people/threads.ts';
import { createWebhookQueue, type WebhookQueue } from './webhooks/webhook-queue.ts';

/** Everything the simulator holds. One world per simulator; nothing is global. */
export type World = {
  readonly options: SimulatorOptions;
  /** Display numbers by phone number id. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly clock: SimClock;
  readonly ids: Ids;
  readonly customers: CustomerBook;
  readonly threads: Threads;
  readonly media: MediaStore;
  readonly templates: Map<string, Template>;
  readonly meter: Meter;
  readonly poster: Poster;
  readonly queue: WebhookQueue;
  readonly faults: FaultPlan;
  readonly log: SimLog;
  readonly live: LiveFeed;
  /** Where the simulator listens; set once it does. */
  readonly address: { url: string };
  record(event: LogEvent): void;
  /** Runs `act` later, unless the simulator is closed before. */
  after(delayMs: number, act: () => void): void;
  close(): void;
};

/** A world without messages, with its customers and templates. Throws on contradictory customers. */
export function createWorld(options: SimulatorOptions): World {
  const random = createRandom(options.seed ?? randomInt(2 ** 32));
  const ids = createIds(random);
  const clock = createSimClock();
  const log = createSimLog(options.logLimit ?? 20_000);
  const live = createLiveFeed();
  const timers = new Set<NodeJS.Timeout>();
  const customers = createCustomerBook(ids);
  for (const customer of options.customers ?? seedCustomers) {
    const outcome = customers.add(customer);
    if (outcome.kind === 'refused') throw new Error(`Customer "${customer.name}": ${outcome.reason}`);
  }
  const maxInFlight = options.maxWebhooksInFlight ?? 16;
  const poster = createPoster(options.webhookUrl, options.webhookTimeoutMs ?? 20_000, maxInFlight + 8);
  const record = (event: LogEvent): void => {
    log.add(event, clock.nowMs());
    live.tell({ kind: 'log' });
    if (event.kind === 'webhook-attempt') live.tell({ kind: 'state' });
  };
  const queue = createWebhookQueue({
    wabaId: options.wabaId,
    appSecret: options.appSecret,
    poster,
    random,
    nowMs: clock.nowMs,
    log: record,
    maxInFlight,
    maxBatch: Math.min(1_000, options.maxWebhookBatch ?? 100),
    retryBaseMs: options.webhookRetryBaseMs ?? 250,
    retryCapMs: options.webhookRetryCapMs ?? 30_000,
  });
  return {
    options,
    numbers: new Map(
      [
        { phoneNumberId: options.phoneNumberId, displayPhoneNumber: options.displayPhoneNumber },
        ...(options.numbers ?? []),
      ].map((one) => [one.phoneNumberId, one.displayPhoneNumber.replace(/\D/g, '')]),
    ),
    clock,
    ids,
    customers,
    threads: createThreads({ perThread: 400, total: 200_000 }),
    media: createMediaStore(500),
    templates: new Map(seedTemplates.map((one) => [`${one.name}/${one.language}`, one])),
    meter: createMeter(),
    poster,
    queue,
    faults: createFaultPlan(),
    log,
    live,
    address: { url: '' },
    record,
    after: (delayMs, act) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, delayMs);
      timers.add(timer);
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      queue.close();
      live.close();
      poster.close();
    },
  };
}

/** How long the address of a file lives. Source: Cloud API docs, "Media", read 2026-11-21. */
const mediumUrlLivesMs = 5 * 60_000;

/** Where the bytes of a medium are for the next five minutes, for who has the access token. */
export function mediumUrl(world: World, mediaId: string): string {
  return `${world.address.url}/media-files/${mediaId}?until=${world.clock.nowMs() + mediumUrlLivesMs}`;
}
