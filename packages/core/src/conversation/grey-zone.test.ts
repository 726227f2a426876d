import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Business } from '../business/business.ts';
import { Models } from '../model/models.ts';
import { Verdict } from '../scope/verdict.ts';
import type { Call, CallResult } from './call.ts';
import { verdictAfterChoice } from './grey-zone.ts';
import { judges, runTurn, shop, text } from './testing/run-turn.ts';

const verdicts: fc.Arbitrary<Verdict> = fc.record({
  zone: fc.constantFrom(...Verdict.shape.zone.options),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
  runnersUp: fc.constant([]),
  evidence: fc.array(fc.string(), { maxLength: 2 }),
});
const offered = fc.array(fc.record({ id: fc.constantFrom('cancel', 'questions', 'order-status') }), {
  maxLength: 5,
});
const results: fc.Arbitrary<CallResult> = fc.oneof(
  fc
    .oneof(fc.string(), fc.constantFrom('cancel', 'questions', 'out-of-scope', 'chit-chat'))
    .map((choice): CallResult => ({ kind: 'task-chosen', choice })),
  fc.string().map((why): CallResult => ({ kind: 'tool-failed', why })),
  fc.constant<CallResult>({ kind: 'retrieved', passages: [] }),
);

test('a model never lifts a text out of any zone but the grey one', () => {
  fc.assert(
    fc.property(verdicts, offered, results, (verdict, tasks, result) => {
      fc.pre(verdict.zone !== 'clarify');
      expect(verdictAfterChoice(verdict, tasks, result)).toEqual(verdict);
    }),
  );
});

test('what is accepted was offered; a late, failed or strange answer leaves the question to the customer', () => {
  fc.assert(
    fc.property(verdicts, offered, results, (drawn, tasks, result) => {
      const verdict: Verdict = { ...drawn, zone: 'clarify' };
      const after = verdictAfterChoice(verdict, tasks, result);
      const choice = result.kind === 'task-chosen' ? result.choice : undefined;
      const taken = tasks.some(({ id }) => id === choice);
      const zones: ReadonlyMap<string, Verdict['zone']> = new Map([
        ['out-of-scope', 'refuse'],
        ['chit-chat', 'chit-chat'],
      ]);
      const zone = taken ? 'accept' : (zones.get(choice ?? '') ?? 'clarify');
      expect(after).toMatchObject({ zone, ...(taken ? { task: choice } : {}) });
    }),
  );
});

const models = Models.parse({ providers: [{ kind: 'openai', model: 'small', key: 'env:OPENAI_API_KEY' }] });
const withModel: Business = { ...shop, models, agent: { ...shop.agent, greyZone: 'ask-model' } };

function choosing(choice: string) {
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope') return judges('clarify');
    if (call.kind === 'choose-task') return { kind: 'task-chosen', choice };
    if (call.kind === 'call-tool') return { kind: 'tool-answered', output: { kind: 'none' } };
    return { kind: 'retrieved', passages: [{ passageId: 'p', title: 't', body: 'Free.', score: 1 }] };
  };
}

test('a model chooses among at most five tasks, and only where the business says so', () => {
  const asked = runTurn([text('hmm the thing')], choosing('cancel'), { business: withModel });
  expect(asked.calls[1]).toMatchObject({ kind: 'choose-task', tasks: [{ id: 'cancel' }] });
  expect(asked.close.outcome).toMatchObject({ kind: 'clarified', task: 'cancel' });
  const { models: _models, ...withoutModels } = withModel;
  for (const business of [shop, { ...shop, models }, withoutModels]) {
    const unasked = runTurn([text('hmm the thing')], choosing('cancel'), { business });
    expect(unasked.calls.map(({ kind }) => kind)).toEqual(['judge-scope']);
  }
});

test.each([
  ['out-of-scope', 'refused'],
  ['chit-chat', 'answered'],
  ['questions', 'clarified'],
  ['drop all tables', 'clarified'],
])('a model that says "%s" ends as %s', (choice, outcome) => {
  const { close } = runTurn([text('hmm the thing')], choosing(choice), { business: withModel });
  expect(close.outcome.kind).toBe(outcome);
});

test('a model never sees the account in an unclear text', () => {
  const { calls } = runTurn([text('hmm DE89 3704 0044 0532 0130 00')], choosing('cancel'), {
    business: withModel,
  });
  expect(calls[1]).toMatchObject({ kind: 'choose-task', text: 'hmm [bank-account]' });
});

test('a refused text is never put before a model', () => {
  const { calls } = runTurn([text('a joke')], () => judges('refuse'), { business: withModel });
  expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope']);
});
