import { expect, test } from 'vitest';
import { readyFrom } from './testing/flows.ts';
import { newFlowState } from './step.ts';
import { talk, tell, type Answering } from './testing/talk.ts';

const change = readyFrom(`
id: change-order
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: change }], to: { then: what } }
  - id: what
    kind: choice
    text: { en: "What would you like to change?", es: "¿Qué desea cambiar?" }
    options:
      - { id: address, title: { en: The address, es: La dirección }, says: [address, dirección] }
      - { id: time, title: { en: The time, es: La hora }, says: [time, hora] }
      - { id: other, title: { en: Something else, es: Otra cosa }, says: [items] }
    to: { address: where, time: when, other: person, failed: person }
  - id: where
    kind: ask
    text: { en: "Where to?", es: "¿A dónde?" }
    slot: { kind: text }
    save: place
    to: { filled: again, failed: person }
  - id: when
    kind: ask
    text: { en: "At what time?", es: "¿A qué hora?" }
    slot: { kind: text }
    save: hour
    to: { filled: again, failed: person }
  - { id: again, kind: jump, most: 1, to: { then: what, exceeded: sure } }
  - id: sure
    kind: choice
    text: { en: "Shall I?", es: "¿Lo hago?" }
    options: [{ id: "yes", title: { en: "Yes, change it", es: "Sí, cambiar" } }, { id: "no", title: { en: "No", es: "No" } }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: resolve, text: "{{place}} {{hour}}" }
  - { id: person, kind: hand-off, why: It was not clear what to change }
`);

const noCall: Answering = () => ({ kind: 'tool-failed', why: 'not expected' });

test('a choice that the first message names is taken, and said', () => {
  expect(talk(change, ['I need another address for my order']).says).toEqual([
    'The address, as you wrote.',
    'Where to?',
  ]);
  const spanish = { kind: 'started', said: 'quiero cambiar la dirección', language: 'es' } as const;
  expect(tell(change, newFlowState(change), spanish, noCall).says).toEqual([
    'La dirección, como escribió.',
    '¿A dónde?',
  ]);
});

test('what names none, several, or only that it is something else, is asked', () => {
  for (const said of [
    'I want to change my order',
    'another address and another time',
    'other items please',
    '2',
  ])
    expect(talk(change, [said]).says).toEqual(['What would you like to change?']);
});

test('it is taken once: asked again on purpose, the customer answers', () => {
  expect(talk(change, ['another address please', '5 Main Street']).says).toEqual([
    'What would you like to change?',
  ]);
});

test('a choice that was taken can be taken back', () => {
  expect(talk(change, ['another address please', 'no, the time']).says).toEqual(['At what time?']);
});

test('a yes is never taken from the first message', () => {
  const sure = talk(change, ['yes, change it, another address', '5 Main Street', 'the time', 'at noon']);
  expect(sure.says).toEqual(['Shall I?']);
});
