import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { Chaos, FailNext } from '../chaos.ts';
import { RawWebhook, type SimulatorControl } from './control.ts';
import { CustomerAction } from '../customer-action.ts';
import { NewCustomer } from '../people/customer.ts';
import { answerJson, readJson } from '../http/http-body.ts';
import { Template } from '../templates/templates.ts';
import type { World } from '../world.ts';

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

type Answer = { readonly status: number; readonly value: unknown };
type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  readonly answer: (input: {
    key: string;
    query: URLSearchParams;
    body: unknown;
  }) => Answer | Promise<Answer>;
};

const maxBodyBytes = 32_000_000;

/** Answers `/sim/*` for callers already let in. `/sim/events` and media live elsewhere. */
export function createControlApi(
  world: World,
  control: SimulatorControl,
): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const routes = routesOf(world, control);
  return (request, response, url) =>
    answer(
      routes.filter((route) => route.path.test(url.pathname)),
      request,
      response,
      url,
    );
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const route = routes.find((one) => one.method === request.method);
  if (route === undefined) {
    request.resume();
    answerJson(response, routes.length > 0 ? 405 : 404, {
      error: `The simulator has no ${request.method ?? ''} ${url.pathname}.`,
    });
    return;
  }
  const read = await readJson(request, maxBodyBytes);
  if (read.kind === 'cut') return;
  if (read.kind !== 'read') {
    answerJson(response, read.kind === 'too-large' ? 413 : 400, {
      error: read.kind === 'too-large' ? 'The body is larger than 32 MB.' : 'The body is not valid JSON.',
    });
    return;
  }
  const key = decoded(route.path.exec(url.pathname)?.[1] ?? '');
  const { status, value } = await route.answer({ key, query: url.searchParams, body: read.body });
  answerJson(response, status, value);
}

function routesOf(world: World, control: SimulatorControl): readonly Route[] {
  return [
    { method: 'GET', path: /^\/sim\/clock$/, answer: () => ok(control.clock()) },
    {
      method: 'POST',
      path: /^\/sim\/clock$/,
      answer: ({ body }) =>
        parsed(ClockMove, body, (move) =>
          ok(
            'advanceMs' in move
              ? control.advanceClock(move.advanceMs)
              : control.setClock(new Date(move.setTo).getTime()),
          ),
        ),
    },
    { method: 'GET', path: /^\/sim\/customers$/, answer: () => ok({ customers: control.customers() }) },
    {
      method: 'POST',
      path: /^\/sim\/customers$/,
      answer: ({ body }) =>
        parsed(NewCustomers, body, (added) =>
          addCustomers(control, 'customers' in added ? added.customers : [added]),
        ),
    },
    {
      method: 'POST',
      path: /^\/sim\/customers\/([^/]+)\/messages$/,
      answer: ({ key, body }) =>
        parsed(CustomerAction, body, (action) => {
          const outcome = control.act([{ customer: key, action }]);
          if (outcome.kind === 'unknown-customer') return noCustomer(outcome.customer);
          return { status: 201, value: { wamid: outcome.wamids[0] } };
        }),
    },
    {
      method: 'POST',
      path: /^\/sim\/messages\/batch$/,
      answer: ({ body }) =>
        parsed(Batch, body, ({ messages }) => {
          const outcome = control.act(messages);
          if (outcome.kind === 'unknown-customer') return noCustomer(outcome.customer);
          return { status: 201, value: { wamids: outcome.wamids } };
        }),
    },
    {
      method: 'GET',
      path: /^\/sim\/conversations\/([^/]+)$/,
      answer: ({ key, query }) => {
        const view = control.conversation(key, query.get('phoneNumberId') ?? undefined);
        return view === undefined ? noCustomer(key) : ok(view);
      },
    },
    {
      method: 'POST',
      path: /^\/sim\/conversations\/([^/]+)\/read$/,
      answer: ({ key, body }) =>
        parsed(ReadThread, body, ({ phoneNumberId }) => ok({ read: control.read(key, phoneNumberId) })),
    },
    {
      method: 'GET',
      path: /^\/sim\/templates$/,
      answer: () => ok({ templates: [...world.templates.values()] }),
    },
    {
      method: 'POST',
      path: /^\/sim\/templates$/,
      answer: ({ body }) =>
        parsed(Template, body, (template) => {
          control.addTemplate(template);
          return { status: 201, value: template };
        }),
    },
    {
      method: 'GET',
      path: /^\/sim\/log$/,
      answer: ({ query }) => {
        const after = Number(query.get('after') ?? 0);
        const count = Number(query.get('count') ?? 500);
        if (!Number.isInteger(after) || !Number.isInteger(count) || count < 1)
          return { status: 400, value: { error: 'after and count must be whole numbers.' } };
        return ok(control.log(after, Math.min(count, 10_000)));
      },
    },
    { method: 'GET', path: /^\/sim\/state$/, answer: () => ok(control.state()) },
    {
      method: 'POST',
      path: /^\/sim\/chaos$/,
      answer: ({ body }) =>
        parsed(Chaos, body, (chaos) => {
          control.setChaos(chaos);
          return ok(chaos);
        }),
    },
    {
      method: 'POST',
      path: /^\/sim\/fail-next$/,
      answer: ({ body }) =>
        parsed(FailNext, body, (fault) => {
          control.failNext(fault);
          return ok({ faultsLeft: world.faults.remaining() });
        }),
    },
    {
      method: 'POST',
      path: /^\/sim\/raw-webhook$/,
      answer: ({ body }) => parsed(RawWebhook, body, async (raw) => ok(await control.sendRaw(raw))),
    },
  ];
}

function addCustomers(control: SimulatorControl, customers: readonly NewCustomer[]): Answer {
  const added: unknown[] = [];
  for (const customer of customers) {
    const outcome = control.addCustomer(customer);
    if (outcome.kind === 'refused')
      return { status: 409, value: { error: `Customer "${customer.name}": ${outcome.reason}.`, added } };
    added.push(outcome.customer);
  }
  return { status: 201, value: { customers: added } };
}

function parsed<T>(
  schema: z.ZodType<T>,
  body: unknown,
  then: (value: T) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
  const result = schema.safeParse(body);
  if (result.success) return then(result.data);
  return { status: 400, value: { error: z.prettifyError(result.error) } };
}

function ok(value: unknown): Answer {
  return { status: 200, value };
}

function noCustomer(key: string): Answer {
  return { status: 404, value: { error: `No customer has the id, phone or BSUID "${key}".` } };
}

/** The text of a path segment; a malformed one stays as it is and is found nowhere. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
