import { expect, test } from 'vitest';
import type { Call, CallResult } from './call.ts';
import { judges, runTurn, text } from './testing/run-turn.ts';

const unclear: CallResult = {
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

test('a plain yes to "is it one of these?" means the first, and goes on with what was written', () => {
  const asked = runTurn([text('the car, where with it')], world);
  expect(asked.close.outcome).toMatchObject({ kind: 'clarified' });
  const agreed = runTurn([text('yes')], world, { conversation: asked.conversation });
  expect(agreed.close.outcome).toMatchObject({ kind: 'answered', task: 'questions' });
  expect(agreed.calls).toMatchObject([{ kind: 'retrieve', text: 'the car, where with it' }]);
});

test('it means nothing any more once something else was said', () => {
  const asked = runTurn([text('the car, where with it')], world);
  const refused = runTurn([text('write me a poem')], () => judges('refuse'), {
    conversation: asked.conversation,
  });
  const agreed = runTurn([text('yes')], world, { conversation: refused.conversation });
  expect(agreed.close.outcome).toMatchObject({ kind: 'clarified' });
  expect(agreed.calls).toEqual([]);
});
