import { expect, test } from 'vitest';
import { callKey } from './call-key.ts';
import { TurnId } from './identifiers.ts';

const turn = TurnId.parse('t1');
const call = { kind: 'call-tool' as const, tool: 'x', input: { a: '1', b: '2' }, effect: true };

test('equal calls have equal keys, whatever the order of their members', () => {
  expect(callKey(turn, call, 0)).toBe(
    callKey(turn, { effect: true, input: { b: '2', a: '1' }, tool: 'x', kind: 'call-tool' }, 0),
  );
});

test('turn, input and occurrence each make another key', () => {
  const keys = [
    callKey(turn, call, 0),
    callKey(turn, call, 1),
    callKey(TurnId.parse('t2'), call, 0),
    callKey(turn, { ...call, input: { a: '2', b: '2' } }, 0),
  ];
  expect(new Set(keys).size).toBe(4);
});

test('the key of a call never changes: it is stored in journals', () => {
  expect(callKey(turn, { kind: 'judge-scope', text: 'Grüße 👋' }, 0)).toBe('t1:84a14ccaa105d885:0');
});
