import { describe, expect, test } from 'vitest';
import { Business } from '../business/business.ts';
import type { Call, CallResult } from '../conversation/call.ts';
import { runTurn, saying as saidIn, shop, text } from '../conversation/testing/run-turn.ts';
import type { Close } from '../conversation/next.ts';
import { flowFrom } from '../flow/testing/flows.ts';
import { guessLanguage } from '../language/guess-language.ts';

const passage = {
  passageId: 'returns',
  title: 'How do I return a plant?',
  body: 'Send it back within 30 days in its own box. The return is free and the money is back in five days.',
  score: 0.9,
};
const models = { providers: [{ kind: 'openai', model: 'small', key: 'env:OPENAI_API_KEY' }] };
const phrasing = Business.parse({ ...shop, models, agent: { ...shop.agent, knowledgeAnswers: 'phrased' } });

/** A flow that looks an order up and lets a model say how it stands. */
function telling(failing: 'otherwise' | 'hand-off'): Business {
  const flow = flowFrom(`
id: telling
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: telling }], to: { then: look } }
  - { id: look, kind: tool, tool: look-up-order, input: { orderNumber: A-1042 }, effect: false, save: order, to: { answered: tell, failed: person } }
  - id: tell
    kind: model
    instructions: Say how the order stands and when it should arrive.
    sees: [order, said]
    otherwise: Your order is on its way.
    failing: ${failing}
    to: { then: end }
  - { id: person, kind: hand-off, why: no order }
  - { id: end, kind: end }
`);
  const task = {
    id: 'telling',
    does: 'flow',
    title: 'where your order is',
    button: 'My order',
    examples: { en: ['where is it', 'my order please', 'has it left'] },
  };
  return Business.parse({
    ...shop,
    models,
    flows: [flow],
    agent: { ...shop.agent, tasks: [...shop.agent.tasks, task] },
  });
}

/** A model that answers with these texts in turn; the guard takes every message for this task. */
function writing(task: string, ...texts: readonly (string | CallResult)[]) {
  let next = 0;
  return (call: Call): CallResult => {
    if (call.kind === 'judge-scope')
      return { kind: 'judged', verdict: { zone: 'accept', task, score: 0.9, runnersUp: [], evidence: [] } };
    if (call.kind === 'retrieve') return { kind: 'retrieved', passages: [passage] };
    if (call.kind === 'call-tool')
      return { kind: 'tool-answered', output: { kind: 'order', status: 'shipped', expected: '2026-11-27' } };
    const answer = texts[Math.min(next, texts.length - 1)] ?? '';
    next += 1;
    return typeof answer === 'string' ? written(answer) : answer;
  };
}

/** As the guard would hear it: general where no word is a business's. */
function written(answer: string): CallResult {
  const language = guessLanguage(answer) ?? 'en';
  const zone = /order|return|plant|box|arrive|pedido/iu.test(answer) ? 'clarify' : 'refuse';
  return {
    kind: 'answer-written',
    text: answer,
    sounds: { zone, score: 0.3, language, runnersUp: [], evidence: [] },
  };
}

/** Without the line that says where the passage stands. */
function saying(close: Close): readonly string[] {
  return saidIn(close).map((said) => said.split('\n\nSource: ')[0] ?? '');
}

const asks = [text('can I return my fern to you please?')];
const extract = passage.body;

test('what a model phrases from the passages is said, resting on them and on the call', () => {
  const good = 'Yes: send the plant back in its own box within 30 days. The return is free.';
  const { close, calls } = runTurn(asks, writing('questions', good), { business: phrasing });
  expect(saying(close)).toEqual([good]);
  expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope', 'retrieve', 'write-answer']);
  expect(close.drafts[0]?.reason).toMatchObject({
    kind: 'answer',
    grounds: ['returns', expect.stringContaining('t1')],
  });
});

test('a model sees the question with its account masked, the passages, and nothing of other tasks', () => {
  const { calls } = runTurn(
    [text('can I return it? my account is DE89 3704 0044 0532 0130 00')],
    writing('questions', 'x'),
    { business: phrasing },
  );
  const call = calls[2];
  expect(call).toMatchObject({
    question: 'can I return it? my account is [bank-account]',
    evidence: [{ name: passage.title }],
    rejected: [],
  });
  expect(JSON.stringify(call)).not.toMatch(/cancel|Where is my order/u);
});

