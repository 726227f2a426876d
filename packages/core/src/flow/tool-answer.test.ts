import { expect, test } from 'vitest';
import { FlowNode } from './flow-node.ts';
import { readToolAnswer } from './tool-answer.ts';

const node = FlowNode.parse({
  id: 'look-up',
  kind: 'tool',
  tool: 'look-up-repair',
  effect: false,
  result: { bike: 'text', works: 'list' },
  save: 'repair',
  to: { repair: 'tell', 'not-shown': 'ask-proof', failed: 'person' },
});

test.each([
  ['what it relies on is there', { kind: 'repair', bike: 'Estoril', works: [] }, 'tell'],
  ['a field is missing', { kind: 'repair', bike: 'Estoril' }, 'person'],
  ['an answer that shows nothing is no failure', { kind: 'not-shown' }, 'ask-proof'],
  ['an answer of no kind that shows nothing is one', {}, 'person'],
])('%s', (_what, output, to) => {
  if (node.kind !== 'tool') throw new Error('not a tool');
  expect(readToolAnswer(node, { kind: 'tool-answered', output }).to).toBe(to);
});
