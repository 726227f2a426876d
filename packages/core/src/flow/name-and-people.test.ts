import { expect, test } from 'vitest';
import { slotTypes } from '../slot/slot-types.ts';
import { linkFlow } from './link-flow.ts';
import { prepareFlow } from './ready-flow.ts';
import { flowFrom, readyWithSlots, setting } from './testing/flows.ts';
import { talk, type Answering } from './testing/talk.ts';

const yaml = `
id: visit
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: visit }], to: { then: people } }
  - { id: people, kind: ask, text: "How many people?", slot: { kind: people }, save: people, to: { filled: name, failed: person } }
  - { id: name, kind: ask, text: "Which name?", slot: { kind: name }, save: name, to: { filled: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "{{people}}, {{name}}?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: end }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const nothing: Answering = () => ({ kind: 'tool-failed', why: 'not expected' });
const visit = readyWithSlots(yaml);

test.each([
  'a table for 4, my name is Tiago',
  'una mesa para 4, me llamo Tiago',
  'mesa para 4, meu nome é Tiago',
  "une table pour 4, je m'appelle Tiago",
  'meja untuk 4 orang atas nama Tiago',
  '4 लोगों के लिए, मेरा नाम Tiago है',
  '4 log, mera naam Tiago hai',
  'طاولة لـ 4 أشخاص باسم Tiago',
])('a name in the first message is not asked again: %s', (text) => {
  const { says } = talk(visit, [text], nothing);
  expect(says).toEqual(['4, Tiago?']);
});

test('a Chinese name in the first message is not asked again', () => {
  expect(talk(visit, ['4个人的桌子，我叫王伟'], nothing).says).toEqual(['4, 王伟?']);
});

test.each([
  'and 6 people',
  'y 6 personas',
  'somos 6',
  'e 6 pessoas',
  'et 6 personnes',
  'on sera 6',
  'dan 6 orang',
  'और 6 लोग',
  'aur 6 log',
  'و 6 أشخاص',
  '改成6个人',
])('"%s" before the yes corrects the number', (text) => {
  const { says } = talk(visit, ['hello', '4', 'Ada', text], nothing);
  expect(says.at(-1)).toBe('6, Ada?');
});

test('a correction still counts after an answer that was none', () => {
  const { says } = talk(visit, ['hello', '4', 'Ada', 'and 6 people', 'no, 5 people'], nothing);
  expect(says.at(-1)).toBe('5, Ada?');
});

test('another name is taken where the booking is about to be confirmed', () => {
  const { says } = talk(visit, ['hello', '4', 'Ada', 'no, under the name of Rosa'], nothing);
  expect(says.at(-1)).toBe('4, Rosa?');
});

const assuming = linkFlow(flowFrom(yaml.replace('save: people, to', 'save: people, assume: 1, to')), []);
if (assuming.kind === 'problems') throw new Error('The flow has no sub-flows');
const alone = prepareFlow(assuming.flow, { ...setting, slotTypes });

test('what is assumed is not asked, and put right by what names it', () => {
  expect(talk(alone, ['hello', 'Ada'], nothing).says).toEqual(['1, Ada?']);
  expect(talk(alone, ['hello', 'Ada', 'and 6 people'], nothing).says).toEqual(['6, Ada?']);
  expect(talk(alone, ['a table for 4', 'Ada'], nothing).says).toEqual(['4, Ada?']);
});

test('a place in a list is no number of people', () => {
  const { says } = talk(visit, ['hello', '4', 'Ada', 'the first one'], nothing);
  expect(says.at(-1) ?? '').not.toContain('1, Ada');
});
