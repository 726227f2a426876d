import { expect, test } from 'vitest';
import { readyWithSlots } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

const yaml = `
id: order
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: order }], to: { then: look } }
  - { id: look, kind: tool, tool: count, input: {}, effect: false, save: found, to: { answered: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "Your order:\\n{{found.lines|lines: <name>}}\\nTotal: 900\\nShall I place it?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: end }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const ready = readyWithSlots(yaml);

function orderOf(count: number) {
  const lines = Array.from({ length: count }, (_, n) => ({ name: `A thing with quite a long name, ${n}` }));
  return talk(ready, ['order'], () => ({ kind: 'tool-answered', output: { kind: 'answered', lines } }));
}

test('of what is to be agreed to nothing is cut off: what is too long stands in a message before the question', () => {
  const { says, taps } = orderOf(40);
  expect(says).toHaveLength(2);
  expect(says[0]).toMatch(/long name, 39\nTotal: 900$/u);
  expect(says[1]).toBe('Shall I place it?');
  expect(taps.map(({ title }) => title)).toEqual(['Yes', 'No']);
});

test('what fits is one message', () => {
  expect(orderOf(3).says).toHaveLength(1);
});
