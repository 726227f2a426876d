import { expect, test } from 'vitest';
import { readyWithSlots } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

const yaml = `
id: order
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: order }], to: { then: more } }
  - id: more
    kind: ask
    text: "Anything else?"
    skip: "That's all"
    slot: { kind: text }
    save: wanted
    to: { filled: more-of-it, skipped: done, failed: person }
  - { id: more-of-it, kind: resolve, text: "More {{wanted}}" }
  - { id: done, kind: resolve, text: "Then that is all" }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const order = readyWithSlots(yaml);
const last = (text: string) => talk(order, ['', text]).says.at(-1);

test.each([
  'never mind',
  'ok forget it, thanks',
  'olvídalo',
  'deixa pra lá',
  'laisse tomber',
  'gak jadi deh',
  'जाने दो',
  'jaane do',
  'انسى الموضوع',
  '算了',
])('"%s" at "Anything else?" ends politely', (text) => {
  expect(last(text)).toMatch(/^Okay, never mind/u);
});

test.each([
  "that's all",
  'nothing else',
  'no thanks',
  'nada más, gracias',
  'só isso',
  "rien d'autre",
  'itu saja kak',
  'और कुछ नहीं',
  'aur kuch nahi',
  'لا شيء آخر',
  '没有别的了',
])('"%s" at "Anything else?" goes on with what there is', (text) => {
  expect(last(text)).toBe('Then that is all');
});
