import { expect, test } from 'vitest';
import { readyWithSlots } from './testing/flows.ts';
import { talk, tell, type Answering } from './testing/talk.ts';

const yaml = `
id: visit
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: visit }], to: { then: people } }
  - { id: people, kind: ask, text: "How many people?", slot: { kind: quantity }, save: people, to: { filled: day, failed: person } }
  - { id: day, kind: ask, text: "Which day?", slot: { kind: date }, save: day, to: { filled: name, failed: person } }
  - { id: name, kind: ask, text: "Which name?", slot: { kind: text, most: 60 }, save: name, to: { filled: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "{{people}}, {{day}}, {{name}}?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: end }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const nothing: Answering = () => ({ kind: 'tool-failed', why: 'not expected' });

/** The flow for customers of one language; its words do not matter here. */
function visitIn(language: string) {
  return readyWithSlots(yaml.replace('languages: [en]', `languages: [${language}]`));
}

const said = (texts: readonly string[], text: string, language: string) => {
  const visit = visitIn(language);
  const before = talk(visit, texts);
  return tell(visit, before.state, { kind: 'said', text, language, placed: false }, nothing);
};

test.each([
  ['en', 'no, Friday'],
  ['es', 'no, el viernes'],
  ['pt', 'não, sexta-feira'],
  ['fr', 'non, vendredi'],
  ['id', 'bukan, hari Jumat'],
  ['hi', 'नहीं, शुक्रवार'],
  ['hi-Latn', 'nahi, shukravar'],
  ['ar', 'لا، الجمعة'],
  ['zh', '不对,星期五'],
])('in %s "%s" takes the day back at the end, and keeps the rest', (language, text) => {
  const confirm = said(['hello', '4', '2026-11-28', 'Ada'], text, language);
  expect(confirm.says).toEqual(['4, 2026-11-27, Ada?']);
});

test.each([
  ['en', 'actually 5 people'],
  ['es', 'mejor 5 personas'],
  ['pt', 'na verdade 5 pessoas'],
  ['fr', 'en fait 5 personnes'],
  ['id', 'maaf, 5 orang'],
  ['hi', 'असल में 5 लोग'],
  ['hi-Latn', 'asal mein 5 log'],
  ['ar', 'في الواقع 5 أشخاص'],
  ['zh', '其实5个人'],
])('in %s "%s" takes the number back, also where any words would be an answer', (language, text) => {
  for (const texts of [
    ['hello', '4'],
    ['hello', '4', '2026-11-28'],
  ]) {
    const again = said(texts, text, language);
    expect(again.state.variables['people']).toBe(5);
    expect(again.says).toEqual([texts.length === 2 ? 'Which day?' : 'Which name?']);
  }
});

test('words that hold a number by chance stay the answer to an open question', () => {
  const confirm = said(['hello', '4', '2026-11-28'], 'sorry, I meant Ada of 5 Main Street', 'en');
  expect(confirm.state.variables['people']).toBe(4);
});

test('"actually 5" answers the number that is asked', () => {
  expect(said(['hello'], 'actually 5', 'en').says).toEqual(['Which day?']);
});
