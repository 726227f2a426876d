import { z } from 'zod';
import { voiceNote } from '../../packages/core/src/message/testing/voice-note.ts';
import {
  askSimulator,
  findPhone,
  type CustomerAct,
  type Phone,
  type PhoneMessage,
  type SimulatorPlace,
} from '../../packages/cli/src/say-phone.ts';
import { followMessage, type SaidTurn } from '../../packages/cli/src/say-turn.ts';
import { findDeviations } from './scenario-deviations.ts';
import type { ExpectingStep, Scenario, Step } from './scenario-file.ts';
import { newCustomer, type ScenarioStack } from './scenario-stack.ts';

/** A scenario under way. */
type Play = {
  readonly stack: ScenarioStack;
  readonly phone: Phone;
  readonly transcript: string[];
  sent: string;
  shown: PhoneMessage | undefined;
  place: { readonly channelId: string; readonly conversationId: string } | undefined;
};

const person = 'Ada';
const limitMs = 60_000;
const hourMs = 3_600_000;
const Uploaded = z.object({ id: z.string() });
const Wamids = z.object({ wamids: z.array(z.string()) });

/** Plays a scenario. Throws at the first step that comes out otherwise, with the conversation up to there. */
export async function playScenario(stack: ScenarioStack, scenario: Scenario): Promise<void> {
  const phone =
    scenario.as === undefined
      ? await newCustomer(stack.simulator, scenario.phone)
      : await findPhone(stack.simulator, scenario.as);
  const play: Play = { stack, phone, transcript: [], sent: '', shown: undefined, place: undefined };
  for (const step of scenario.steps) {
    const wrong = await takeStep(play, step);
    if (wrong.length > 0)
      throw new Error(`${wrong.join('\n')}\n\nThe conversation:\n${play.transcript.join('\n')}\n`);
  }
}

async function takeStep(play: Play, step: Step): Promise<readonly string[]> {
  if ('clock' in step) {
    await askSimulator(play.stack.simulator, 'POST', 'clock', { advanceMs: step.clock * hourMs });
    play.transcript.push(`(${step.clock} hours pass)`);
    return [];
  }
  if ('desk' in step) return atDesk(play, step);
  const turns = await Promise.all((await doActs(play, step)).map((id) => follow(play, id)));
  const last = turns.at(-1);
  if (last === undefined) return ['The step did nothing'];
  if (last.kind === 'unsettled') return [last.why];
  note(play, last);
  const others = turns.filter((turn) => turn.kind !== 'settled' || turn.trace.turnId !== last.trace.turnId);
  return [
    ...(others.length > 0 ? [`${turns.length} messages became more than one turn`] : []),
    ...findDeviations(step, last),
  ];
}

function follow({ stack, phone }: Play, messageId: string): Promise<SaidTurn> {
  return followMessage({ phone, client: stack.client, limitMs }, messageId);
}

/** Returns the ids of the messages it sent. */
async function doActs(play: Play, step: ExpectingStep): Promise<readonly string[]> {
  if ('batch' in step) {
    const acts = await Promise.all(
      step.batch.map(async (act) => ({ customer: play.phone.id, action: await completed(play, act) })),
    );
    play.transcript.push(...step.batch.map(describeAct));
    const answer = await askSimulator(play.stack.simulator, 'POST', 'messages/batch', { messages: acts });
    return Wamids.parse(answer).wamids;
  }
  const ids: string[] = [];
  for (const act of actsOf(play, step)) {
    play.transcript.push(describeAct(act));
    play.sent = await play.phone.act(await completed(play, act));
    // Each event of a call is a message of its own.
    ids.push(act.kind === 'call' ? `${play.sent}:connect` : play.sent);
  }
  return ids;
}

function actsOf(play: Play, step: Exclude<ExpectingStep, { batch: unknown }>): readonly CustomerAct[] {
  if ('in' in step) return [{ kind: 'text', body: step.in }];
  if ('burst' in step) return step.burst;
  if ('act' in step) return [step.act];
  const choice = play.shown?.choices.find(({ title }) => title === step.tap);
  if (choice === undefined || play.shown === undefined)
    throw new Error(`There is no button "${step.tap}"\n\nThe conversation:\n${play.transcript.join('\n')}\n`);
  return [{ ...choice, replyTo: play.shown.messageId }];
}

async function completed({ stack, sent, shown }: Play, given: CustomerAct): Promise<CustomerAct> {
  const { says, ...act } = given;
  const spoken = typeof says === 'string' ? { mediaId: await recordVoice(stack.simulator, says) } : {};
  return {
    ...act,
    ...spoken,
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

function note(play: Play, { trace, replies }: Extract<SaidTurn, { kind: 'settled' }>): void {
  const { channelId, conversationId, outcome } = trace;
  play.place = { channelId, conversationId };
  for (const { sent, shown } of replies) {
    const buttons = (shown?.choices ?? []).map(({ title }) => `[${title}]`).join(' ');
    play.transcript.push(`< ${shown?.text ?? `(${sent.status}) ${sent.text}`} ${buttons}`);
    play.shown = shown ?? play.shown;
  }
  play.transcript.push(
    `  (${[outcome.kind, outcome.task, outcome.rule, outcome.why].filter((part) => part !== undefined).join(', ')})`,
  );
}

function describeAct({ kind, ...fields }: CustomerAct): string {
  return kind === 'text' && Object.keys(fields).length === 1
    ? `> ${String(fields['body'])}`
    : `> (${kind}) ${JSON.stringify(fields)}`;
}

async function atDesk(play: Play, step: Extract<Step, { desk: unknown }>): Promise<readonly string[]> {
  const { client } = play.stack;
  if (play.place === undefined) return ['Nothing was said yet that a person could take'];
  play.transcript.push(`(${person}: ${step.desk})`);
  switch (step.desk) {
    case 'take':
      await client.take(play.place, { person });
      return [];
    case 'give-back':
      await client.giveBack(play.place, { person });
      return [];
    case 'reply': {
      const taken = await client.reply(play.place, {
        person,
        text: step.text,
        clientId: crypto.randomUUID(),
      });
      const turn = await follow(play, taken.messageId);
      if (turn.kind === 'unsettled') return [turn.why];
      note(play, turn);
      return turn.replies.some(({ shown }) => shown?.text === step.text) ? [] : ['The reply never arrived'];
    }
  }
}
