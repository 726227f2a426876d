import { setTimeout as wait } from 'node:timers/promises';
import type { CustomerAction } from '@ambit/simulator/customer-action';
import { createRandom, type Random } from '@ambit/simulator/random';
import type { Simulator } from '@ambit/simulator/simulator';

/** A person of a round, with an order of their own that can still be cancelled. */
export type ChaosCustomer = {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly phone: string;
  readonly order: string;
};

/** `count` people, the first hundred with a phone that libphonenumber takes for real. */
export function inventCustomers(count: number): readonly ChaosCustomer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    name: `Customer ${index}`,
    userId: `US.70000${index}`,
    phone: `+1${['415', '628', '510', '212', '305'][Math.floor(index / 100)] ?? '206'}5550${100 + (index % 100)}`,
    order: `C-${2_000 + index}`,
  }));
}

/** What a script does as one customer. */
export type Talk = {
  readonly customer: ChaosCustomer;
  readonly random: Random;
  act(action: CustomerAction): string;
  say(body: string): string;
  /** Waits for more from the business than was there; undefined when nothing comes. */
  answered(): Promise<string | undefined>;
  pause(least: number, most: number): Promise<void>;
};

const patienceMs = 3_500;

/** Speaks as one customer, as the seed says, until the script is over. */
export async function converse(simulator: Simulator, customer: ChaosCustomer, seed: number): Promise<void> {
  const talk = talkWith(simulator, customer, seed, patienceMs);
  await talk.pause(0, 1_500);
  await pick(talk.random, scripts)(talk);
}

/** A talk that has not begun. `longestMs`: how long an answer is waited for. */
export function talkWith(
  simulator: Simulator,
  customer: ChaosCustomer,
  seed: number,
  longestMs: number,
): Talk {
  const random = createRandom(seed);
  let seen = 0;
  const said = (): readonly string[] =>
    (simulator.control.conversation(customer.id)?.messages ?? []).flatMap((message) =>
      message.from === 'business' && 'body' in message.bubble ? [message.bubble.body] : [],
    );
  const act = (action: CustomerAction): string => {
    const done = simulator.control.act([{ customer: customer.id, action }]);
    if (done.kind !== 'done') throw new Error(`There is no customer "${customer.id}"`);
    return done.wamids[0] ?? '';
  };
  return {
    customer,
    random,
    act,
    say: (body) => act({ kind: 'text', body }),
    async answered() {
      for (const until = performance.now() + longestMs; performance.now() < until;) {
        const texts = said();
        if (texts.length > seen) {
          seen = texts.length;
          return texts.at(-1);
        }
        await wait(40);
      }
      return undefined;
    },
    pause: (least, most) => wait(random.between(least, most)),
  };
}

/** What a customer does, up to its end. */
export type Script = (talk: Talk) => Promise<void>;

const scripts: readonly Script[] = [
  askForOrder,
  askQuestion,
  cancel,
  cancel,
  cancel,
  askForPerson,
  inFragments,
  offTopic,
  smallThings,
];

/** One of them, as the randomness says. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[random.between(0, from.length - 1)];
  if (one === undefined) throw new Error('There is nothing to choose from');
  return one;
}

async function askForOrder({ customer, say, answered, pause }: Talk): Promise<void> {
  say(`Where is my order ${customer.order}?`);
  await answered();
  await pause(0, 400);
  say('When will it be here?');
  await answered();
  say('thanks');
}

async function askQuestion({ random, say, answered }: Talk): Promise<void> {
  say(pick(random, ['How long does a refund take?', 'Do you ship to Canada?', 'Which sizes do you have?']));
  await answered();
  say('What can I pay with?');
}

async function cancel({ customer, random, act, say, answered, pause }: Talk): Promise<void> {
  say(`Please cancel order ${customer.order}.`);
  for (let asked = await answered(); asked?.includes('Shall I go ahead?') !== true; asked = await answered())
    if (asked === undefined) return;
  await pause(0, 200);
  if (random.next() < 0.5) act({ kind: 'button', id: `confirm:yes:${customer.order}`, title: 'Yes, cancel' });
  else say('yes');
  // The impatient say it again.
  if (random.next() < 0.3) say('yes');
  await answered();
  if (random.next() < 0.5) say(`Where is my order ${customer.order}?`);
}

async function askForPerson({ say, answered, pause }: Talk): Promise<void> {
  say('I want to talk to a person');
  await answered();
  await pause(0, 600);
  say('Are you there?');
  await pause(0, 300);
  say('Where is my order?');
}

async function inFragments({ customer, say, pause }: Talk): Promise<void> {
  for (const part of ['hello', 'where is', 'my order', `${customer.order}?`]) {
    say(part);
    await pause(10, 180);
  }
  say('I need it for the weekend.');
}

async function offTopic({ random, say, answered }: Talk): Promise<void> {
  say(pick(random, ['Write me a poem about the sea', 'Who won the election?', 'Solve x^2 = 4 for me']));
  await answered();
  say('Why not?');
}

async function smallThings({ customer, act, say, answered, pause }: Talk): Promise<void> {
  const first = say(`Where is my order ${customer.order}?`);
  act({ kind: 'edit', messageId: first, body: `Where is order ${customer.order}, please?` });
  act({ kind: 'sticker' });
  await answered();
  act({ kind: 'reaction', messageId: first, emoji: '👍' });
  act({ kind: 'image', caption: 'It looks like this' });
  await pause(0, 300);
  act({ kind: 'revoke', messageId: say('forget this') });
  act({ kind: 'location', latitude: 37.77, longitude: -122.42 });
}
