import { expect, test } from 'vitest';
import type { Call, CallResult } from '../conversation/call.ts';
import { newConversation, type ConversationState } from '../conversation/state.ts';
import {
  accepts,
  buttonIds,
  judges,
  monday10,
  runTurn,
  saying,
  tap,
  text,
  type Ran,
} from '../conversation/testing/run-turn.ts';
import { flowFrom } from '../flow/testing/flows.ts';
import type { InboundContent } from '../message/inbound.ts';
import { dayMs } from '../schedule/instant.ts';
import { visit, visitShop as business } from './visit.fixture.ts';

const booked: CallResult = { kind: 'tool-answered', output: { kind: 'booked', reference: 'V-9' } };

/** Judges every text to be this, finds the same passage each time, and books. */
function world(verdict: CallResult, tool: CallResult = booked) {
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope') return verdict;
    if (call.kind === 'retrieve')
      return {
        kind: 'retrieved',
        passages: [
          { passageId: 'faq-1', title: 'Parking', body: 'You can park behind the shop.', score: 0.9 },
        ],
      };
    return tool;
  };
}

type Said = {
  readonly content: InboundContent;
  readonly answer?: (call: Call) => CallResult;
  readonly at?: number;
};

/** Several turns of one conversation; the last one comes back. */
function talk(turns: readonly Said[], conversation: ConversationState = newConversation, of = business): Ran {
  let ran: Ran | undefined;
  let state = conversation;
  for (const { content, answer = world(accepts('visit')), at = monday10 } of turns) {
    ran = runTurn([content], answer, { conversation: state, business: of, at });
    state = ran.conversation;
  }
  if (ran === undefined) throw new Error('A talk needs a turn');
  return ran;
}

const say = (body: string, answer?: (call: Call) => CallResult): Said => ({
  content: text(body),
  ...(answer === undefined ? {} : { answer }),
});

test('a question in the middle that has no answer is said to have none, and the flow asks on', () => {
  const begun = talk([say('I want to visit')]);
  const nothing = (call: Call): CallResult =>
    call.kind === 'retrieve' ? { kind: 'retrieved', passages: [] } : accepts('questions');
  const asked = talk([say('is there a piano', nothing)], begun.conversation);
  expect(asked.close.outcome).toMatchObject({ kind: 'clarified', task: 'questions' });
  expect(saying(asked.close).join('\n')).toContain('Which day');
});

test('a few words that are no answer and nobody else’s are asked about again, not refused; more is refused', () => {
  const begun = talk([say('I want to visit')]);
  const name = talk([say('Omar', world(judges('refuse')))], begun.conversation);
  expect(name.close.outcome).toMatchObject({ kind: 'clarified', task: 'visit' });
  expect(saying(name.close).at(-1)).toContain('Which day');
  const link = talk([say('https://visit.example/day', world(judges('refuse')))], begun.conversation);
  expect(link.close.outcome).toMatchObject({ kind: 'clarified', task: 'visit' });
  const poem = talk([say('write me a poem about the sea', world(judges('refuse')))], begun.conversation);
  expect(poem.close.outcome).toMatchObject({ kind: 'refused' });
});

test('a task is carried out by its flow, turn by turn, and the change is made once', () => {
  const asked = talk([say('I would like to visit on Friday')]);
  expect(saying(asked.close)).toEqual(['How many of you?']);
  expect(asked.close.outcome).toEqual({ kind: 'clarified', task: 'visit' });
  const confirm = talk([say('3')], asked.conversation);
  expect(saying(confirm.close)).toEqual(['3 on Friday 27 November: shall I book it?']);
  expect(confirm.calls).toEqual([]);
  const [yes = ''] = buttonIds(confirm.close);
  const done = talk([{ content: tap(yes) }], confirm.conversation);
  expect(saying(done.close)).toEqual(['Booked: V-9.']);
  expect(done.calls).toEqual([
    {
      kind: 'call-tool',
      tool: 'book-visit',
      input: { day: '2026-11-27', people: '3', phone: '353861234567' },
      effect: true,
    },
  ]);
  expect(done.close.drafts[0]?.reason).toMatchObject({ kind: 'answer', task: 'visit', grounds: [/^t1:/] });
  expect(done.conversation.flows).toBeUndefined();
});

test('a question in the middle is answered, and the open one is put again in the same message', () => {
  const asked = talk([say('visit on friday'), say('where can I park?', world(accepts('questions')))]);
  expect(saying(asked.close)).toEqual([
    'You can park behind the shop.\n\nSource: Parking\n\nHow many of you?',
  ]);
  const confirm = talk([say('4')], asked.conversation);
  expect(saying(confirm.close)[0]).toContain('4 on Friday');
});

test('"no, Saturday" at the confirmation takes the day back', () => {
  const confirm = talk([say('visit on friday'), say('2'), say('no, saturday')]);
  expect(saying(confirm.close)).toEqual(['2 on Saturday 28 November: shall I book it?']);
});

