import { expect, test } from 'vitest';
import { flowFrom } from '../testing/flows.ts';
import { validateFlow } from './validate-flow.ts';

const flow = `
id: pick-one
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: shop }], to: { then: search } }
  - { id: search, kind: tool, tool: search, effect: false, save: found, to: { products: show, failed: person } }
  - id: show
    kind: pick
    from: "{{found.products}}"
    text: { en: "Which one?", es: "¿Cuál?" }
    title: "{{item.name}}"
    save: product
    none: { en: None, es: Ninguno }
    refine: { save: wish }
    to: { picked: done, failed: person, empty: person, none: done, refined: again }
  - { id: again, kind: jump, most: 2, to: { then: search, exceeded: person } }
  - { id: done, kind: end }
  - { id: person, kind: hand-off, why: "Looked for {{wish}}" }
`;

function findings(yaml: string): readonly string[] {
  return validateFlow(flowFrom(yaml), {
    languages: ['en'],
    tools: [{ name: 'search', effect: false, inputs: [], outcomes: ['products'] }],
    templates: [],
    slotTypes: [],
    flows: [],
    tasks: ['shop'],
    hasKnowledge: false,
  }).map(({ code, node }) => `${code} ${node}`);
}

test('a sound pick has no findings', () => {
  expect(findings(flow)).toEqual([]);
});

test.each([
  ['a list nothing sets', 'from: "{{found', 'from: "{{find', ['unset-variable show']],
  ['an edge without its row', '    none: { en: None, es: Ninguno }\n', '', ['unknown-outcome show']],
  ['a row without its edge', 'none: done, ', '', ['missing-edge show']],
  ['a wish without its edge', ', refined: again', '', ['missing-edge show', 'unreachable-node again']],
  ['a failure without a person', 'failed: person, empty', 'failed: done, empty', ['no-way-to-person show']],
  ['a way back without a limit', 'refined: again', 'refined: search', ['loop-without-bound show']],
  [
    'a row in one language',
    'none: { en: None, es: Ninguno }',
    'none: { en: None }',
    ['missing-translation show'],
  ],
  [
    'a title with words in one language',
    'title: "{{item.name}}"',
    'title: "the {{item.name}}"',
    ['missing-translation show'],
  ],
  [
    'what was picked read where nothing was',
    'why: "Looked',
    'why: "{{prodcut.name}} Looked',
    ['unset-variable person'],
  ],
])('%s is found', (_, from, to, expected) => {
  expect(flow).toContain(from);
  expect(findings(flow.replace(from, to))).toEqual(expect.arrayContaining(expected));
});
