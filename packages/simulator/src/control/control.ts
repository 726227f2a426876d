import { z } from 'zod';
import { actAsCustomer } from '../act/customer-acts.ts';
import { changePerson } from '../act/change-person.ts';
import type { PersonChange } from '../act/person-change.ts';
import { playVoice, readThread } from '../act/read-thread.ts';
import { CatalogueChange, type CatalogueProduct } from '../catalogue/catalogue-store.ts';
import { Chaos, type FailNext } from '../chaos.ts';
import type { CustomerAction } from '../customer-action.ts';
import { addFlow, type NewFlow } from '../flows/add-flow.ts';
import { exchangeFlow, type FlowAnswer, type FlowExchange } from '../flows/exchange-flow.ts';
import { actAsMeta, type MetaOutcome } from '../meta/act-as-meta.ts';
import type { MetaAct } from '../meta/meta-act.ts';
import type { AddOutcome } from '../people/customer-book.ts';
import type { Customer, NewCustomer } from '../people/customer.ts';
import { changedSettings, type Settings, type SettingsChange } from '../settings.ts';
import type { LogPage } from '../sim-log.ts';
import type { TemplateOutcome } from '../templates/registry.ts';
import { definitionOf, type SimpleTemplate } from '../templates/simple-template.ts';
import type { ConversationView } from '../thread-message.ts';
import type { PostOutcome } from '../webhooks/post-webhook.ts';
import type { Handshake, Verifier } from '../webhooks/verify-handshake.ts';
import { signatureOf, type Update } from '../webhooks/webhook-body.ts';
import type { QueueState } from '../webhooks/webhook-queue.ts';
import type { World } from '../world.ts';
import { accountView, type AccountView } from './account-view.ts';
import { conversationView, customerView, type CustomerView } from './conversation-view.ts';
import { flowView, groupView, templateView } from './object-views.ts';
import type { FlowView, GroupView, TemplateView } from './object-views.ts';

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
  readonly settings: Settings;
};

export type ActOutcome =
  | { kind: 'done'; wamids: readonly string[] }
  | { kind: 'unknown-customer'; customer: string };
export type PersonOutcome = AddOutcome | { kind: 'unknown-customer'; customer: string };

/** Everything the control API can do, for programs that hold the simulator as a library. */
export type SimulatorControl = {
  clock(): ClockView;
  advanceClock(byMs: number): ClockView;
  setClock(timeMs: number): ClockView;
  customers(): readonly CustomerView[];
  addCustomer(customer: NewCustomer): AddOutcome;
  /** Several acts travel in one webhook. */
  act(acts: readonly { customer: string; action: CustomerAction }[]): ActOutcome;
  /** The customer blocks, opts out, changes number, hides the phone … */
  changePerson(customer: string, change: PersonChange): PersonOutcome;
  conversation(customer: string, phoneNumberId?: string): ConversationView | undefined;
  /** The customer looks at the thread; returns how many messages became read. */
  read(customer: string, phoneNumberId?: string): number;
  /** The customer plays a voice note of the business; false if the message is none. */
  play(wamid: string): boolean;
  /** Does what only Meta can do: approve, pause, restrict, ban … */
  actAsMeta(act: MetaAct): MetaOutcome;
  account(): AccountView;
  settings(): Settings;
  changeSettings(change: SettingsChange): Settings;
  templates(): readonly TemplateView[];
  /** Puts a template into the registry without review, in place of one with the same name and language. */
  addTemplate(template: SimpleTemplate): TemplateOutcome;
  /** What is in the catalogue at Meta. */
  catalogue(): CatalogueView;
  /** Changes it, as its manager does. */
  changeCatalogue(change: CatalogueChange): CatalogueView;
  flows(): readonly FlowView[];
  /** Puts a flow there without Graph calls, published at once, in place of one with its id or name. */
  addFlow(flow: NewFlow): FlowView;
  /** The phone talks to the flow's data endpoint. */
  exchangeFlow(exchange: FlowExchange): Promise<FlowAnswer>;
  groups(): readonly GroupView[];
  setChaos(chaos: Chaos): void;
  failNext(fault: FailNext): void;
  sendRaw(raw: RawWebhook): Promise<PostOutcome>;
  log(after: number, count?: number): LogPage;
  state(): StateView;
};

/** The catalogue that is connected to the account. */
type CatalogueView = { readonly id: string; readonly products: readonly CatalogueProduct[] };

function catalogueView({ catalogue }: World): CatalogueView {
  return { id: catalogue.id(), products: catalogue.all() };
}