test('a button that is old, or of a flow that is over, does nothing', () => {
  const confirm = talk([say('visit on friday'), say('2')]);
  const [yes = ''] = buttonIds(confirm.close);
  const over = talk([say('no')], confirm.conversation);
  expect(over.close.outcome).toMatchObject({ kind: 'answered' });
  const stale = talk([{ content: tap(yes) }], over.conversation);
  expect(saying(stale.close)).toEqual(['That question is no longer open. What can I do for you?']);
  const next = talk([say('visit on friday'), say('5')], over.conversation);
  const again = talk([{ content: tap(yes) }], next.conversation);
  expect(again.calls).toEqual([]);
  expect(saying(again.close)).toEqual(['5 on Friday 27 November: shall I book it?']);
});

test('what nobody can place is asked for again, and then a person takes over with the words of the flow', () => {
  const unclear = world(judges('clarify'));
  const asked = talk([say('visit on friday'), say('hmm well', unclear)]);
  expect(saying(asked.close)).toEqual(['How many of you?']);
  const over = talk([say('dunno', unclear), say('who knows', unclear)], asked.conversation);
  expect(over.close.handOff).toMatchObject({
    why: 'The visit could not be booked',
    ticket: { team: 'front-desk', reason: 'flow' },
  });
  expect(saying(over.close)[0]).toMatch(/^I could not book that\. I'm passing you/);
  expect(over.conversation.flows).toBeUndefined();
});

test('what is off topic is refused and counts nothing against the open question', () => {
  const off = world(judges('refuse'));
  const refused = talk([say('visit on friday'), say('write me a poem', off)]);
  expect(refused.close.outcome).toEqual({ kind: 'refused' });
  expect(refused.conversation.flows?.[0]?.state.position).toMatchObject({ kind: 'asking', tries: 0 });
  const loose = talk([say('for 3 of us and our dog', off)], refused.conversation);
  expect(saying(loose.close)[0]).toContain('3 on Friday');
});

test('a bare yes to a question that it does not answer puts the question again', () => {
  const asked = talk([say('visit on friday'), say('yes')]);
  expect(saying(asked.close)).toEqual(['How many of you?']);
  expect(asked.calls).toEqual([]);
});

test('silence follows its edge, and an answer takes the timer away', () => {
  const asked = talk([say('visit please')]);
  const [timer] = asked.close.setTimers;
  expect(timer?.dueAt).toBe(monday10 + 1 + 30 * 60_000);
  const name = timer?.name ?? '';
  const late = talk([{ content: { kind: 'timer', name } }], asked.conversation);
  expect(saying(late.close)).toEqual(['Still there? Write again when you like.']);
  const answered = talk([say('friday')], asked.conversation);
  expect(answered.close.clearTimers).toContain(name);
  const raced = talk([{ content: { kind: 'timer', name } }], answered.conversation);
  expect(raced.close.outcome).toEqual({ kind: 'ignored', rule: 'timer' });
});

test('a person who is asked for gets the conversation at once, and the flow is over', () => {
  const over = talk([say('visit please'), say('let me speak to a human')]);
  expect(over.close.outcome.kind).toBe('handed-off');
  expect(over.conversation.flows).toBeUndefined();
});

test('a failing tool brings a person and claims nothing', () => {
  const failing = world(accepts('visit'), { kind: 'tool-failed', why: 'time-out' });
  const over = talk([say('visit on friday'), say('2'), say('yes', failing)]);
  expect(over.close.handOff).toBeDefined();
  expect(saying(over.close)[0]).toMatch(/^I could not book that\./);
});

test('a conversation goes on with the version it started with; a new one takes the newest', () => {
  const asked = talk([say('visit please')]);
  const second = flowFrom(
    JSON.stringify({ ...visit, version: 2 }).replaceAll('How many of you?', 'How many guests?'),
  );
  const both = { ...business, flows: [...business.flows, second] };
  expect(saying(talk([say('friday')], asked.conversation, both).close)).toEqual(['How many of you?']);
  expect(saying(talk([say('visit please'), say('friday')], newConversation, both).close)).toEqual([
    'How many guests?',
  ]);
  const gone = { ...business, flows: [second] };
  expect(saying(talk([say('friday')], asked.conversation, gone).close)).toEqual(['How many guests?']);
});

test('a question older than a day is not open any more', () => {
  const asked = talk([say('visit please')]);
  const later = talk(
    [{ ...say('hello'), at: monday10 + dayMs + 1, answer: world(judges('chit-chat')) }],
    asked.conversation,
  );
  expect(later.conversation.flows).toBeUndefined();
});

test('an order can be looked up in the middle of a visit, and the visit goes on', () => {
  const order = world(accepts('order-status'), { kind: 'tool-answered', output: { kind: 'not-shown' } });
  const proof = talk([say('visit on friday'), say('where is my order A-1042?', order)]);
  expect(saying(proof.close)[0]).toContain("I can't show you order A-1042");
  const dropped = talk([say('never mind')], proof.conversation);
  expect(saying(dropped.close)[0]).toMatch(/How many of you\?$/);
});

test('a button that triggers a flow starts it', () => {
  expect(saying(talk([{ content: tap('visit-now') }]).close)).toEqual(['Which day would you like to come?']);
});
