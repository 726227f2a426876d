import { z } from 'zod';
import { PersonChange } from '../act/person-change.ts';
import { CatalogueChange } from '../catalogue/catalogue-store.ts';
import { Chaos, FailNext } from '../chaos.ts';
import { CustomerAction } from '../customer-action.ts';
import { NewFlow } from '../flows/add-flow.ts';
import { FlowExchange } from '../flows/exchange-flow.ts';
import { MetaAct } from '../meta/meta-act.ts';
import { NewCustomer } from '../people/customer.ts';
import { SettingsChange } from '../settings.ts';
import { SimpleTemplate } from '../templates/simple-template.ts';
import { RawWebhook, type SimulatorControl } from './control.ts';

const ClockMove = z.union([
  z.strictObject({ advanceMs: z.int() }),
  z.strictObject({ setTo: z.union([z.iso.datetime({ offset: true }), z.int()]) }),
]);
const NewCustomers = z.union([NewCustomer, z.strictObject({ customers: z.array(NewCustomer).max(100_000) })]);
const Batch = z.strictObject({
  messages: z
    .array(z.strictObject({ customer: z.string().min(1), action: CustomerAction }))
    .min(1)
    .max(1_000),
});
const ReadThread = z.strictObject({ phoneNumberId: z.string().optional() });

export type Answer = { readonly status: number; readonly value: unknown };
type Asked = { readonly key: string; readonly query: URLSearchParams; readonly body: unknown };
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
};

/** Every path of the control API. `/sim/events` and `/sim/media` live elsewhere. */
export function controlRoutes(control: SimulatorControl): readonly Route[] {
  return [
    get(/^\/sim\/clock$/, () => ok(control.clock())),
    post(/^\/sim\/clock$/, ClockMove, (move) =>
      ok(
        'advanceMs' in move
          ? control.advanceClock(move.advanceMs)
          : control.setClock(new Date(move.setTo).getTime()),
      ),
    ),
    get(/^\/sim\/customers$/, () => ok({ customers: control.customers() })),
    post(/^\/sim\/customers$/, NewCustomers, (added) =>
      addCustomers(control, 'customers' in added ? added.customers : [added]),
    ),
    post(/^\/sim\/customers\/([^/]+)\/messages$/, CustomerAction, (action, { key }) => {
      const outcome = control.act([{ customer: key, action }]);
      if (outcome.kind === 'unknown-customer') return noCustomer(outcome.customer);
      return created({ wamid: outcome.wamids[0] });
    }),
    post(/^\/sim\/customers\/([^/]+)\/changes$/, PersonChange, (change, { key }) => {
      const outcome = control.changePerson(key, change);
      if (outcome.kind === 'unknown-customer') return noCustomer(outcome.customer);
      if (outcome.kind === 'refused') return { status: 409, value: { error: outcome.reason } };
      return ok({ customer: outcome.customer });
    }),
    post(/^\/sim\/messages\/batch$/, Batch, ({ messages }) => {
      const outcome = control.act(messages);
      if (outcome.kind === 'unknown-customer') return noCustomer(outcome.customer);
      return created({ wamids: outcome.wamids });
    }),
    post(/^\/sim\/messages\/([^/]+)\/play$/, z.strictObject({}), (_nothing, { key }) =>
      control.play(key) ? ok({ played: true }) : { status: 404, value: { error: 'That is no voice note.' } },
    ),
    get(/^\/sim\/conversations\/([^/]+)$/, ({ key, query }) => {
      const view = control.conversation(key, query.get('phoneNumberId') ?? undefined);
      return view === undefined ? noCustomer(key) : ok(view);
    }),
    post(/^\/sim\/conversations\/([^/]+)\/read$/, ReadThread, ({ phoneNumberId }, { key }) =>
      ok({ read: control.read(key, phoneNumberId) }),
    ),
    post(/^\/sim\/meta$/, MetaAct, (act) => {
      const outcome = control.actAsMeta(act);
      return outcome.kind === 'done'
        ? ok({ done: true })
        : { status: 404, value: { error: `There is no ${outcome.what}.` } };
    }),
    get(/^\/sim\/account$/, () => ok(control.account())),
    get(/^\/sim\/settings$/, () => ok(control.settings())),
    post(/^\/sim\/settings$/, SettingsChange, (change) => ok(control.changeSettings(change))),
    get(/^\/sim\/templates$/, () => ok({ templates: control.templates() })),
    post(/^\/sim\/templates$/, SimpleTemplate, (template) => {
      const outcome = control.addTemplate(template);
      if (outcome.kind === 'done') return created(template);
      return { status: 400, value: { error: outcome.error.details ?? outcome.error.message } };
    }),
    get(/^\/sim\/catalogue$/, () => ok(control.catalogue())),
    post(/^\/sim\/catalogue$/, CatalogueChange, (change) => ok(control.changeCatalogue(change))),
    get(/^\/sim\/flows$/, () => ok({ flows: control.flows() })),
    post(/^\/sim\/flows$/, NewFlow, (flow) => created(control.addFlow(flow))),
    post(/^\/sim\/flows\/exchange$/, FlowExchange, async (exchange) =>
      ok(await control.exchangeFlow(exchange)),
    ),
    get(/^\/sim\/groups$/, () => ok({ groups: control.groups() })),
    get(/^\/sim\/log$/, ({ query }) => {
      const after = Number(query.get('after') ?? 0);
      const count = Number(query.get('count') ?? 500);
      if (!Number.isInteger(after) || !Number.isInteger(count) || count < 1)
        return { status: 400, value: { error: 'after and count must be whole numbers.' } };
      return ok(control.log(after, Math.min(count, 10_000)));
    }),
    get(/^\/sim\/state$/, () => ok(control.state())),
    post(/^\/sim\/chaos$/, Chaos, (chaos) => {
      control.setChaos(chaos);
      return ok(chaos);
    }),
    post(/^\/sim\/fail-next$/, FailNext, (fault) => {
      control.failNext(fault);
      return ok({ faultsLeft: control.state().faultsLeft });
    }),
    post(/^\/sim\/raw-webhook$/, RawWebhook, async (raw) => ok(await control.sendRaw(raw))),
  ];
}

function get(path: RegExp, answer: Route['answer']): Route {
  return { method: 'GET', path, answer };
}

function post<T>(
  path: RegExp,
  schema: z.ZodType<T>,
  then: (value: T, asked: Asked) => Answer | Promise<Answer>,
): Route {
  return {
    method: 'POST',
    path,
    answer: (asked) => {
      const result = schema.safeParse(asked.body);
      if (result.success) return then(result.data, asked);
      return { status: 400, value: { error: z.prettifyError(result.error) } };
    },
  };
}

function addCustomers(control: SimulatorControl, customers: readonly NewCustomer[]): Answer {
  const added: unknown[] = [];
  for (const customer of customers) {
    const outcome = control.addCustomer(customer);
    if (outcome.kind === 'refused')
      return { status: 409, value: { error: `Customer "${customer.name}": ${outcome.reason}.`, added } };
    added.push(outcome.customer);
  }
  return created({ customers: added });
}

function ok(value: unknown): Answer {
  return { status: 200, value };
}

function created(value: unknown): Answer {
  return { status: 201, value };
}

function noCustomer(key: string): Answer {
  return { status: 404, value: { error: `No customer has the id, phone or BSUID "${key}".` } };
}
