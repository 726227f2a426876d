import { describe, expect, test } from 'vitest';
import { advance, beginState } from './advance.ts';
import type { Call, CallResult } from './call.ts';
import { newConversation, type ConversationState } from './state.ts';
import {
  accepts,
  buttonIds,
  confirming,
  judges,
  monday10,
  order,
  range,
  runTurn,
  saying,
  shop,
  showing,
  tap,
  text,
} from './testing/run-turn.ts';

const refuseAll = (call: Call): CallResult =>
  call.kind === 'judge-scope' ? judges('refuse') : { kind: 'tool-failed', why: 'unexpected' };

describe('routing', () => {
  test('what is not the business is refused with its limits, a person and another path', () => {
    const { close } = runTurn([text('write me a poem')], refuseAll);
    expect(saying(close)).toEqual([
      'Sorry, I can only help with Fern & Oak: where your order is, cancelling an order, or delivery, returns and plant care. For anything else, I can pass you to a person, or you can write to care@fernoak.example.',
    ]);
    expect(buttonIds(close)).toEqual(['task:order-status', 'task:cancel', 'person']);
    expect(close.outcome).toEqual({ kind: 'refused' });
  });

  test('an unclear text gets task buttons, and a tap goes on with the text', () => {
    const unclear = runTurn([text('my A-1042 thing')], () => judges('clarify'));
    expect(buttonIds(unclear.close)).toEqual(['task:cancel']);
    const { calls } = runTurn([tap('task:cancel')], showing('cancel', order), {
      conversation: unclear.conversation,
    });
    expect(calls).toMatchObject([{ tool: 'look-up-order', input: { orderNumber: 'A-1042' } }]);
  });

  test('an unclear text that names an order and is likeliest about one shows how it stands', () => {
    const unclear: CallResult = {
      kind: 'judged',
      verdict: { zone: 'clarify', task: 'order-status', score: 0.5, runnersUp: [], evidence: [] },
    };
    const { close } = runTurn([text('any word of A-1042')], (call) =>
      call.kind === 'judge-scope' ? unclear : showing('order-status', order)(call),
    );
    expect(close.outcome).toEqual({ kind: 'answered', task: 'order-status' });
  });

  test('being unclear twice in a row brings a person', () => {
    let conversation: ConversationState = newConversation;
    const outcomes: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const ran = runTurn([text('hmm the thing')], () => judges('clarify'), { conversation });
      conversation = ran.conversation;
      outcomes.push(ran.close.outcome.kind);
    }
    expect(outcomes).toEqual(['clarified', 'handed-off']);
  });

  test('the second question in a row without an answer goes to a person', () => {
    const nothing = (call: Call): CallResult =>
      call.kind === 'retrieve' ? { kind: 'retrieved', passages: [] } : accepts('questions');
    const first = runTurn([text('do you glaze?')], nothing);
    expect(first.close.outcome).toEqual({ kind: 'clarified', task: 'questions' });
    const second = runTurn([text('do you glaze pots?')], nothing, { conversation: first.conversation });
    expect(second.close.outcome.kind).toBe('handed-off');
  });

  test('two greetings are answered, the third is left alone', () => {
    let conversation: ConversationState = newConversation;
    const outcomes: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      const ran = runTurn([text('hello')], () => judges('chit-chat'), { conversation });
      conversation = ran.conversation;
      outcomes.push(ran.close.outcome);
    }
    expect(outcomes).toEqual([
      { kind: 'answered' },
      { kind: 'answered' },
      { kind: 'ignored', rule: 'chit-chat' },
    ]);
  });

  test('closing thanks end as ignored', () => {
    const { close } = runTurn([text('thanks!')], () => judges('closing'));
    expect(close).toMatchObject({ drafts: [], outcome: { kind: 'ignored', rule: 'closing-thanks' } });
  });

  test('a bare yes with nothing open asks what for', () => {
    const { close, calls } = runTurn([text('yes')], refuseAll);
    expect(calls).toEqual([]);
    expect(close.outcome).toEqual({ kind: 'clarified' });
  });

  test('a yes to the offer of a person brings one', () => {
    const offered = runTurn([text('Are you a bot?')], refuseAll);
    const { close } = runTurn([text('yes please')], refuseAll, { conversation: offered.conversation });
    expect(close.outcome.kind).toBe('handed-off');
  });

  test('"ok thanks" to the offer of a person leaves things as they are', () => {
    const offered = runTurn([text('Are you a bot?')], refuseAll);
    const { close } = runTurn([text('ok thanks')], refuseAll, { conversation: offered.conversation });
    expect(close.outcome).toEqual({ kind: 'ignored', rule: 'closing-thanks' });
  });

  test.each(['ok', 'okay thanks', '👍'])('"%s" after an answer only says that it arrived', (body) => {
    const { close, calls } = runTurn([text(body)], refuseAll);
    expect(calls).toEqual([]);
    expect(close.outcome).toEqual({ kind: 'ignored', rule: 'closing-thanks' });
  });

  test('am I talking to a bot is answered with the truth and a person', () => {
    const { close, calls } = runTurn([text('Are you a bot?')], refuseAll);
    expect(calls).toEqual([]);
    expect(saying(close)[0]).toContain('AI assistant of Fern & Oak, not a person');
    expect(buttonIds(close)).toEqual(['person']);
  });

  test('a bot question with an order in it gets the truth and the order in one message', () => {
    const { close } = runTurn(
      [text('are you a bot? where is my order A-1042')],
      showing('order-status', order),
    );
    expect(close.drafts).toHaveLength(1);
    expect(saying(close)[0]).toMatch(/^I'm the AI assistant[\s\S]*Order A-1042 is on its way/u);
  });

  test('a guard that fails brings a person, never an answer', () => {
    const { close } = runTurn([text('hmm the thing')], () => ({ kind: 'tool-failed', why: 'down' }));
    expect(close.outcome.kind).toBe('handed-off');
  });

  test('a picture alone is honestly not read', () => {
    const { close } = runTurn([{ kind: 'media', medium: 'image', mediaId: 'x' }], refuseAll);
    expect(saying(close)[0]).toContain("I can't open pictures here");
    expect(buttonIds(close)).toEqual(['person']);
    expect(close.outcome).toEqual({ kind: 'clarified' });
  });
});