/** The operations on a world. */
export function createControl(world: World, verifier: Verifier | undefined): SimulatorControl {
  let chaos = Chaos.parse({});
  const clock = (): ClockView => ({
    now: new Date(world.clock.nowMs()).toISOString(),
    nowMs: world.clock.nowMs(),
    offsetMs: world.clock.offsetMs(),
  });
  const clockMoved = (): ClockView => {
    world.agenda.settle();
    world.live.tell({ kind: 'clock' });
    return clock();
  };
  return {
    clock,
    advanceClock: (byMs) => {
      world.clock.advance(byMs);
      return clockMoved();
    },
    setClock: (timeMs) => {
      world.clock.setTo(timeMs);
      return clockMoved();
    },
    customers: () => world.customers.all().map((customer) => customerView(world, customer)),
    addCustomer: (customer) => {
      const outcome = world.customers.add(customer);
      world.live.tell({ kind: 'customers' });
      return outcome;
    },
    act: (acts) => act(world, acts),
    changePerson: (key, change) => {
      const customer = world.customers.find(key);
      if (customer === undefined) return { kind: 'unknown-customer', customer: key };
      return changePerson(world, customer, change);
    },
    conversation: (key, phoneNumberId = world.options.phoneNumberId) =>
      conversationView(world, key, phoneNumberId),
    read: (key, phoneNumberId = world.options.phoneNumberId) => {
      const customer = world.customers.find(key);
      const thread = customer === undefined ? undefined : world.threads.find(phoneNumberId, customer.id);
      return thread === undefined ? 0 : readThread(world, thread);
    },
    play: (wamid) => playVoice(world, wamid),
    actAsMeta: (metaAct) => actAsMeta(world, metaAct),
    account: () => accountView(world),
    settings: () => ({ ...world.settings }),
    changeSettings: (change) => {
      Object.assign(world.settings, changedSettings(world.settings, change));
      world.live.tell({ kind: 'state' });
      return { ...world.settings };
    },
    templates: () => world.templates.all().map((template) => templateView(world, template)),
    addTemplate: (template) => addTemplate(world, template),
    catalogue: () => catalogueView(world),
    changeCatalogue: (change) => {
      world.catalogue.change(CatalogueChange.parse(change));
      return catalogueView(world);
    },
    flows: () => world.flows.all().map((flow) => flowView(flow)),
    addFlow: (flow) => flowView(addFlow(world, flow)),
    exchangeFlow: (exchange) => exchangeFlow(world, exchange),
    groups: () => world.groups.all().map((group) => groupView(group)),
    setChaos: (next) => {
      chaos = next;
      world.queue.setChaos(next);
      world.live.tell({ kind: 'state' });
    },
    failNext: (fault) => {
      world.faults.plan(fault);
      world.live.tell({ kind: 'state' });
    },
    sendRaw: (raw) => sendRaw(world, raw),
    log: (after, count = 500) => world.log.page(after, count),
    state: () => ({
      businessName: world.options.businessName,
      deskUrl: world.options.deskUrl ?? null,
      webhookUrl: world.options.webhookUrl,
      numbers: [...world.lines.values()].map(({ phoneNumberId, displayPhoneNumber }) => ({
        phoneNumberId,
        displayPhoneNumber,
      })),
      handshake: verifier?.state() ?? { kind: 'verified', attempts: 0 },
      webhooks: world.queue.state(),
      chaos,
      faultsLeft: world.faults.remaining(),
      settings: { ...world.settings },
    }),
  };
}

function act(world: World, acts: readonly { customer: string; action: CustomerAction }[]): ActOutcome {
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
}

function addTemplate(world: World, template: SimpleTemplate): TemplateOutcome {
  const known = world.templates.find(template.name, template.language);
  if (known !== undefined) world.templates.remove(known);
  const outcome = world.templates.create(definitionOf(template), {
    id: world.ids.objectId(),
    status: template.status,
    nowMs: world.clock.nowMs(),
    verified: true,
  });
  world.live.tell({ kind: 'account' });
  return outcome;
}

function sendRaw(world: World, raw: RawWebhook): Promise<PostOutcome> {
  const signature = signatureOf(
    raw.signature === 'bad' ? `${world.options.appSecret}-wrong` : world.options.appSecret,
    raw.body,
  );
  return world.poster.post(raw.body, {
    ...(raw.signature === 'none' ? {} : { 'x-hub-signature-256': signature }),
    ...raw.headers,
  });
}
