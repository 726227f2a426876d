import { describe, expect, test } from 'vitest';
import {
  shop,
  accepts,
  judges,
  monday10,
  range,
  runTurn,
  saying,
  buttonIds,
  tap,
  text,
} from './testing/run-turn.ts';
import { advance, beginState } from './advance.ts';
import type { Call, CallResult } from './call.ts';
import { newConversation, type ConversationState } from './state.ts';

const order = {
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

/** Accepts for one task and shows an order of this status; every other call is a mistake. */
function showing(
  task: string,
  shown: object | undefined,
  cancelled: CallResult = { kind: 'tool-failed', why: 'not asked' },
) {
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope') return accepts(task);
    if (call.kind === 'retrieve') return { kind: 'retrieved', passages: [] };
    if (call.tool === 'cancel-order') return cancelled;
    return {
      kind: 'tool-answered',
      output: JSON.parse(
        JSON.stringify(shown === undefined ? { kind: 'not-shown' } : { kind: 'order', order: shown }),
      ),
    };
  };
}

const refuseAll = (call: Call): CallResult =>
  call.kind === 'judge-scope' ? judges('refuse') : { kind: 'tool-failed', why: 'unexpected' };

function confirming(proof?: string): ConversationState {
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

describe('the order conversation', () => {
  test('an order inquiry with its number is answered with status, date, items and tracking', () => {
    const { close, calls } = runTurn([text('Where is my order A-1042?')], showing('order-status', order));
    expect(saying(close)).toEqual([
      'Order A-1042 is on its way with An Post.\nExpected delivery: tomorrow, Tuesday 24 November.\nIn it: 1 × Monstera, 2 × Clay pot.\nFollow it here: https://track.example/1',
    ]);
    expect(close.outcome).toEqual({ kind: 'answered', task: 'order-status' });
    expect(calls[1]).toEqual({
      kind: 'call-tool',
      tool: 'look-up-order',
      input: { orderNumber: 'A-1042', contactPhone: '353861234567' },
      effect: false,
    });
  });

  test('the reply is grounded in the look-up by its call key and carries the disclosure', () => {
    const { close } = runTurn([text('Where is my order A-1042?')], showing('order-status', order));
    const reason = close.drafts[0]?.reason;
    expect(reason).toMatchObject({
      kind: 'answer',
      task: 'order-status',
      grounds: [expect.stringMatching(/^t1:[0-9a-f]{16}:0$/u)],
    });
    expect(close.drafts[0]?.disclosure).toContain('AI assistant of Fern & Oak');
    expect(saying(close)[0]).not.toContain('AI assistant');
  });

  test('a missing number is asked for, and the bare number then continues the task without the guard', () => {
    const asked = runTurn([text('where is my parcel')], showing('order-status', order));
    expect(asked.close.outcome).toEqual({ kind: 'clarified', task: 'order-status' });
    const { close, calls } = runTurn([text("it's a1042")], showing('order-status', order), {
      conversation: asked.conversation,
    });
    expect(calls.map(({ kind }) => kind)).toEqual(['call-tool']);
    expect(close.outcome).toEqual({ kind: 'answered', task: 'order-status' });
  });

  test('an order number alone with nothing open asks how the order stands', () => {
    const { close, calls } = runTurn([text('#A-1042')], showing('order-status', order));
    expect(calls).toHaveLength(1);
    expect(close.outcome.kind).toBe('answered');
  });

  test('an unknown or foreign order asks for the second fact in the same words, and the fact opens it', () => {
    const first = runTurn([text('A-1042')], showing('order-status', undefined));
    expect(first.close.outcome).toEqual({ kind: 'clarified', task: 'order-status' });
    const wrong = runTurn([text('wrong@example.com')], showing('order-status', undefined), {
      conversation: first.conversation,
    });
    expect(saying(wrong.close)).toEqual(saying(first.close));
    expect(wrong.conversation.guesses?.count).toBe(2);
    const right = runTurn([text('My e-mail is Ana@Example.com')], showing('order-status', order), {
      conversation: wrong.conversation,
    });
    expect(right.calls[0]).toMatchObject({ input: { orderNumber: 'A-1042', proof: 'ana@example.com' } });
    expect(right.conversation.proofs).toEqual({ 'A-1042': 'ana@example.com' });
    expect(right.conversation.pending).toBeUndefined();
  });

  test('too many wrong details in a day bring a person', () => {
    let conversation: ConversationState = newConversation;
    const outcomes: string[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      const ran = runTurn([text(`A-20${guess}0`)], showing('order-status', undefined), { conversation });
      conversation = ran.conversation;
      outcomes.push(ran.close.outcome.kind);
    }
    expect(outcomes).toEqual(['clarified', 'clarified', 'clarified', 'clarified', 'clarified', 'handed-off']);
    const blocked = runTurn([text('A-1042')], showing('order-status', order), { conversation });
    expect(blocked.calls).toEqual([]);
    expect(blocked.close.outcome.kind).toBe('handed-off');
  });

  test('guesses of yesterday are forgotten', () => {
    const conversation = { ...newConversation, guesses: { count: 6, since: monday10 - 86_400_000 } };
    expect(
      runTurn([text('A-1042')], showing('order-status', order), { conversation }).close.outcome.kind,
    ).toBe('answered');
  });

  test('a look-up that fails is told honestly and goes to a person', () => {
    const { close } = runTurn([text('A-1042')], () => ({ kind: 'tool-failed', why: 'timeout' }));
    expect(close.outcome).toEqual({
      kind: 'handed-off',
      why: 'Looking up order A-1042 failed: timeout',
      task: 'order-status',
    });
    expect(saying(close)[0]).toContain("I can't get at our orders");
  });
});

describe('cancelling', () => {
  const packed = { ...order, status: 'packed' };
  const done: CallResult = {
    kind: 'tool-answered',
    output: JSON.parse(JSON.stringify({ kind: 'cancelled', order: { ...packed, status: 'cancelled' } })),
  };

  test('says what it would cancel and asks for a yes', () => {
    const { close, conversation, calls } = runTurn(
      [text('please cancel order A-1042')],
      showing('cancel', packed),
    );
    expect(saying(close)[0]).toBe(
      'This would cancel order A-1042 (1 × Monstera, 2 × Clay pot). Shall I go ahead?',
    );
    expect(buttonIds(close)).toEqual(['confirm:yes', 'confirm:no']);
    expect(conversation.pending).toMatchObject({ kind: 'confirm-cancel', orderNumber: 'A-1042' });
    expect(calls.some((call) => call.kind === 'call-tool' && call.effect)).toBe(false);
  });

  test.each([tap('confirm:yes'), text('yes please'), text('Yes, cancel it'), text('👍')])(
    '%o cancels it',
    (yes) => {
      const { close, calls, conversation } = runTurn([yes], showing('cancel', packed, done), {
        conversation: confirming('d02 x285'),
      });
      expect(calls).toEqual([
        {
          kind: 'call-tool',
          tool: 'cancel-order',
          input: { orderNumber: 'A-1042', contactPhone: '353861234567', proof: 'd02 x285' },
          effect: true,
        },
      ]);
      expect(saying(close)).toEqual(['Done: order A-1042 is cancelled.']);
      expect(conversation.pending).toBeUndefined();
    },
  );

  test.each([
    [tap('confirm:no')],
    [text('no')],
    [text('never mind')],
    [text('stop')],
    [tap('confirm:yes'), text('no wait')],
  ])('%o keeps it', (...contents) => {
    const { close, calls, conversation } = runTurn(contents, showing('cancel', packed, done), {
      conversation: confirming(),
    });
    expect(calls).toEqual([]);
    expect(saying(close)).toEqual(['Okay, order A-1042 stays as it is.']);
    expect(conversation.pending).toBeUndefined();
  });

  test.each(['shipped', 'delivered', 'cancelled', 'returned'])(
    'an order that is %s is not offered for cancelling',
    (status) => {
      const { close, conversation } = runTurn(
        [text('cancel A-1042')],
        showing('cancel', { ...order, status }),
      );
      expect(buttonIds(close)).toEqual(['person']);
      expect(conversation.pending).toBeUndefined();
    },
  );

  test('one that became too late says so', () => {
    const late: CallResult = {
      kind: 'tool-answered',
      output: JSON.parse(JSON.stringify({ kind: 'too-late', order })),
    };
    const { close } = runTurn([tap('confirm:yes')], showing('cancel', packed, late), {
      conversation: confirming(),
    });
    expect(saying(close)[0]).toContain('already on its way');
  });

  test.each([
    { kind: 'tool-failed', why: 'time-out' } as const,
    { kind: 'in-doubt', why: 'crash' } as const,
    { kind: 'tool-answered', output: { kind: 'nonsense' } } as const,
  ])('a cancellation that came back as $kind claims nothing and goes to a person', (result) => {
    const { close } = runTurn([tap('confirm:yes')], showing('cancel', packed, result), {
      conversation: confirming(),
    });
    expect(close.outcome.kind).toBe('handed-off');
    expect(saying(close)[0]).toContain("please don't count on it yet");
    expect(saying(close)[0]).not.toContain('Done');
  });

  test('a question in between is answered and the confirmation stays open', () => {
    const { close, conversation } = runTurn(
      [text('how long does delivery take?')],
      (call) =>
        call.kind === 'retrieve'
          ? {
              kind: 'retrieved',
              passages: [{ passageId: 'faq#1', title: 'Delivery', body: 'Two working days.', score: 0.8 }],
            }
          : accepts('questions'),
      { conversation: confirming() },
    );
    expect(saying(close)).toEqual(['Two working days.\n\nDo you still want to cancel order A-1042?']);
    expect(close.drafts[0]?.reason).toEqual({ kind: 'answer', task: 'questions', grounds: ['faq#1'] });
    expect(conversation.pending?.kind).toBe('confirm-cancel');
  });

  test('a yes a day later cancels nothing', () => {
    const { calls, close } = runTurn([text('yes')], showing('cancel', packed, done), {
      conversation: confirming(),
      at: monday10 + 86_400_000,
    });
    expect(calls).toEqual([]);
    expect(close.outcome.kind).toBe('clarified');
  });

  test('a tapped yes with nothing open cancels nothing', () => {
    const { calls, close } = runTurn([tap('confirm:yes')], showing('cancel', packed, done));
    expect(calls).toEqual([]);
    expect(close.outcome.kind).toBe('clarified');
  });
});

describe('routing', () => {
  test('what is not the business is refused with its limits, a person and another path', () => {
    const { close } = runTurn([text('write me a poem')], refuseAll);
    expect(saying(close)).toEqual([
      'Sorry, I can only help with Fern & Oak: where your order is, cancelling an order and delivery, returns and plant care. For anything else, I can pass you to a person, or you can write to care@fernoak.example.',
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

  test('being unclear three times in a row brings a person', () => {
    let conversation: ConversationState = newConversation;
    const outcomes: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      const ran = runTurn([text('hmm the thing')], () => judges('clarify'), { conversation });
      conversation = ran.conversation;
      outcomes.push(ran.close.outcome.kind);
    }
    expect(outcomes).toEqual(['clarified', 'clarified', 'handed-off']);
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
    const { close } = runTurn([text('hello?')], () => ({ kind: 'tool-failed', why: 'down' }));
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
      expect(close.handOff).toEqual({ why: 'The customer asked for a person', queue: 'support' });
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
    expect(saying(close)[0]).toContain('call your local emergency number now');
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
