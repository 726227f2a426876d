import { describe, expect, test } from 'vitest';
import { readFlowAnswer } from '@ambit/simulator/page/flow-answer-words';
import { evaluate, evaluateDeep, holds, type FlowScope } from '@ambit/simulator/page/flow-expression';

const scope: FlowScope = {
  data: { name: 'Maya', total: 89.5, items: [{ id: 'a' }], isMember: true },
  form: { size: 'M', people: '3', rooms: ['bath'] },
  screen: { START: { data: {}, form: { day: 'mon' } } },
};

describe('expressions of a flow', () => {
  test.each<[string, unknown, unknown]>([
    ['a name alone keeps its type', '${data.items}', [{ id: 'a' }]],
    ['an index into a list', '${data.items.0.id}', 'a'],
    ['an answer of another screen', '${screen.START.form.day}', 'mon'],
    ['a name nobody gave', '${data.nothing}', undefined],
    ['names inside text', 'Hello ${data.name}, ${form.size}', 'Hello Maya, M'],
    ['texts put together', "`'Hello ' ${data.name} '!'`", 'Hello Maya!'],
    ['a quote inside a text', String.raw`${'`'}'It\'s ' ${'$'}{data.name}${'`'}`, "It's Maya"],
    ['a sum before a comparison', '`${data.total} + 10 * 2 > 109`', true],
    ['text without names', 'Hello', 'Hello'],
    ['what is no text', 7, 7],
  ])('%s', (_what, value, expected) => {
    expect(evaluate(value, scope)).toEqual(expected);
  });

  test('payloads are evaluated in all their depth', () => {
    expect(
      evaluateDeep({ size: '${form.size}', list: ['${data.name}', { rooms: '${form.rooms}' }] }, scope),
    ).toEqual({
      size: 'M',
      list: ['Maya', { rooms: ['bath'] }],
    });
  });

  test.each<[unknown, boolean]>([
    ["${form.size} == 'M'", true],
    ["`${form.size} != 'M'`", false],
    ["(${form.size} == 'L') || ${data.isMember}", true],
    ['!(${data.isMember} && ${form.people} >= 3)', false],
    ['${data.isMember}', true],
    [true, true],
    [undefined, false],
  ])('the condition %s is %s', (condition, expected) => {
    expect(holds(condition, scope)).toBe(expected);
  });

  test('what cannot be read is an error that shows it', () => {
    expect(() => holds("${form.size} ~ 'M'", scope)).toThrow('~');
    expect(() => holds("(${form.size} == 'M'", scope)).toThrow('closing bracket');
    expect(() => holds('${form.size} ==', scope)).toThrow('without an end');
  });
});

describe('answers of a flow’s endpoint', () => {
  const read = (answer: Record<string, unknown>): ReturnType<typeof readFlowAnswer> =>
    readFlowAnswer({ kind: 'answer', answer }, ['DAY'], false);

  test('the next screen, with what is wrong on it', () => {
    expect(read({ screen: 'DAY', data: { error_message: 'Full' } })).toMatchObject({
      kind: 'screen',
      notice: 'Full',
    });
  });
  test('the end, with the answers', () => {
    const data = { extension_message_response: { params: { flow_token: 't', booked: true } } };
    expect(read({ screen: 'SUCCESS', data })).toEqual({
      kind: 'finished',
      answers: { flow_token: 't', booked: true },
    });
  });
  test.each<[string, Record<string, unknown>]>([
    ['an end without answers', { screen: 'SUCCESS', data: {} }],
    ['no screen', { data: {} }],
    ['a screen that is not there', { screen: 'NOWHERE', data: {} }],
  ])('%s is a failure', (_what, answer) => {
    expect(read(answer).kind).toBe('failed');
  });
  test('a token that is no longer valid ends it, in the words of the business if there are any', () => {
    const refused = (words: { message?: string }): ReturnType<typeof readFlowAnswer> =>
      readFlowAnswer({ kind: 'refused', status: 427, problem: 'Not valid', ...words }, ['DAY'], false);
    expect(refused({ message: 'Booked already' })).toMatchObject({ words: 'Booked already' });
    expect(refused({})).toMatchObject({ kind: 'over', words: 'This form is no longer available.' });
  });
});
