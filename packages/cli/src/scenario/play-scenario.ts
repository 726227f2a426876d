import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { voiceNote } from '@ambit/core/message/testing/voice-note';
import {
  askSimulator,
  findPhone,
  type CustomerAct,
  type Phone,
  type PhoneMessage,
  type SimulatorPlace,
} from '../say-phone.ts';
import { followMessage, type SaidTurn } from '../say-turn.ts';
import { findDeviations } from './deviations.ts';
import type { BackEndAnswer } from './back-end-file.ts';
import type { Scenario } from './scenario-file.ts';
import { newCustomer, type ScenarioStack } from './scenario-stack.ts';
import type { ExpectingStep, Step } from './step.ts';

/** One customer of a scenario under way. */
type Customer = {
  readonly phone: Phone;
  sent: string;
  shown: PhoneMessage | undefined;
  place: { readonly channelId: string; readonly conversationId: string } | undefined;
};

/** A scenario under way. `first`: who does what no step says who does. */
type Play = {
  readonly stack: ScenarioStack;
  readonly scenario: Scenario;
  readonly transcript: string[];
  readonly others: Map<string, Customer>;
  readonly answers: readonly BackEndAnswer[];
  readonly first: Customer;
  last: Customer;
};

/** How a scenario came out. `step`: where it did not come out as expected, from 1. */
export type Played =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed';
      readonly step: number;
      readonly wrong: readonly string[];
      readonly transcript: readonly string[];
    };

const person = 'Ada';
const limitMs = 60_000;
const comesWithinMs = 30_000;
const hourMs = 3_600_000;
const Uploaded = z.object({ id: z.string() });
const Wamids = z.object({ wamids: z.array(z.string()) });

/** Plays a scenario up to the first step that comes out otherwise. `answers`: of the business's own systems. */
export async function playScenario(
  stack: ScenarioStack,
  scenario: Scenario,
  answers: readonly BackEndAnswer[] = [],
): Promise<Played> {
  const first = await meet(stack, scenario.as, scenario.phone);
  const play: Play = { stack, scenario, answers, transcript: [], others: new Map(), first, last: first };
  // Whatever a scenario before it left behind.
  if (answers.length > 0) stack.backEnd.behave('well', answers);
  for (const [index, step] of scenario.steps.entries()) {
    const wrong = await takeStep(play, step).catch((cause: unknown) => [
      cause instanceof Error ? cause.message : String(cause),
    ]);
    if (wrong.length > 0) return { kind: 'failed', step: index + 1, wrong, transcript: play.transcript };
  }
  return { kind: 'passed' };
}

async function meet(
  { simulator }: ScenarioStack,
  known: string | undefined,
  phone?: string,
): Promise<Customer> {
  const met = known === undefined ? await newCustomer(simulator, phone) : await findPhone(simulator, known);
  return { phone: met, sent: '', shown: undefined, place: undefined };
}

async function takeStep(play: Play, step: Step): Promise<readonly string[]> {
  if ('clock' in step) {
    play.transcript.push(`(${step.clock} hours pass)`);
    return passTime(play.stack, step.clock * hourMs);
  }
  if ('wait' in step) {
    await wait(step.wait * 1_000);
    return [];
  }
  if ('backEnd' in step) {
    play.stack.backEnd.behave(step.backEnd, play.answers);
    play.transcript.push(`(the back end is ${step.backEnd})`);
    return [];
  }
  if ('desk' in step) return atDesk(play, step);
  const customer = await customerOf(play, step.by);
  play.last = customer;
  if ('comes' in step) return waitFor(play, customer, step.comes);
  const acted = await doActs(play, customer, step);
  const turns = await Promise.all(acted.map((id) => follow(play, customer, id)));
  const last = turns.at(-1);
  if (last === undefined) return ['The step did nothing'];
  if (last.kind === 'unsettled') return [last.why];
  note(play, customer, last);
  const others = turns.filter((turn) => turn.kind !== 'settled' || turn.trace.turnId !== last.trace.turnId);
  return [
    ...(others.length > 0 ? [`${turns.length} messages became more than one turn`] : []),
    ...findDeviations(step, last),
  ];
}

/** Moves the simulated clock, and waits until the server has followed it. */
async function passTime({ simulator, client }: ScenarioStack, byMs: number): Promise<readonly string[]> {
  const { now: before } = await client.status();
  await askSimulator(simulator, 'POST', 'clock', { advanceMs: byMs });
  for (const until = performance.now() + limitMs; performance.now() < until; await wait(50)) {
    if ((await client.status()).now >= before + byMs) return [];
  }
  return ['the clock of the server did not follow the simulated one'];
}

/** The one of this name, who is somebody new unless the simulator has a customer of this id. */
async function customerOf(play: Play, by: string | undefined): Promise<Customer> {
  if (by === undefined) return play.first;
  const known = play.others.get(by);
  if (known !== undefined) return known;
  const met = await meet(play.stack, by).catch(() => meet(play.stack, undefined));
  play.others.set(by, met);
  return met;
}

function follow({ stack }: Play, { phone }: Customer, messageId: string): Promise<SaidTurn> {
  return followMessage({ phone, client: stack.client, limitMs }, messageId);
}

