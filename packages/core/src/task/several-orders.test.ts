import { expect, test } from 'vitest';
import type { Call, CallResult } from '../conversation/call.ts';
import { newConversation } from '../conversation/state.ts';
import { accepts, judges, order, runTurn, saying, text } from '../conversation/testing/run-turn.ts';

const theirs = ['A-1042', 'A-1057'];

function world(call: Call): CallResult {
  if (call.kind !== 'call-tool') return accepts('order-status');
  const orderNumber = call.input['orderNumber'] ?? '';
  const output = theirs.includes(orderNumber)
    ? { kind: 'order', order: { ...order, orderNumber } }
    : { kind: 'not-shown' };
  return { kind: 'tool-answered', output };
}

test('each of several orders in one message is told of, in one reply grounded in all look-ups', () => {
  const { close } = runTurn([text('where are A-1042 and A-1057?')], world);
  expect(saying(close)).toHaveLength(1);
  expect(saying(close)[0]).toMatch(/Order A-1042[\s\S]*Order A-1057/u);
  expect(close.drafts[0]?.reason).toMatchObject({ grounds: [expect.anything(), expect.anything()] });
});

test('the proof of one that cannot be shown is asked for below the others', () => {
  const ran = runTurn([text('where are A-9999 and A-1057?')], world);
  expect(saying(ran.close)[0]).toMatch(/Order A-1057[\s\S]*A-9999/u);
  expect(ran.close.outcome).toMatchObject({ kind: 'clarified', task: 'order-status' });
  expect(ran.conversation.pending).toMatchObject({ kind: 'order-proof', orderNumber: 'A-9999' });
  expect(ran.conversation.guesses?.count).toBe(1);
});

test('numbers alone ask how these orders stand', () => {
  const { close } = runTurn([text('A-1042\nand A-1057')], world);
  expect(saying(close)[0]).toMatch(/Order A-1042[\s\S]*Order A-1057/u);
});

test('they are told of while the proof of another is asked for, too', () => {
  const pending = { kind: 'order-proof', task: 'order-status', orderNumber: 'A-9999' } as const;
  const conversation = { ...newConversation, pending };
  const unclear = (call: Call): CallResult => (call.kind === 'call-tool' ? world(call) : judges('clarify'));
  const { close } = runTurn([text('where are A-1042 and A-1057?')], unclear, { conversation });
  expect(saying(close)[0]).toMatch(/Order A-1042[\s\S]*Order A-1057/u);
});