describe('handing off', () => {
  test.each([text('I want to talk to a real person'), tap('person'), text('HUMAN')])(
    '%o brings a person, whatever is open',
    (content) => {
      const { close, conversation, calls } = runTurn([content], refuseAll, { conversation: confirming() });
      expect(calls).toEqual([]);
      expect(saying(close)).toEqual(["I'm passing you to our team; a person will reply here."]);
      expect(close.handOff).toEqual({
        why: 'The customer asked for a person',
        ticket: {
          reason: 'asked',
          priority: 'normal',
          team: 'support',
          topic: 'cancel',
          language: 'en',
        },
      });
      expect(close.setTimers).toEqual([{ name: 'window-closing', dueAt: monday10 + 22 * 3_600_000 }]);
      expect(conversation.pending).toBeUndefined();
    },
  );

  test('outside hours it says when people are back and what works until then', () => {
    const { close } = runTurn([text('human')], refuseAll, { at: Date.UTC(2026, 10, 21, 12, 0) });
    expect(saying(close)).toEqual([
      "I've passed this to our team. They are away now and back on Monday at 09:00 (Dublin time); a person will reply here then. In the meantime you can write to care@fernoak.example.",
    ]);
  });

  test('an emergency names the emergency number and alarms people', () => {
    const { close } = runTurn([text('please call an ambulance')], refuseAll);
    expect(saying(close)[0]).toContain('please call 112 now');
    expect(close.alarms).toMatchObject([{ kind: 'emergency' }]);
    expect(close.outcome.kind).toBe('handed-off');
  });

  test('a failed delivery goes to a person without another message', () => {
    const { close } = runTurn(
      [{ kind: 'delivery-failed', outboxId: 'o1', code: 131026, reason: 'undeliverable' }],
      refuseAll,
    );
    expect(close.drafts).toEqual([]);
    expect(close.alarms).toEqual([
      { kind: 'delivery-failed', about: 'Message o1 was not delivered: undeliverable (131026)' },
    ]);
    expect(close.handOff?.why).toContain('was not delivered');
  });
});

