import { z } from 'zod';
import { Business } from '../../business/business.ts';
import type { Inbound, InboundContent } from '../../message/inbound.ts';
import { readableText } from '../../message/outbound.ts';
import { hourMs } from '../../schedule/instant.ts';
import { advance, beginState } from '../advance.ts';
import type { Call, CallResult } from '../call.ts';
import type { Event } from '../event.ts';
import type { Close } from '../next.ts';
import { newConversation, type ConversationState } from '../state.ts';

/** Monday 23 November 2026, 10:00 in Dublin: within the shop's hours. */
export const monday10 = Date.UTC(2026, 10, 23, 10, 0);

/** A small shop with one task of each kind. */
export const shop: Business = Business.parse({
  schema: 1,
  name: 'Fern & Oak',
  purpose: 'Sells house plants and pots online and answers what customers ask about their orders.',
  vertical: 'retail',
  defaultCountry: 'IE',
  languages: ['en'],
  currency: 'EUR',
  hours: {
    timeZone: 'Europe/Dublin',
    week: Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
        day,
        [{ from: '09:00', to: '17:00' }],
      ]),
    ),
  },
  escalation: [{ kind: 'in-chat-person' }, { kind: 'email', address: 'care@fernoak.example' }],
  agent: {
    name: 'Fern',
    tasks: [
      task('order-status', 'order-status', 'where your order is', 'Where is my order'),
      task('cancel', 'cancel-order', 'cancelling an order', 'Cancel an order'),
      task('questions', 'answer-from-knowledge', 'delivery, returns and plant care', 'Ask a question'),
    ],
  },
});

function task(id: string, does: string, title: string, button: string): unknown {
  return { id, does, title, button, examples: { en: ['one of them', 'another one', 'a third one'] } };
}

export function text(body: string): InboundContent {
  return { kind: 'text', body };
}

export function tap(id: string, title = id): InboundContent {
  return { kind: 'choice', id, title };
}

/** Contents as a range of a mailbox: seq from 1, message ids m1, m2 … */
export function range(contents: readonly InboundContent[]): Inbound[] {
  return contents.map((content, index) => ({
    seq: index + 1,
    messageId: `m${index + 1}`,
    at: monday10 + index,
    content,
  }));
}

export type TurnSetting = {
  readonly conversation?: ConversationState;
  readonly at?: number;
  readonly opening?: Partial<Extract<Event, { kind: 'turn-began' }>>;
  readonly business?: Business;
};

export type Ran = {
  readonly conversation: ConversationState;
  readonly close: Close;
  readonly calls: readonly Call[];
};

/** Drives one turn to its close; `answer` performs each call. */
export function runTurn(
  contents: readonly InboundContent[],
  answer: (call: Call) => CallResult,
  { conversation = newConversation, at = monday10, opening = {}, business = shop }: TurnSetting = {},
): Ran {
  const calls: Call[] = [];
  let step = advance(business, beginState(conversation), {
    kind: 'turn-began',
    turn: 't1',
    at,
    owner: { kind: 'agent' },
    ownerVersion: 3,
    contactId: 'c1',
    contactPhone: '353861234567',
    windowClosesAt: at + 24 * hourMs,
    inputs: range(contents),
    ...opening,
  });
  while (step.next.kind === 'await') {
    if (calls.length >= 10)
      throw new Error(`The turn asked for more than 10 calls: ${JSON.stringify(calls)}`);
    calls.push(step.next.call);
    step = advance(business, step.state, {
      kind: 'settled',
      key: step.next.key,
      at: at + calls.length,
      result: answer(step.next.call),
    });
  }
  return { conversation: step.state.conversation, close: step.next, calls };
}

/** The text and buttons of each draft of a close. */
export function saying(close: Close): readonly string[] {
  return close.drafts.map(({ content }) =>
    content.kind === 'template' ? content.name : readableText(content),
  );
}

export function buttonIds(close: Close): readonly string[] {
  return close.drafts.flatMap(({ content }) =>
    content.kind === 'buttons' ? content.buttons.map(({ id }) => id) : [],
  );
}

/** A scope guard that accepts everything for one task. */
export function accepts(taskId: string): CallResult {
  return {
    kind: 'judged',
    verdict: { zone: 'accept', task: taskId, score: 0.9, runnersUp: [], evidence: [] },
  };
}

export function judges(zone: 'clarify' | 'refuse' | 'chit-chat' | 'closing' | 'person'): CallResult {
  return {
    kind: 'judged',
    verdict: { zone, score: 0.4, runnersUp: [{ task: 'cancel', score: 0.3 }], evidence: [] },
  };
}

/** An order of that shop that is on its way. */
export const order = {
  orderNumber: 'A-1042',
  status: 'shipped',
  expectedDelivery: '2026-11-24',
  carrier: 'An Post',
  trackingUrl: 'https://track.example/1',
  items: [
    { sku: 'P1', name: 'Monstera', quantity: 1 },
    { sku: 'P2', name: 'Clay pot', quantity: 2 },
  ],
};

/** A voice note where there is no transcription server. */
export function unheard({ mediaId }: Extract<Call, { kind: 'transcribe' }>): CallResult {
  return { kind: 'transcribed', mediaId, transcript: { kind: 'unheard', why: 'no-server' } };
}

/** Accepts for one task and shows an order of this status; every other call is a mistake. */
export function showing(
  task: string,
  shown: object | undefined,
  cancelled: CallResult = { kind: 'tool-failed', why: 'not asked' },
) {
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope') return accepts(task);
    if (call.kind === 'retrieve') return { kind: 'retrieved', passages: [] };
    if (call.kind === 'choose-task' || call.kind === 'write-answer')
      return { kind: 'tool-failed', why: 'no model takes part' };
    if (call.kind === 'transcribe') return unheard(call);
    if (call.tool === 'cancel-order') return cancelled;
    return {
      kind: 'tool-answered',
      output: z.json().parse(shown === undefined ? { kind: 'not-shown' } : { kind: 'order', order: shown }),
    };
  };
}

/** A conversation that waits for a yes to cancel A-1042. */
export function confirming(proof?: string): ConversationState {
  return {
    ...newConversation,
    pending: {
      kind: 'confirm-cancel',
      task: 'cancel',
      orderNumber: 'A-1042',
      askedAt: monday10,
      ...(proof ? { proof } : {}),
    },
  };
}