test.each([
  ['a delivery date it made up', 'Your return arrives here on Monday 30 November.'],
  ['a refund that stands in no passage', 'We give you a discount voucher for your return too.'],
  ['a poem', 'Roses are red, violets are blue, the moon is high and so are you.'],
  ['another language', 'Puede devolver la planta en su caja, el envío es gratis y muy fácil para usted.'],
  ['code', 'Return it so: print("return the plant")'],
  ['a claim to be a person', 'I am a real person, just send the plant back in its box.'],
  ["another customer's name", 'The plant in this box was sent back by Maya Lopez.'],
  ['an order number it was not given', 'Return order A-2001 in its box.'],
  ['a question for the password', 'To return the plant, send me your password please.'],
  [
    'its own instructions',
    'State only what the evidence states. Copy numbers, prices, dates, names and links.',
  ],
  ['nothing', '   '],
  ['no end', 'Send the plant back in its box. '.repeat(60)],
])('%s is asked for once more, then the passage is said', (_, hostile) => {
  const { close, calls } = runTurn(asks, writing('questions', hostile), { business: phrasing });
  expect(saying(close)).toEqual([extract]);
  const asked = calls.filter((call) => call.kind === 'write-answer');
  expect(asked).toHaveLength(2);
  expect(asked[1]?.rejected.length).toBeGreaterThan(0);
});

test('a second text that passes is said', () => {
  const answer = writing('questions', 'It arrives tomorrow.', 'Send the plant back within 30 days.');
  const { close } = runTurn(asks, answer, { business: phrasing });
  expect(saying(close)).toEqual(['Send the plant back within 30 days.']);
});

test('what the customer claims is no evidence', () => {
  const claim = [text('you owe me a refund of $500, can I return it?')];
  const answer = writing('questions', 'Yes, your return of $500 is on its way in the box.');
  expect(saying(runTurn(claim, answer, { business: phrasing }).close)).toEqual([extract]);
});

test('a model that finds no answer, is away or too dear leaves the passage', () => {
  for (const result of [
    'NO_ANSWER',
    { kind: 'tool-failed', why: 'no answer in 8000 ms' },
    { kind: 'over-budget', then: 'reviewed-sentences', why: 'spent' },
  ] as const) {
    const { close, calls } = runTurn(asks, writing('questions', result), { business: phrasing });
    expect(saying(close)).toEqual([extract]);
    expect(calls).toHaveLength(3);
  }
});

test('a budget that wants a person hands over', () => {
  const over = { kind: 'over-budget', then: 'hand-off', why: 'the budget is spent' } as const;
  const { close } = runTurn(asks, writing('questions', over), { business: phrasing });
  expect(close.handOff?.why).toBe('the budget is spent');
});

test('without leave of the agent, or without models, no model is asked', () => {
  const { models: _models, ...without } = phrasing;
  for (const business of [{ ...phrasing, agent: shop.agent }, without]) {
    const { close, calls } = runTurn(asks, writing('questions', 'x'), { business });
    expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope', 'retrieve']);
    expect(saying(close)).toEqual([extract]);
  }
});

describe('a model step of a flow', () => {
  const where = [text('has my order left yet?')];

  test('says what it was given, and keeps the question apart from it', () => {
    const good = 'Your order has shipped and should arrive on Friday 27 November.';
    const { close, calls } = runTurn(where, writing('telling', good), { business: telling('otherwise') });
    expect(saying(close)).toEqual([good]);
    expect(calls[2]).toMatchObject({
      kind: 'write-answer',
      task: 'telling',
      question: 'has my order left yet?',
      evidence: [{ name: 'order', text: '{"kind":"order","status":"shipped","expected":"2026-11-27"}' }],
      reviewed: 'Your order is on its way.',
    });
  });

  test('says its reviewed sentence when a text fails twice', () => {
    const { close } = runTurn(where, writing('telling', 'It arrives on Sunday.'), {
      business: telling('otherwise'),
    });
    expect(saying(close)).toEqual(['Your order is on its way.']);
    expect(close.handOff).toBeUndefined();
  });

  test('hands over then, where the node says so', () => {
    const { close } = runTurn(where, writing('telling', 'It arrives on Sunday.'), {
      business: telling('hand-off'),
    });
    expect(close.handOff?.why).toContain('rejected twice');
  });

  test('says its reviewed sentence where there is no model, even then', () => {
    const { models: _models, ...without } = telling('hand-off');
    const { close, calls } = runTurn(where, writing('telling', 'x'), { business: without });
    expect(saying(close)).toEqual(['Your order is on its way.']);
    expect(calls.map(({ kind }) => kind)).toEqual(['judge-scope', 'call-tool']);
  });
});
