import { expect, test } from 'vitest';
import { prepareFlow } from '../flow/ready-flow.ts';
import { linkFlow } from '../flow/link-flow.ts';
import { setting } from '../flow/testing/flows.ts';
import { talk } from '../flow/testing/talk.ts';
import type { Task } from './business.ts';
import { describeProblem } from './describe-problem.ts';
import { readFlows } from './read-flows.ts';

const pack = `id: take-order
version: 3
languages: [en, es, hi, hi-Latn]
with:
  zones: null
  team: orders
  thanks: { en: Thank you, es: Gracias, hi: धन्यवाद, hi-Latn: Dhanyavaad }
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: take-order }], to: { then: zone } }
  - id: zone
    kind: pick
    from: "{{with.zones}}"
    text: { en: "Where to?", es: "¿A dónde?", hi: "कहाँ?", hi-Latn: "Kahan?" }
    title: "{{item.name}}"
    save: zone
    to: { picked: done, failed: person, empty: person }
  - id: done
    kind: resolve
    text: "{{with.thanks}}: {{zone.name}} {{zone.fee|money}}"
  - { id: person, kind: hand-off, why: No zone was picked, queue: "{{with.team}}" }
`;
const zones = [
  { name: 'Galway city', fee: 4 },
  { name: 'Salthill', fee: 6 },
];
const task: Task = {
  id: 'buy',
  does: 'flow',
  pack: 'take-order',
  title: 'buying',
  button: 'Buy',
  titles: {},
  buttons: {},
  examples: {},
  negatives: {},
  words: {},
};

function read(given: Task, files: readonly (readonly [string, string])[] = [], languages = ['es-MX', 'en']) {
  return readFlows(new Map([['packs/take-order/flow.yaml', pack], ...files]), {
    languages,
    tasks: [given],
    tools: [],
    templates: [],
    hasKnowledge: false,
  });
}

test('a task takes over the flow of its pack, with its own settings and in its own languages', () => {
  const { flows, problems } = read({ ...task, with: { zones, team: 'sales' } });
  expect(problems).toEqual([]);
  expect(flows).toMatchObject([
    { id: 'buy', version: 3, pack: 'take-order', languages: ['es', 'en'], with: { zones, team: 'sales' } },
  ]);
  expect(JSON.stringify(flows)).not.toContain('कहाँ');
  const linked = flows[0] === undefined ? undefined : linkFlow(flows[0], []);
  if (linked?.kind !== 'linked') throw new Error('The flow of the pack has no sub-flows');
  const ready = prepareFlow(linked.flow, setting);
  expect(talk(ready, ['hola']).taps.map(({ title }) => title)).toEqual(['Galway city', 'Salthill']);
  expect(talk(ready, ['hola', 'the second one']).says).toEqual(['Gracias: Salthill 6,00 €']);
  expect(talk(ready, ['hola', 'x', 'y', 'z']).next).toMatchObject({ stop: { queue: 'sales' } });
});

test('customers who write Hindi get it in both of its scripts', () => {
  expect(read({ ...task, with: { zones } }, [], ['hi']).flows).toMatchObject([
    { languages: ['hi', 'hi-Latn'] },
  ]);
});

test('a flow that the business wrote takes the place of the one of the pack', () => {
  const own = pack.replace('id: take-order', 'id: buy').replace('zones: null', 'zones: []');
  const { flows } = read(task, [['flows/buy.yaml', own.replace('task: take-order', 'task: buy')]]);
  expect(flows.map(({ id, pack: from }) => [id, from])).toEqual([['buy', undefined]]);
});

test.each<[string, Task['with'], string]>([
  ['a setting that is needed', {}, 'tasks buy.with.zones: pack "take-order" needs "zones" — write it under'],
  [
    'a setting that is not there',
    { zones, taem: 'x' },
    'tasks buy.with.taem: pack "take-order" has no setting "taem" — did you mean "team"?',
  ],
  ['a text that lacks a language', { zones, thanks: { en: 'Thanks' } }, '"with.thanks" is not there in "es"'],
])('%s is a problem', (_, given, said) => {
  const { problems } = read(given === undefined ? task : { ...task, with: given });
  expect(problems.map((problem) => describeProblem(problem)).join('\n')).toContain(said);
});

test('a setting that the flow reads and does not have is found', () => {
  const own = pack
    .replace('id: take-order', 'id: buy')
    .replace('with.team', 'with.taem')
    .replace('zones: null', 'zones: []');
  const { problems } = read(task, [['flows/buy.yaml', own.replace('task: take-order', 'task: buy')]]);
  expect(problems.map(({ message }) => message)).toEqual([
    '"with.taem" is read, but the flow is not set up with it',
  ]);
});

test('a setting is one of those its pack lists, and brings what it needs', () => {
  const choosy = pack
    .replace('  team: orders\n', '  team: orders\n  ways: ""\n')
    .replace('nodes:\n', 'choices: { ways: { walk: [], drive: [team] } }\nnodes:\n');
  const said = (given: Task['with']) =>
    readFlows(new Map([['packs/take-order/flow.yaml', choosy]]), {
      languages: ['en'],
      tasks: [{ ...task, with: { zones, ...given } }],
      tools: [],
      templates: [],
      hasKnowledge: false,
    }).problems.map((problem) => describeProblem(problem));
  expect(said({ ways: 'walk' })).toEqual([]);
  expect(said({})).toEqual([]);
  expect(said({ ways: 'wolk' }).join()).toContain('did you mean "walk"?');
  expect(said({ ways: 'drive', team: '' }).join()).toContain('"ways: drive" needs "team"');
});
