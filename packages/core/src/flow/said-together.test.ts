import { expect, test } from 'vitest';
import { readyWithSlots } from './testing/flows.ts';
import { talk, type Answering } from './testing/talk.ts';

const yaml = `
id: contact
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: contact }], to: { then: name } }
  - { id: name, kind: ask, text: "Which name?", slot: { kind: name }, save: name, to: { filled: email, failed: person } }
  - { id: email, kind: ask, text: "Which e-mail?", slot: { kind: email }, save: email, to: { filled: phone, failed: person } }
  - { id: phone, kind: ask, text: "Which phone?", slot: { kind: phone }, save: phone, to: { filled: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "{{name}}, {{email}}, {{phone}}?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: end }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const nothing: Answering = () => ({ kind: 'tool-failed', why: 'not expected' });
const contact = readyWithSlots(yaml);

test.each([
  'Ana Lopez, ana@example.com',
  'ana@example.com Ana Lopez',
  'Ana Lopez and my email is ana@example.com',
  'soy Ana Lopez, mi correo es ana@example.com',
  'Ana Lopez, meu e-mail é ana@example.com',
  "je m'appelle Ana Lopez, mon e-mail est ana@example.com",
  'nama saya Ana Lopez, email saya ana@example.com',
  'mera naam Ana Lopez, mera email hai ana@example.com',
  'اسمي Ana Lopez وايميلي ana@example.com',
  '我叫Ana Lopez 邮箱 ana@example.com',
])('a name and an e-mail address in one message fill both: %s', (text) => {
  const { says } = talk(contact, ['hi', text], nothing);
  expect(says).toEqual(['Which phone?']);
});

test('a phone number beside them is taken too', () => {
  const { says } = talk(contact, ['hi', 'Ana Lopez, ana@example.com, +353 86 123 4567'], nothing);
  expect(says).toEqual(['Ana Lopez, ana@example.com, +353861234567?']);
});

test('an address beside something that is no name is no name', () => {
  const { next } = talk(
    contact,
    ['hi', 'why do you need ana@example.com, will you send me 3 mails?'],
    nothing,
  );
  expect(next.kind).not.toBe('await');
});