describe('with people', () => {
  const people = { owner: { kind: 'people' as const, person: 'ada' } };

  test('the agent is silent and the clock runs for the customer', () => {
    const { close, calls } = runTurn([text('hello? A-1042')], refuseAll, { opening: people });
    expect(calls).toEqual([]);
    expect(close).toMatchObject({
      drafts: [],
      outcome: { kind: 'with-person' },
      setTimers: [{ name: 'window-closing' }],
    });
  });

  test("a person's replies go out in order and stop the clock", () => {
    const reply = (body: string) => ({ kind: 'person-reply' as const, person: 'ada', body });
    const { close } = runTurn([text('hello?'), reply('Hi, Ada here.'), reply('x'.repeat(5000))], refuseAll, {
      opening: people,
    });
    expect(saying(close).map(({ length }) => length)).toEqual([13, 4096, 904]);
    expect(
      close.drafts.every(({ author, disclosure }) => author === 'person' && disclosure === undefined),
    ).toBe(true);
    expect(close).toMatchObject({
      outcome: { kind: 'answered' },
      clearTimers: ['window-closing'],
      setTimers: [],
    });
  });

  test('a customer who writes after the reply waits again', () => {
    const { close } = runTurn(
      [{ kind: 'person-reply', person: 'ada', body: 'Hi' }, text('and another thing')],
      refuseAll,
      { opening: people },
    );
    expect(close).toMatchObject({
      outcome: { kind: 'with-person' },
      clearTimers: [],
      setTimers: [{ name: 'window-closing' }],
    });
  });

  test('the timer raises an alarm that names who waits', () => {
    const { close } = runTurn([{ kind: 'timer', name: 'window-closing' }], refuseAll, {
      opening: { ...people, windowClosesAt: monday10 + 7_200_000 },
    });
    expect(close.outcome).toEqual({ kind: 'ignored', rule: 'timer' });
    expect(close.alarms).toEqual([
      {
        kind: 'window-closing',
        about: 'Contact c1 still waits for an answer from ada; the service window closes in 120 minutes',
      },
    ]);
  });

  test('the timer means nothing once the agent owns the conversation again', () => {
    const { close } = runTurn([{ kind: 'timer', name: 'window-closing' }], refuseAll);
    expect(close).toMatchObject({ drafts: [], alarms: [], outcome: { kind: 'ignored', rule: 'timer' } });
  });
});

describe('impossible events', () => {
  const began = {
    kind: 'turn-began' as const,
    turn: 't1',
    at: monday10,
    owner: { kind: 'agent' as const },
    ownerVersion: 1,
    contactId: 'c1',
    inputs: range([text('what about it')]),
  };

  test('a result for a turn that has not begun', () => {
    expect(() =>
      advance(shop, beginState(newConversation), {
        kind: 'settled',
        key: 'k',
        at: 1,
        result: judges('closing'),
      }),
    ).toThrow(/has not begun/u);
  });

  test('a result under another key, of another kind, or after the close', () => {
    const { state, next } = advance(shop, beginState(newConversation), began);
    if (next.kind !== 'await') throw new Error('The turn should wait for the guard');
    expect(() =>
      advance(shop, state, { kind: 'settled', key: 'k', at: 1, result: judges('closing') }),
    ).toThrow(/got the result of "k"/u);
    expect(() => advance(shop, state, began)).toThrow(/begun again/u);
    expect(() =>
      advance(shop, state, {
        kind: 'settled',
        key: next.key,
        at: 1,
        result: { kind: 'retrieved', passages: [] },
      }),
    ).toThrow(/came back as retrieved/u);
    const closed = advance(shop, state, { kind: 'settled', key: next.key, at: 1, result: judges('closing') });
    expect(() => advance(shop, closed.state, began)).toThrow(/closed turn/u);
  });
});
