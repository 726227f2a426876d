import { randomInt } from 'node:crypto';
import { createAccount, type Account } from './account/account.ts';
import { createLine, type Line } from './account/line.ts';
import { createCatalogueStore, type CatalogueStore } from './catalogue/catalogue-store.ts';
import { createAgenda, type Agenda } from './agenda.ts';
import { createFaultPlan, type FaultPlan } from './chaos.ts';
import { createFlowStore, type FlowStore } from './flows/flow-store.ts';
import { createGroupStore, type GroupStore } from './groups/group-store.ts';
import { createIds, type Ids } from './ids.ts';
import { createLimits, type Limits } from './limits/limits.ts';
import { createLiveFeed, type LiveFeed } from './live-feed.ts';
import { createMediaStore, type MediaStore } from './media/media-store.ts';
import { createUploadSessions, type UploadSessions } from './media/upload-session.ts';
import type { SimulatorOptions } from './options.ts';
import { seedCustomers } from './people/customer.ts';
import { createCustomerBook, type CustomerBook } from './people/customer-book.ts';
import { createThreads, type Threads } from './people/threads.ts';
import { createLedger, type Ledger } from './pricing/ledger.ts';
import { createMeter, type Meter } from './pricing/price-message.ts';
import { createRandom } from './random.ts';
import type { HeldSend } from './send/held-sends.ts';
import { changedSettings, type Settings } from './settings.ts';
import { createSimClock, type SimClock } from './sim-clock.ts';
import { createSimLog, type LogEvent, type SimLog } from './sim-log.ts';
import { createTemplateRegistry, type TemplateRegistry } from './templates/registry.ts';
import { seedTemplates } from './templates/seed-templates.ts';
import { definitionOf } from './templates/simple-template.ts';
import { createPoster, type Poster } from './webhooks/post-webhook.ts';
import { createWebhookQueue, type WebhookQueue } from './webhooks/webhook-queue.ts';

/** Everything the simulator holds. One world per simulator; nothing is global. */
export type World = {
  readonly options: SimulatorOptions;
  readonly settings: Settings;
  readonly account: Account;
  /** The business's numbers by phone number id. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly clock: SimClock;
  readonly agenda: Agenda;
  readonly ids: Ids;
  readonly customers: CustomerBook;
  readonly threads: Threads;
  readonly media: MediaStore;
  readonly uploads: UploadSessions;
  readonly templates: TemplateRegistry;
  /** Sends held for a quality assessment, by template id. */
  readonly held: Map<string, HeldSend[]>;
  readonly catalogue: CatalogueStore;
  readonly flows: FlowStore;
  readonly groups: GroupStore;
  readonly limits: Limits;
  readonly meter: Meter;
  readonly ledger: Ledger;
  readonly poster: Poster;
  readonly queue: WebhookQueue;
  readonly faults: FaultPlan;
  readonly log: SimLog;
  readonly live: LiveFeed;
  /** Where the simulator listens; set once it does. */
  readonly address: { url: string };
  record(event: LogEvent): void;
  /** Runs `act` later, in real time, unless the simulator is closed before. */
  after(delayMs: number, act: () => void): void;
  close(): void;
};

/** A world without messages, with its customers and templates. Throws on contradictory customers. */
export function createWorld(options: SimulatorOptions): World {
  const random = createRandom(options.seed ?? randomInt(2 ** 32));
  const ids = createIds(random);
  const clock = createSimClock();
  const agenda = createAgenda(clock);
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
    settings: settingsOf(options),
    account: createAccount(options.wabaId, options.businessName),
    lines: linesOf(options),
    clock,
    agenda,
    ids,
    customers,
    threads: createThreads({ perThread: 400, total: 200_000 }),
    media: createMediaStore(500),
    uploads: createUploadSessions(),
    templates: seededTemplates(ids, clock.nowMs()),
    held: new Map(),
    catalogue: createCatalogueStore(),
    flows: createFlowStore(),
    groups: createGroupStore(),
    limits: createLimits(),
    meter: createMeter(),
    ledger: createLedger(),
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
      agenda.close();
      queue.close();
      live.close();
      poster.close();
    },
  };
}

function settingsOf(options: SimulatorOptions): Settings {
  const usual: Settings = {
    limits: options.limits ?? 'meta',
    marketingPerDay: 2,
    templateReview: 'automatic',
    templateReviewMs: 60_000,
    closedWindow: options.closedWindow ?? 'refuse',
    autoRead: options.autoRead ?? 'never',
  };
  return changedSettings(usual, options.settings ?? {});
}

function linesOf(options: SimulatorOptions): ReadonlyMap<string, Line> {
  const numbers = [
    { phoneNumberId: options.phoneNumberId, displayPhoneNumber: options.displayPhoneNumber },
    ...(options.numbers ?? []),
  ];
  return new Map(
    numbers.map(({ phoneNumberId, displayPhoneNumber }) => [
      phoneNumberId,
      createLine(phoneNumberId, displayPhoneNumber, options.businessName),
    ]),
  );
}

function seededTemplates(ids: Ids, nowMs: number): TemplateRegistry {
  const registry = createTemplateRegistry();
  for (const template of seedTemplates)
    registry.create(definitionOf(template), {
      id: ids.objectId(),
      status: template.status,
      nowMs,
      verified: true,
    });
  return registry;
}

/** How long the address of a file lives. Source: Cloud API docs, "Media", read 2026-11-21. */
const mediumUrlLivesMs = 5 * 60_000;

/** Where the bytes of a medium are for the next five minutes, for who has the access token. */
export function mediumUrl(world: World, mediaId: string): string {
  return `${world.address.url}/media-files/${mediaId}?until=${world.clock.nowMs() + mediumUrlLivesMs}`;
}
