import { expect, test } from 'vitest';
import { linkFlow } from './link-flow.ts';
import { flowFrom, readyFrom } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

const ask = (id: string, body: string, uses = '') => `
id: ${id}
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: event, event: none }], to: { then: ask } }
  - { id: ask, kind: ask, text: ${body}, slot: { kind: text }, save: ${id}, to: { filled: ${uses === '' ? 'done' : 'more'}, failed: person } }
${uses === '' ? '' : `  - { id: more, kind: sub-flow, flow: ${uses}, to: { ended: done } }`}
  - { id: person, kind: hand-off, why: cannot go on }
  - { id: done, kind: end }
`;

const outer = `
id: outer
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: event, event: none }], to: { then: name } }
  - { id: name, kind: sub-flow, flow: name, to: { ended: town } }
  - { id: town, kind: sub-flow, flow: town, to: { ended: say } }
  - { id: say, kind: message, say: { kind: text, text: "{{name}} from {{town}}, {{street}}" }, to: { then: end } }
  - { id: end, kind: end }
`;

test('sub-flows run in their places, one after the other and inside one another', () => {
  const parts = [
    flowFrom(ask('name', 'Name?')),
    flowFrom(ask('town', 'Town?', 'street')),
    flowFrom(ask('street', 'Street?')),
  ];
  const ready = readyFrom(outer, parts);
  expect([...ready.nodes.keys()]).toContain('town/more/ask');
  expect(talk(ready, ['']).says).toEqual(['Name?']);
  expect(talk(ready, ['', 'Ada', 'Cork', 'Main Street']).says).toEqual(['Ada from Cork, Main Street']);
});

test('a flow that contains itself, or one that is not there, is refused at its node', () => {
  const circle = flowFrom(ask('circle', 'Again?', 'circle'));
  expect(linkFlow(circle, [circle])).toMatchObject({ kind: 'problems', problems: [{ node: 'more' }] });
  expect(linkFlow(flowFrom(outer), [])).toMatchObject({
    problems: [{ node: 'name', message: 'there is no flow "name"' }, { node: 'town' }],
  });
});
