import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { CallResult } from '../conversation/call.ts';
import { newConversation, type ConversationState } from '../conversation/state.ts';
import { hourMs } from '../schedule/instant.ts';
import {
  accepts,
  buttonIds,
  confirming,
  monday10,
  order,
  runTurn,
  saying,
  showing,
  tap,
  text,
} from '../conversation/testing/run-turn.ts';

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

  test.each(['where is my order', '¿dónde está mi pedido?', '我的订单到哪了'])(
    'the order that was placed here is the one meant by "%s", for some days',
    (said) => {
      const placedOrder = { orderNumber: 'A-1042', at: monday10 };
      const conversation = { ...newConversation, placedOrder };
      const asked = (at: number) =>
        runTurn([text(said)], showing('order-status', order), { conversation, at }).calls[1];
      expect(asked(monday10 + hourMs)).toMatchObject({ input: { orderNumber: 'A-1042' } });
      expect(asked(monday10 + 80 * hourMs)).toMatchObject({ tool: 'own-orders', input: { said } });
    },
  );

  test('another order than the one placed here is looked for among their own', () => {
    const conversation = { ...newConversation, placedOrder: { orderNumber: 'A-1042', at: monday10 } };
    const { calls } = runTurn([text('where is my other order')], showing('order-status', order), {
      conversation,
    });
    expect(calls).toMatchObject([{ tool: 'own-orders', input: { except: 'A-1042' } }]);
  });

  test('several own orders are a list, and a row, a place or a word of one opens it', () => {
    const orders = [
      { orderNumber: 'A-1042', line: 'on its way · 1 × Monstera' },
      { orderNumber: 'A-1040', line: 'delivered · 2 × Clay pot' },
    ];
    const asked = runTurn([text('where is my order')], (call) =>
      call.kind === 'call-tool' && call.tool === 'own-orders'
        ? { kind: 'tool-answered', output: { kind: 'several', orders } }
        : accepts('order-status'),
    );
    expect(asked.close.drafts[0]?.content).toMatchObject({
      kind: 'list',
      rows: [
        { id: 'order:A-1042', title: 'A-1042', description: 'on its way · 1 × Monstera' },
        { id: 'order:A-1040', title: 'A-1040' },
      ],
    });
    for (const chosen of [tap('order:A-1042', 'A-1042'), text('the first one'), text('the monstera')]) {
      const { calls } = runTurn([chosen], showing('order-status', order), asked);
      expect(calls).toMatchObject([{ tool: 'look-up-order', input: { orderNumber: 'A-1042' } }]);
    }
  });

  test('the only own order is told at once', () => {
    const { close, calls } = runTurn([text('where is my order')], (call) => {
      if (call.kind === 'judge-scope') return accepts('order-status');
      const one = { kind: 'one', orderNumber: 'A-1042' };
      const output = call.kind === 'call-tool' && call.tool === 'own-orders' ? one : { kind: 'order', order };
      return { kind: 'tool-answered', output };
    });
    expect(calls).toHaveLength(3);
    expect(close.outcome).toEqual({ kind: 'answered', task: 'order-status' });
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

  test('"it" means the order shown a moment ago, and no longer half an hour later', () => {
    const shown = runTurn([text('A-1042')], showing('order-status', order));
    const soon = runTurn([text('can you cancel it?')], showing('cancel', order), {
      conversation: shown.conversation,
      at: monday10 + 60_000,
    });
    expect(soon.calls[1]).toMatchObject({ tool: 'look-up-order', input: { orderNumber: 'A-1042' } });
    const later = runTurn([text('can you cancel it?')], showing('cancel', order), {
      conversation: shown.conversation,
      at: monday10 + 3_600_000,
    });
    expect(later.conversation.pending?.kind).toBe('order-number');
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
    output: z.json().parse({ kind: 'cancelled', order: { ...packed, status: 'cancelled' } }),
  };

  test('says what it would cancel and asks for a yes', () => {
    const { close, conversation, calls } = runTurn(
      [text('please cancel order A-1042')],
      showing('cancel', packed),
    );
    expect(saying(close)[0]).toBe(
      'This would cancel order A-1042 (1 × Monstera, 2 × Clay pot). Shall I go ahead?',
    );
    expect(buttonIds(close)).toEqual(['confirm:yes:A-1042', 'confirm:no:A-1042']);
    expect(conversation.pending).toMatchObject({ kind: 'confirm-cancel', orderNumber: 'A-1042' });
    expect(calls.some((call) => call.kind === 'call-tool' && call.effect)).toBe(false);
  });

  test('a button further up the chat does not confirm the order asked about now', () => {
    const { calls, close } = runTurn([tap('confirm:yes:A-0007')], showing('cancel', packed, done), {
      conversation: confirming('d02 x285'),
    });
    expect(calls).toEqual([]);
    expect(close.outcome.kind).toBe('clarified');
  });

  test.each([tap('confirm:yes:A-1042'), text('yes please'), text('Yes, cancel it'), text('👍')])(
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
    [tap('confirm:no:A-1042')],
    [text('no')],
    [text('never mind')],
    [tap('confirm:yes:A-1042'), text('no wait')],
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
      output: z.json().parse({ kind: 'too-late', order }),
    };
    const { close } = runTurn([tap('confirm:yes:A-1042')], showing('cancel', packed, late), {
      conversation: confirming(),
    });
    expect(saying(close)[0]).toContain('already on its way');
  });

  test.each([
    { kind: 'tool-failed', why: 'time-out' } as const,
    { kind: 'in-doubt', why: 'crash' } as const,
    { kind: 'tool-answered', output: { kind: 'nonsense' } } as const,
  ])('a cancellation that came back as $kind claims nothing and goes to a person', (result) => {
    const { close } = runTurn([tap('confirm:yes:A-1042')], showing('cancel', packed, result), {
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
    expect(saying(close)).toEqual([
      'Two working days.\n\nSource: Delivery\n\nDo you still want to cancel order A-1042?',
    ]);
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
    const { calls, close } = runTurn([tap('confirm:yes:A-1042')], showing('cancel', packed, done));
    expect(calls).toEqual([]);
    expect(close.outcome.kind).toBe('clarified');
  });
});
