import { expect, test } from 'vitest';
import type { Call, CallResult } from '../conversation/call.ts';
import { accepts, order, runTurn, saying, text } from '../conversation/testing/run-turn.ts';

function world(call: Call): CallResult {
  if (call.kind !== 'call-tool') return accepts('cancel');
  const orderNumber = call.input['orderNumber'] ?? '';
  const known = { ...order, orderNumber, status: orderNumber === 'A-1042' ? 'shipped' : 'processing' };
  return call.tool === 'cancel-order'
    ? { kind: 'tool-answered', output: { kind: 'cancelled', order: { ...known, status: 'cancelled' } } }
    : { kind: 'tool-answered', output: { kind: 'order', order: known } };
}

test('of two orders to be cancelled the second is said to come next, and comes after the yes', () => {
  const first = runTurn([text('Cancel A-1057 and A-1060')], world);
  expect(saying(first.close)[0]).toMatch(/first A-1057, then A-1060[\s\S]*would cancel order A-1057/u);
  const second = runTurn([text('yes')], world, { conversation: first.conversation });
  expect(saying(second.close)[0]).toMatch(/A-1057[\s\S]*would cancel order A-1060/u);
  const third = runTurn([text('yes')], world, { conversation: second.conversation });
  expect(saying(third.close)[0]).toMatch(/A-1060/u);
  expect(third.conversation.pending).toBeUndefined();
});

test('a no to the first leaves the second to be asked about', () => {
  const first = runTurn([text('Cancel A-1057 and A-1060')], world);
  const second = runTurn([text('no')], world, { conversation: first.conversation });
  expect(second.conversation.pending).toMatchObject({ kind: 'confirm-cancel', orderNumber: 'A-1060' });
});

test('one that cannot be cancelled any more is told of above the question for the next', () => {
  const { close, conversation } = runTurn([text('Cancel A-1042 and A-1057')], world);
  expect(saying(close)[0]).toMatch(/A-1042[\s\S]*would cancel order A-1057/u);
  expect(conversation.pending).toMatchObject({ kind: 'confirm-cancel', orderNumber: 'A-1057' });
});

test.each(['cancel the second one', 'cancela la segunda', '取消第二个'])(
  'after two orders were shown "%s" means the second',
  (said) => {
    const asked = runTurn([text('where are A-1057 and A-1060?')], (call) =>
      call.kind === 'call-tool' ? world(call) : accepts('order-status'),
    );
    const { conversation } = runTurn([text(said)], world, { conversation: asked.conversation });
    expect(conversation.pending).toMatchObject({ kind: 'confirm-cancel', orderNumber: 'A-1060' });
  },
);

test('one further down than were shown is asked for', () => {
  const asked = runTurn([text('where are A-1057 and A-1060?')], (call) =>
    call.kind === 'call-tool' ? world(call) : accepts('order-status'),
  );
  const { conversation } = runTurn([text('cancel the third one')], world, {
    conversation: asked.conversation,
  });
  expect(conversation.pending).toMatchObject({ kind: 'order-number' });
});