/** Returns the ids of the messages it sent. */
async function doActs(play: Play, customer: Customer, step: ExpectingStep): Promise<readonly string[]> {
  if ('batch' in step) {
    const acts = await Promise.all(
      step.batch.map(async (act) => ({
        customer: customer.phone.id,
        action: await completed(play, customer, act),
      })),
    );
    play.transcript.push(...step.batch.map((act) => describeAct(act, step.by)));
    const answer = await askSimulator(play.stack.simulator, 'POST', 'messages/batch', { messages: acts });
    return Wamids.parse(answer).wamids;
  }
  const ids: string[] = [];
  for (const act of actsOf(customer, step)) {
    play.transcript.push(describeAct(act, step.by));
    customer.sent = await customer.phone.act(await completed(play, customer, act));
    // Each event of a call is a message of its own.
    ids.push(act.kind === 'call' ? `${customer.sent}:connect` : customer.sent);
  }
  return ids;
}

function actsOf(
  { shown }: Customer,
  step: Exclude<ExpectingStep, { batch: unknown }>,
): readonly CustomerAct[] {
  if ('in' in step) return [{ kind: 'text', body: step.in }];
  if ('burst' in step) return step.burst;
  if ('act' in step) return [step.act];
  const choice = shown?.choices.find(({ title }) => title === step.tap);
  if (choice === undefined || shown === undefined) {
    const there = (shown?.choices ?? []).map(({ title }) => `"${title}"`).join(', ');
    throw new Error(`There is no button "${step.tap}"; there ${there === '' ? 'is none' : `are ${there}`}`);
  }
  return [{ ...choice, replyTo: shown.messageId }];
}

async function completed(
  { stack }: Play,
  { sent, shown }: Customer,
  given: CustomerAct,
): Promise<CustomerAct> {
  const { says, ...act } = given;
  return {
    ...act,
    ...(typeof says === 'string' ? { mediaId: await recordVoice(stack.simulator, says) } : {}),
    ...(act['messageId'] === '{sent}' ? { messageId: sent } : {}),
    ...(act['messageId'] === '{shown}' ? { messageId: shown?.messageId } : {}),
  };
}

/** A voice note on the customer's phone; returns its media id. */
async function recordVoice({ url, token }: SimulatorPlace, words: string): Promise<string> {
  const response = await fetch(`${url}/sim/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'audio/ogg; codecs=opus' },
    body: Uint8Array.from(voiceNote(words)),
  });
  return Uploaded.parse(await response.json()).id;
}

async function waitFor(play: Play, { phone, shown }: Customer, words: string): Promise<readonly string[]> {
  for (const until = performance.now() + comesWithinMs; ; await wait(100)) {
    const { messages } = await phone.look();
    const seen = messages.findIndex(({ messageId }) => messageId === shown?.messageId);
    const found = messages.slice(seen + 1).find(({ text }) => text.includes(words));
    if (found !== undefined) {
      play.transcript.push(`< ${found.text}`);
      play.last.shown = found;
      return [];
    }
    if (performance.now() > until) return [`nothing with ${JSON.stringify(words)} came within 30 s`];
  }
}

function note(
  play: Play,
  customer: Customer,
  { trace, replies }: Extract<SaidTurn, { kind: 'settled' }>,
): void {
  const { channelId, conversationId, outcome } = trace;
  customer.place = { channelId, conversationId };
  for (const { sent, shown } of replies) {
    const buttons = (shown?.choices ?? []).map(({ title }) => `[${title}]`).join(' ');
    play.transcript.push(`< ${shown?.text ?? `(${sent.status}) ${sent.text}`} ${buttons}`);
    customer.shown = shown ?? customer.shown;
  }
  play.transcript.push(
    `  (${[outcome.kind, outcome.task, outcome.rule, outcome.why].filter((part) => part !== undefined).join(', ')})`,
  );
}

function describeAct({ kind, ...fields }: CustomerAct, by: string | undefined): string {
  const said =
    kind === 'text' && Object.keys(fields).length === 1
      ? String(fields['body'])
      : `(${kind}) ${JSON.stringify(fields)}`;
  return `${by === undefined ? '' : `${by} `}> ${said}`;
}

/** Of the customer who did something last. */
async function atDesk(play: Play, step: Extract<Step, { desk: unknown }>): Promise<readonly string[]> {
  const { client } = play.stack;
  const customer = play.last;
  if (customer.place === undefined) return ['Nothing was said yet that a person could take'];
  play.transcript.push(`(${person}: ${step.desk})`);
  switch (step.desk) {
    case 'take':
      await client.take(customer.place, { person });
      return [];
    case 'give-back':
      await client.giveBack(customer.place, { person });
      return [];
    case 'reply': {
      const taken = await client.reply(customer.place, {
        person,
        text: step.text,
        clientId: crypto.randomUUID(),
      });
      const turn = await follow(play, customer, taken.messageId);
      if (turn.kind === 'unsettled') return [turn.why];
      note(play, customer, turn);
      return turn.replies.some(({ shown }) => shown?.text === step.text) ? [] : ['The reply never arrived'];
    }
  }
}
