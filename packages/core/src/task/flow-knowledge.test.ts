import { expect, test } from 'vitest';
import { Business } from '../business/business.ts';
import type { Call, CallResult, Passage } from '../conversation/call.ts';
import { accepts, runTurn, saying, shop, text } from '../conversation/testing/run-turn.ts';
import { flowFrom } from '../flow/testing/flows.ts';

const flow = flowFrom(`
id: plant-care
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: plant-care }], to: { then: answer } }
  - { id: answer, kind: knowledge, to: { answered: end, unknown: sorry, failed: person } }
  - { id: sorry, kind: resolve, text: I do not know that plant. }
  - { id: person, kind: hand-off, why: The knowledge could not be searched }
  - { id: end, kind: end }
`);
const task = {
  id: 'plant-care',
  does: 'flow',
  title: 'caring for a plant',
  button: 'Plant care',
  examples: { en: ['how do I water a fern', 'my plant is dying', 'how much light does it need'] },
};
const extracts = Business.parse({
  ...shop,
  models: { providers: [{ kind: 'openai', model: 'small', key: 'env:OPENAI_API_KEY' }] },
  flows: [flow],
  agent: { ...shop.agent, tasks: [...shop.agent.tasks, task] },
});
const phrased: Business = { ...extracts, agent: { ...extracts.agent, knowledgeAnswers: 'phrased' } };

const passage: Passage = {
  passageId: 'ferns',
  title: 'How do I water a fern?',
  body: 'Water a fern twice a week, and spray its leaves in the morning.',
  score: 0.9,
};

const sourced = (said: string): string => `${said}\n\nSource: ${passage.title}`;

function world(passages: readonly Passage[], ...texts: readonly string[]) {
  let next = 0;
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope') return accepts('plant-care');
    if (call.kind === 'retrieve') return { kind: 'retrieved', passages: [...passages] };
    const written = texts[Math.min(next, texts.length - 1)];
    next += 1;
    if (written === undefined) return { kind: 'tool-failed', why: 'the model is away' };
    const sounds = { zone: 'clarify', score: 0.3, language: 'en', runnersUp: [], evidence: [] } as const;
    return { kind: 'answer-written', text: written, sounds: { ...sounds, runnersUp: [], evidence: [] } };
  };
}

const ask = (business: Business, answer: (call: Call) => CallResult) =>
  runTurn([text('how do I water my fern? my account is DE89 3704 0044 0532 0130 00')], answer, { business });

test('what a flow finds is worded by a model where the business wants that, and rests on passage and call', () => {
  const good = 'Water your fern twice a week and spray its leaves in the morning.';
  const { close, calls } = ask(phrased, world([passage], good));
  expect(saying(close)).toEqual([sourced(good)]);
  expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope', 'retrieve', 'write-answer']);
  const reason = close.drafts[0]?.reason;
  expect(reason?.kind === 'answer' && reason.grounds).toMatchObject(['ferns', expect.any(String)]);
});

test('a text that says more than was found is replaced by what was found', () => {
  const { close, calls } = ask(phrased, world([passage], 'Water it 9 times a week.'));
  expect(saying(close)).toEqual([sourced(passage.body)]);
  expect(calls.filter(({ kind }) => kind === 'write-answer')).toHaveLength(2);
});

test('without a model, or where extracts are wanted, what was found is said word for word', () => {
  expect(saying(ask(phrased, world([passage])).close)).toEqual([sourced(passage.body)]);
  const { close, calls } = ask(extracts, world([passage], 'Anything'));
  expect(saying(close)).toEqual([sourced(passage.body)]);
  expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope', 'retrieve']);
});

test('a question that nothing is close to is noted for people, masked, and the flow goes on', () => {
  const { close } = ask(extracts, world([{ ...passage, score: 0.1 }]));
  expect(saying(close)).toEqual(['I do not know that plant.']);
  expect(close.unanswered).toMatchObject({ language: 'en', task: 'plant-care' });
  expect(close.unanswered?.text).toContain('how do I water my fern');
  expect(close.unanswered?.text).not.toContain('3704');
});
