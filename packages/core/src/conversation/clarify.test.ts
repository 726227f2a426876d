import { expect, test } from 'vitest';
import type { Call, CallResult } from './call.ts';
import { newConversation } from './state.ts';
import { judges, monday10, runTurn, text } from './testing/run-turn.ts';

const unclear: Extract<CallResult, { kind: 'judged' }> = {
  kind: 'judged',
  verdict: {
    zone: 'clarify',
    task: 'questions',
    score: 0.4,
    runnersUp: [{ task: 'order-status', score: 0.3 }],
    evidence: [],
  },
};

function world(call: Call): CallResult {
  if (call.kind !== 'retrieve') return unclear;
  return {
    kind: 'retrieved',
    passages: [{ passageId: 'faq-1', title: 'Parking', body: 'You can park behind the shop.', score: 0.9 }],
  };
}

/** The knowledge has nothing sure. */
function unsure(call: Call): CallResult {
  return call.kind === 'retrieve' ? { kind: 'retrieved', passages: [] } : unclear;
}

test('what may be a question is answered where the knowledge has a sure answer, and asked about where not', () => {
  const said = [text('the car, where with it')];
  expect(runTurn(said, world).close.outcome).toMatchObject({ kind: 'answered', task: 'questions' });
  expect(runTurn(said, unsure).close.outcome).toEqual({ kind: 'clarified' });
});

test('what names an order is about it, where it is most likely about orders', () => {
  const verdict = { ...unclear.verdict, task: 'cancel' };
  const ran = runTurn([text('that A-1042 thing, no more')], (call) =>
    call.kind === 'call-tool'
      ? { kind: 'tool-answered', output: { kind: 'not-shown' } }
      : { ...unclear, verdict },
  );
  expect(ran.close.outcome).toMatchObject({ kind: 'clarified', task: 'cancel' });
});

test('a bare number right after an order was shown starts nothing about it', () => {
  const recentOrder = { orderNumber: 'A-1042', at: monday10 };
  const conversation = { ...newConversation, recentOrder };
  const verdict = { ...unclear.verdict, task: 'cancel' };
  const judged = (call: Call): CallResult =>
    call.kind === 'retrieve' ? unsure(call) : { ...unclear, verdict };
  expect(runTurn([text('4399')], judged, { conversation }).close.outcome).toEqual({ kind: 'clarified' });
});

test('a plain yes to "is it one of these?" means the first, and goes on with what was written', () => {
  const asked = runTurn([text('the car, where with it')], unsure);
  expect(asked.close.outcome).toMatchObject({ kind: 'clarified' });
  const agreed = runTurn([text('yes')], world, { conversation: asked.conversation });
  expect(agreed.close.outcome).toMatchObject({ kind: 'answered', task: 'questions' });
  expect(agreed.calls).toMatchObject([{ kind: 'retrieve', text: 'the car, where with it' }]);
});

test('it means nothing any more once something else was said', () => {
  const asked = runTurn([text('the car, where with it')], unsure);
  const refused = runTurn([text('write me a poem')], () => judges('refuse'), {
    conversation: asked.conversation,
  });
  const agreed = runTurn([text('yes')], world, { conversation: refused.conversation });
  expect(agreed.close.outcome).toMatchObject({ kind: 'clarified' });
  expect(agreed.calls).toEqual([]);
});

test('what was asked back and left at that is noted for people after two hours, and what was cleared up is not', () => {
  const asked = runTurn([text('the car, where with it')], unsure);
  expect(asked.close.setTimers).toMatchObject([{ name: 'left-unclear' }]);
  const rings = [{ kind: 'timer', name: 'left-unclear' }] as const;
  const left = runTurn(rings, unsure, { conversation: asked.conversation });
  expect(left.close).toMatchObject({ outcome: { kind: 'ignored' }, drafts: [] });
  expect(left.close.unanswered).toMatchObject({ text: 'the car, where with it', task: 'questions' });
  const agreed = runTurn([text('yes')], world, { conversation: asked.conversation });
  expect(runTurn(rings, unsure, { conversation: agreed.conversation }).close.unanswered).toBeUndefined();
});
