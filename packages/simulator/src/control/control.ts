import { z } from 'zod';
import { Chaos, type FailNext } from '../chaos.ts';
import { actAsCustomer, readThread } from '../act/customer-acts.ts';
import type { CustomerAction } from '../customer-action.ts';
import type { AddOutcome, Customer, NewCustomer } from '../people/customer.ts';
import type { PostOutcome } from '../webhooks/post-webhook.ts';
import type { LogPage } from '../sim-log.ts';
import type { Template } from '../templates/templates.ts';
import type { ConversationView } from '../thread-message.ts';
import { windowOf } from '../people/threads.ts';
import type { Handshake, Verifier } from '../webhooks/verify-handshake.ts';
import type { QueueState } from '../webhooks/webhook-queue.ts';
import { signatureOf, type Update } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';

/** A body posted as it is, with a good, a wrong or no signature. */
export const RawWebhook = z.strictObject({
  body: z.string(),
  signature: z.enum(['good', 'bad', 'none']).default('good'),
  headers: z.record(z.string(), z.string()).default({}),
});
export type RawWebhook = z.infer<typeof RawWebhook>;

export type ClockView = { readonly now: string; readonly nowMs: number; readonly offsetMs: number };

/** What the page needs to know besides the threads. */
export type StateView = {
  readonly businessName: string;
  readonly deskUrl: string | null;
  readonly webhookUrl: string;
  readonly numbers: readonly { phoneNumberId: string; displayPhoneNumber: string }[];
  readonly handshake: Handshake;
  readonly webhooks: QueueState;
  readonly chaos: Chaos;
  readonly faultsLeft: number;
};

export type ActOutcome =
  | { kind: 'done'; wamids: readonly string[] }
  | { kind: 'unknown-customer'; customer: string };

/** One row of the list of customers. */
export type CustomerView = Customer & {
  readonly unread: number;
  readonly lastMessage: { readonly atMs: number; readonly from: string; readonly text: string } | null;
};

/** Everything the control API can do, for programs that hold the simulator as a library. */
export type SimulatorControl = {
  clock(): ClockView;
  advanceClock(byMs: number): ClockView;
  setClock(timeMs: number): ClockView;
  customers(): readonly CustomerView[];
  addCustomer(customer: NewCustomer): AddOutcome;
  /** Several acts travel in one webhook. */
  act(acts: readonly { customer: string; action: CustomerAction }[]): ActOutcome;
  conversation(customer: string, phoneNumberId?: string): ConversationView | undefined;
  /** The customer looks at the thread; returns how many messages became read. */
  read(customer: string, phoneNumberId?: string): number;
  addTemplate(template: Template): void;
  setChaos(chaos: Chaos): void;
  failNext(fault: FailNext): void;
  sendRaw(raw: RawWebhook): Promise<PostOutcome>;
  log(after: number, count?: number): LogPage;
  state(): StateView;
};

