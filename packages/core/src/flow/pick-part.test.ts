import { expect, test } from 'vitest';
import { readyFrom } from './testing/flows.ts';
import { talk, tell, type Answering } from './testing/talk.ts';

const flow = readyFrom(`
id: send-back
version: 1
languages: [en, pt]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: shop }], to: { then: order } }
  - { id: order, kind: tool, tool: search-products, input: {}, effect: false, save: found, to: { products: which, failed: person } }
  - id: which
    kind: pick
    from: "{{found.products}}"
    text: { en: "Which one?", pt: "Qual?" }
    title: "{{item.name}}"
    early: true
    save: picked
    to: { picked: done, failed: person, empty: person }
  - { id: done, kind: resolve, text: "{{picked.name}}" }
  - { id: person, kind: hand-off, why: "It was not said" }
`);
const products = [{ name: 'Caneca azul' }, { name: 'Jarro de leite' }, { name: 'Prato azul' }];
const answer: Answering = () => ({ kind: 'tool-answered', output: { kind: 'products', products } });

test('the entry that the first message names by a word of its own is taken, and said', () => {
  expect(talk(flow, ['I want to send back the caneca'], answer).says.join('\n')).toContain('Caneca azul');
  expect(talk(flow, ['I want to send back something azul'], answer).says).toEqual(['Which one?']);
});

test.each([
  ['só o jarro', false, 'Jarro de leite'],
  ['o jarro, não gostei da cor', true, 'Jarro de leite'],
  ['não gostei da caneca', true, 'Caneca azul'],
])('"%s" names one of them', (text, placed, name) => {
  const asked = talk(flow, ['hello'], answer);
  expect(tell(flow, asked.state, { kind: 'said', text, placed }, answer).says).toEqual([name]);
});

test('a word that two of them have names none', () => {
  const asked = talk(flow, ['hello'], answer);
  const again = tell(flow, asked.state, { kind: 'said', text: 'não gostei do azul', placed: true }, answer);
  expect(again.says).toEqual(['Which one?']);
});
