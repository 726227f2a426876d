import { expect, test } from 'vitest';
import { HttpTool } from '../tool/declared-tool.ts';
import { Flow } from '../flow/flow.ts';
import { describeProblem } from './describe-problem.ts';
import { readYaml } from './read-yaml.ts';

const flow = `id: book
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book }], to: { then: ask } }
  - id: ask
    kind: ask
    text: For how many?
    slot: { kind: quantity }
    save: people
    to: { filled: end, failed: end }
  - { id: ways, kind: split, ways: [{ id: a, share: 1 }, { id: b, share: 1 }], to: { a: end, b: end } }
  - { id: end, kind: end }
`;
const tool = `kind: http
name: look
effects: none
method: GET
url: https://api.shop.example/{number}
parameters: { number: { type: string, in: path } }
answers: [{ kind: found, outputs: { state: { type: text, at: /state } } }]
`;
const told = (text: string, from: string, to: string): readonly string[] => {
  expect(text).toContain(from);
  const { problems } = readYaml('a.yaml', text.replace(from, to), text === flow ? Flow : HttpTool);
  return problems.map((problem) => describeProblem(problem));
};

test('files without a mistake have no problems', () => {
  expect(told(flow, 'book', 'book')).toEqual([]);
  expect(told(tool, 'look', 'look')).toEqual([]);
});

test.each([
  ['a mistyped kind', 'kind: ask\n', 'kind: aks\n', 'nodes[1].kind: "aks" is no "kind"', '"ask"?'],
  ['a mistyped kind of slot', 'quantity', 'quantitiy', 'slot.kind: "quantitiy" is', '"quantity"?'],
  ['a kind that is left out', '{ kind: quantity }', '{ least: 1 }', '"kind" is missing', 'text, number'],
  ['a mistyped field', 'save: people', 'sav: people', 'sav: there is no such field', '"save"?'],
  ['a share of nothing', 'b, share: 1', 'b, share: 0', 'ways[1].share: 0 is too small', 'more than 0'],
])('%s is told with its place and what may be meant', (_, from, to, ...wanted) => {
  const problems = told(flow, from, to).join('\n');
  for (const words of wanted) expect(problems).toContain(words);
  expect(problems).not.toContain('guide lists');
});

test.each([
  ['effects: none', 'efects: none', ['"effects" is missing', 'efects: there is no such field']],
  ['type: string, in', 'type: string, maxLengh: 3, in', ['maxLengh: there is no such field — did you mean']],
  ['type: text, at', 'type: text, att: /x, at', ['att: there is no such field']],
  ['type: text', 'type: txt', ['type: "txt" is no "type" that there is — did you mean "text"?']],
])('a strict schema tells of each mistyped field once: %s', (from, to, wanted) => {
  const problems = told(tool, from, to);
  for (const [index, words] of wanted.entries()) expect(problems[index]).toContain(words);
  expect(problems).toHaveLength(wanted.length);
});

test('of broken YAML the first mistake is told, not what follows from it', () => {
  expect(told(flow, '    slot:', '\tslot:')).toEqual([
    'a.yaml:9: this is not valid YAML: Tabs are not allowed as indentation — correct the YAML here; indent with spaces and quote text that contains ": " or " #"',
  ]);
});
