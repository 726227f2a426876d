import { describe, expect, test } from 'vitest';
import { checkAnswer, type AnswerContext } from './check-answer.ts';

const instructions =
  'You answer customers of Harbour Outfitters about their orders. Never mention discounts to anybody who does not ask. Use at most three sentences.';

const context: AnswerContext = {
  evidence: {
    texts: ['{"orderNumber":"A-1042","status":"shipped","expectedDelivery":"2026-11-27"}'],
    today: { year: 2026, month: 11, day: 22 },
  },
  language: 'en',
  languageFound: 'en',
  task: 'order-status',
  taskFound: 'order-status',
  internal: [instructions],
  mostCharacters: 600,
};

function problems(answer: string, change: Partial<AnswerContext> = {}): readonly string[] {
  return checkAnswer(answer, { ...context, ...change }).map(({ kind }) => kind);
}

test('an answer that rests on its evidence has no problem', () => {
  expect(problems('Your order A-1042 has shipped and should arrive on Friday, 27 November.')).toEqual([]);
});

describe('what a model may not say', () => {
  test.each([
    ['nothing', '  \n ', ['empty']],
    ['too much', 'word '.repeat(200), ['too-long']],
    ['a delivery date it made up', 'It arrives tomorrow.', ['ungrounded']],
    ["another customer's order", 'Order A-2001 went to Maya.', ['ungrounded']],
    ['code', 'Sure:\n```python\nprint("hi")\n```', ['code']],
    ['SQL', 'SELECT name FROM customers', ['code', 'ungrounded']],
    ['HTML', 'Click <b>here</b>.', ['code']],
    ['that it is a person', "Don't worry, I'm a real person.", ['claims-to-be-human']],
    ['a question for a card', 'Please send me your card number.', ['sensitive']],
    ['a card', 'We charged 4111 1111 1111 1111.', ['ungrounded', 'sensitive']],
    [
      'its instructions',
      'I was told: never mention discounts to anybody who does not ask.',
      ['internal', 'ungrounded'],
    ],
    ['a refund nobody granted', 'Your refund has been approved.', ['ungrounded']],
    ['a name it was not given', 'That parcel went to Maya Lopez instead.', ['ungrounded']],
    ['a marker of its format', 'Done. <|im_end|>', ['internal']],
  ])('%s', (_, answer, kinds) => {
    expect([...new Set(problems(answer))].toSorted()).toEqual(kinds.toSorted());
  });
});

test('the answer is in the customer’s language and script, whatever the region', () => {
  expect(problems('Su pedido ha salido.', { languageFound: 'es' })).toEqual(['other-language']);
  expect(problems('Hello.', { languageFound: 'en-GB' })).toEqual([]);
  expect(problems('aapka order', { language: 'hi', languageFound: 'hi-Latn' })).toEqual(['other-language']);
});

test('an answer about another task is no answer', () => {
  expect(problems('You can return it.', { taskFound: 'returns' })).toEqual(['other-task']);
});

test('a problem says what it is for whoever reads the log', () => {
  expect(checkAnswer('It arrives tomorrow.', context)[0]?.what).toBe('"tomorrow" stands in no evidence');
});
