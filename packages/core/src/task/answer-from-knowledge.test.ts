import { expect, test } from 'vitest';
import type { Call, CallResult } from '../conversation/call.ts';
import { newConversation } from '../conversation/state.ts';
import { monday10, runTurn, saying, text } from '../conversation/testing/run-turn.ts';
import type { Verdict } from '../scope/verdict.ts';

const gifts = { passageId: 'gifts', title: 'Do you sell gift cards?', body: 'Yes, from $20.', score: 0.9 };

function judged(zone: Verdict['zone'], passages: (call: Extract<Call, { kind: 'retrieve' }>) => number) {
  return (call: Call): CallResult => {
    if (call.kind === 'retrieve')
      return {
        kind: 'retrieved',
        passages: [{ ...gifts, source: 'knowledge/faq.md', score: passages(call) }],
      };
    const task = zone === 'refuse' ? {} : { task: 'questions' };
    return { kind: 'judged', verdict: { zone, score: 0.7, runnersUp: [], evidence: [], ...task } };
  };
}

const answered = runTurn(
  [text('do you sell gift cards')],
  judged('accept', () => 0.9),
);

test('an answer tells where it comes from', () => {
  expect(saying(answered.close)).toEqual(['Yes, from $20.\n\nSource: Do you sell gift cards? (faq)']);
});

test('a question without a subject is looked for together with the one before', () => {
  const { calls, close } = runTurn(
    [text('how much is that?')],
    judged('accept', ({ before }) => (before === undefined ? 0 : 0.9)),
    { conversation: answered.conversation },
  );
  expect(calls.at(-1)).toMatchObject({ kind: 'retrieve', before: 'do you sell gift cards' });
  expect(close.outcome.kind).toBe('answered');
});

test('a short question that finds nothing alone is looked for again with the one before', () => {
  const { calls } = runTurn(
    [text('valid in canada')],
    judged('accept', () => 0),
    {
      conversation: answered.conversation,
    },
  );
  expect(calls.filter(({ kind }) => kind === 'retrieve')).toMatchObject([
    { text: 'valid in canada' },
    { text: 'valid in canada', before: 'do you sell gift cards' },
  ]);
});

test.each(['clarify', 'refuse'] as const)(
  '"%s" goes on from the question before if the answer is there',
  (zone) => {
    const going = runTurn(
      [text('and do they expire?')],
      judged(zone, () => 0.8),
      {
        conversation: answered.conversation,
      },
    );
    expect(going.close.outcome).toMatchObject({ kind: 'answered', task: 'questions' });
    const strange = runTurn(
      [text('and who wrote hamlet?')],
      judged(zone, () => 0.1),
      {
        conversation: answered.conversation,
      },
    );
    expect(strange.close.outcome.kind).toBe(zone === 'refuse' ? 'refused' : 'clarified');
  },
);

test('nothing goes on from a question of yesterday', () => {
  const { calls } = runTurn(
    [text('and do they expire?')],
    judged('refuse', () => 0.8),
    {
      conversation: answered.conversation,
      at: (answered.conversation.asked?.at ?? 0) + 86_400_000,
    },
  );
  expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope']);
});

test('a question without an answer is kept, without personal data', () => {
  const { close } = runTurn(
    [text('do you print ada@example.com and +1 555 010 9999 on cups')],
    judged('accept', () => 0.1),
    { conversation: newConversation },
  );
  expect(close.unanswered).toEqual({
    text: 'do you print [email] and [number] on cups',
    language: 'en',
    task: 'questions',
  });
});

test('a question without an answer leaves the question open that was asked before, and the next one goes on from it', () => {
  const pending = { kind: 'confirm-cancel', orderNumber: 'A-7', task: 'cancel', askedAt: monday10 } as const;
  const none = runTurn(
    [text('do you sell stamps')],
    judged('accept', () => 0.1),
    { conversation: { ...answered.conversation, pending } },
  );
  expect(saying(none.close).at(-1)).toContain('Do you still want to cancel order A-7?');
  expect(none.close.drafts.at(-1)?.content).toMatchObject({
    buttons: [{ id: 'confirm:yes:A-7' }, { id: 'confirm:no:A-7' }],
  });
  const next = runTurn(
    [text('and do they expire?')],
    judged('clarify', () => 0.9),
    { conversation: none.conversation },
  );
  expect(next.close.outcome).toMatchObject({ kind: 'answered', task: 'questions' });
  expect(saying(next.close).at(-1)).toContain('Do you still want to cancel order A-7?');
});
