import { z } from 'zod';

const ButtonsShown = z.object({
  kind: z.literal('buttons'),
  body: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
});
const ListShown = z.object({
  kind: z.literal('list'),
  body: z.string(),
  sections: z.array(z.object({ rows: z.array(z.object({ id: z.string(), title: z.string() })) })),
});
const CarouselShown = z.object({
  kind: z.literal('carousel'),
  body: z.string(),
  cards: z.array(
    z.object({
      body: z.string().optional(),
      buttons: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string() })),
    }),
  ),
});
const TemplateShown = z.object({
  kind: z.literal('template'),
  body: z.string(),
  buttons: z.array(z.object({ text: z.string(), url: z.string().optional() })),
});
const OtherShown = z.object({
  kind: z.string(),
  body: z.string().optional(),
  caption: z.string().optional(),
  /** What stands on the button of a link, a form or a request, and where a link leads. */
  label: z.string().optional(),
  url: z.string().optional(),
  /** The address of a picture or a file. */
  link: z.string().optional(),
  retailerIds: z.array(z.string()).optional(),
});
const Thread = z.object({
  nowMs: z.number(),
  messages: z.array(
    z.object({
      wamid: z.string(),
      from: z.enum(['customer', 'business']),
      callbackData: z.string().optional(),
      bubble: z.union([ButtonsShown, ListShown, CarouselShown, TemplateShown, OtherShown]),
    }),
  ),
});
const Customers = z.object({
  customers: z.array(
    z.object({ id: z.string(), name: z.string(), userId: z.string(), waId: z.string().optional() }),
  ),
});
const Sent = z.object({ wamid: z.string() });
const Refusal = z.object({ error: z.string() });

/** Something to tap under a message. */
export type PhoneChoice = { readonly kind: 'button' | 'list'; readonly id: string; readonly title: string };

/** A message of the business as the phone shows it. `outboxId`: which message of Ambit's it is. */
export type PhoneMessage = {
  readonly messageId: string;
  readonly outboxId: string | undefined;
  readonly text: string;
  readonly choices: readonly PhoneChoice[];
  /** What stands under it and is no answer, as a line each: "See and buy → https://shop.example/p/1". */
  readonly opens: readonly string[];
};

/** What a customer may do; the simulator's README lists all kinds. */
export type CustomerAct = { readonly kind: string; readonly [field: string]: unknown };

/** One simulated customer's phone. Everything goes over the simulator's control API. */
export type Phone = {
  readonly id: string;
  readonly name: string;
  /** Returns the message's id; the simulator posts the signed webhook. */
  act(act: CustomerAct): Promise<string>;
  /** What the business wrote, oldest first, and the simulator's time in ms since 1970. */
  look(): Promise<{ readonly now: number; readonly messages: readonly PhoneMessage[] }>;
};

/** Where the simulator listens, and the token that opens its control API. */
export type SimulatorPlace = { readonly url: string; readonly token: string };

/** The phone of `customer` (id, phone digits or BSUID). Throws, naming those there are, if there is no such customer. */
export async function findPhone(place: SimulatorPlace, customer: string): Promise<Phone> {
  const { customers } = Customers.parse(await askSimulator(place, 'GET', 'customers'));
  const found = customers.find(({ id, userId, waId }) => [id, userId, waId].includes(customer));
  if (found === undefined)
    throw new Error(
      `There is no simulated customer "${customer}"; there are ${customers.map(({ id }) => id).join(', ')}`,
    );
  const key = encodeURIComponent(found.id);
  return {
    id: found.id,
    name: found.name,
    act: async (act) => Sent.parse(await askSimulator(place, 'POST', `customers/${key}/messages`, act)).wamid,
    look: async () => {
      const thread = Thread.parse(await askSimulator(place, 'GET', `conversations/${key}`));
      return {
        now: thread.nowMs,
        messages: thread.messages.filter(({ from }) => from === 'business').map(readMessage),
      };
    },
  };
}

/** One call of the simulator's control API. Throws with the simulator's own words when it says no. */
export async function askSimulator(
  { url, token }: SimulatorPlace,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${url}/sim/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (response.ok) return answer;
  const said = Refusal.safeParse(answer).data?.error ?? `HTTP ${response.status}`;
  throw new Error(`The simulator refused ${method} /sim/${path}: ${said}`);
}

function readMessage({
  wamid,
  callbackData,
  bubble,
}: z.infer<typeof Thread>['messages'][number]): PhoneMessage {
  const shown = { messageId: wamid, outboxId: callbackData, opens: [] };
  if ('sections' in bubble)
    return {
      ...shown,
      text: bubble.body,
      choices: bubble.sections.flatMap(({ rows }) =>
        rows.map(({ id, title }) => ({ kind: 'list' as const, id, title })),
      ),
    };
  if ('cards' in bubble)
    return {
      ...shown,
      text: [bubble.body, ...bubble.cards.flatMap(({ body }) => (body === undefined ? [] : [body]))].join(
        '\n',
      ),
      choices: bubble.cards.flatMap(({ buttons }, place) =>
        buttons.flatMap(({ kind, id, title }) =>
          kind === 'reply' ? [{ kind: 'button' as const, id, title: `${place + 1}. ${title}` }] : [],
        ),
      ),
      opens: bubble.cards.flatMap(({ buttons }, place) =>
        buttons.flatMap(({ kind, id, title }) =>
          kind === 'reply' ? [] : [`${place + 1}. ${title} → ${id}`],
        ),
      ),
    };
  if ('buttons' in bubble)
    return bubble.kind === 'buttons'
      ? {
          ...shown,
          text: bubble.body,
          choices: bubble.buttons.map(({ id, title }) => ({ kind: 'button', id, title })),
        }
      : {
          ...shown,
          text: bubble.body,
          choices: [],
          opens: bubble.buttons.map(({ text, url }) => (url === undefined ? text : `${text} → ${url}`)),
        };
  return {
    ...shown,
    text: bubble.body ?? bubble.caption ?? `[${bubble.kind}]`,
    choices: [],
    opens: opensOf(bubble),
  };
}

function opensOf({ kind, label, url, link, retailerIds }: z.infer<typeof OtherShown>): readonly string[] {
  return [
    ...(label === undefined ? [] : [url === undefined ? label : `${label} → ${url}`]),
    ...(link === undefined ? [] : [`${kind} → ${link}`]),
    ...(retailerIds === undefined ? [] : [`products → ${retailerIds.join(', ') || 'the whole catalogue'}`]),
  ];
}