/** The operations on a world. */
export function createControl(world: World, verifier: Verifier | undefined): SimulatorControl {
  let chaos = Chaos.parse({});
  const clock = (): ClockView => ({
    now: new Date(world.clock.nowMs()).toISOString(),
    nowMs: world.clock.nowMs(),
    offsetMs: world.clock.offsetMs(),
  });
  const act: SimulatorControl['act'] = (acts) => {
    const known: { customer: Customer; action: CustomerAction }[] = [];
    for (const { customer: key, action } of acts) {
      const customer = world.customers.find(key);
      if (customer === undefined) return { kind: 'unknown-customer', customer: key };
      known.push({ customer, action });
    }
    const updates: Update[] = [];
    const wamids: string[] = [];
    for (const { customer, action } of known) {
      const done = actAsCustomer(world, customer, action);
      wamids.push(done.wamid);
      updates.push(...done.updates);
    }
    if (updates.length > 0) world.queue.enqueue(updates);
    return { kind: 'done', wamids };
  };
  return {
    clock,
    advanceClock: (byMs) => {
      world.clock.advance(byMs);
      world.live.tell({ kind: 'clock' });
      return clock();
    },
    setClock: (timeMs) => {
      world.clock.setTo(timeMs);
      world.live.tell({ kind: 'clock' });
      return clock();
    },
    customers: () => world.customers.all().map((customer) => customerView(world, customer)),
    addCustomer: (customer) => {
      const outcome = world.customers.add(customer);
      world.live.tell({ kind: 'customers' });
      return outcome;
    },
    act,
    conversation: (key, phoneNumberId = world.options.phoneNumberId) =>
      conversationView(world, key, phoneNumberId),
    read: (key, phoneNumberId = world.options.phoneNumberId) => {
      const customer = world.customers.find(key);
      const thread = customer === undefined ? undefined : world.threads.find(phoneNumberId, customer.id);
      return thread === undefined ? 0 : readThread(world, thread);
    },
    addTemplate: (template) => {
      world.templates.set(`${template.name}/${template.language}`, template);
    },
    setChaos: (next) => {
      chaos = next;
      world.queue.setChaos(next);
      world.live.tell({ kind: 'state' });
    },
    failNext: (fault) => {
      world.faults.plan(fault);
      world.live.tell({ kind: 'state' });
    },
    sendRaw: (raw) => {
      const signature = signatureOf(
        raw.signature === 'bad' ? `${world.options.appSecret}-wrong` : world.options.appSecret,
        raw.body,
      );
      return world.poster.post(raw.body, {
        ...(raw.signature === 'none' ? {} : { 'x-hub-signature-256': signature }),
        ...raw.headers,
      });
    },
    log: (after, count = 500) => world.log.page(after, count),
    state: () => ({
      businessName: world.options.businessName,
      deskUrl: world.options.deskUrl ?? null,
      webhookUrl: world.options.webhookUrl,
      numbers: [...world.numbers].map(([phoneNumberId, displayPhoneNumber]) => ({
        phoneNumberId,
        displayPhoneNumber,
      })),
      handshake: verifier?.state() ?? { kind: 'verified', attempts: 0 },
      webhooks: world.queue.state(),
      chaos,
      faultsLeft: world.faults.remaining(),
    }),
  };
}

function conversationView(world: World, key: string, phoneNumberId: string): ConversationView | undefined {
  const customer = world.customers.find(key);
  if (customer === undefined) return undefined;
  const thread = world.threads.find(phoneNumberId, customer.id);
  const nowMs = world.clock.nowMs();
  const typingUntilMs = thread?.typingUntilMs;
  return {
    customer,
    phoneNumberId,
    nowMs,
    window: windowOf(thread, nowMs),
    typingUntilMs: typingUntilMs !== undefined && typingUntilMs > nowMs ? typingUntilMs : null,
    unread: thread?.unread ?? 0,
    messages: thread?.messages.slice(-400) ?? [],
  };
}

function customerView(world: World, customer: Customer): CustomerView {
  const threads = world.threads.ofCustomer(customer.id);
  const latest = threads
    .flatMap((thread) => thread.messages.slice(-1))
    .toSorted((one, other) => other.atMs - one.atMs)[0];
  return {
    ...customer,
    unread: threads.reduce((sum, thread) => sum + thread.unread, 0),
    lastMessage:
      latest === undefined
        ? null
        : {
            atMs: latest.atMs,
            from: latest.from,
            text: latest.revoked ? 'Deleted message' : previewOf(latest.bubble),
          },
  };
}

function previewOf(bubble: ConversationView['messages'][number]['bubble']): string {
  switch (bubble.kind) {
    case 'text':
    case 'buttons':
    case 'list':
    case 'link':
    case 'template':
      return bubble.body.slice(0, 120);
    case 'choice':
      return bubble.title;
    case 'media':
      return (
        bubble.caption ?? bubble.filename ?? (bubble.voice === true ? 'Voice message' : titles[bubble.media])
      );
    case 'location':
      return bubble.name ?? 'Location';
    case 'contacts':
      return bubble.cards[0]?.name ?? 'Contact';
    case 'call':
      return 'Voice call';
    case 'unsupported':
      return 'Unsupported message';
  }
}

const titles = {
  image: 'Photo',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
  sticker: 'Sticker',
} as const;
