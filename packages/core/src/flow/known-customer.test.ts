import { expect, test } from 'vitest';
import type { KnownCustomer } from '../customer/customer.ts';
import { readableText } from '../message/outbound.ts';
import { newFlowState, step } from './step.ts';
import { readyFrom } from './testing/flows.ts';
import { monday10 } from './testing/talk.ts';

const flow = readyFrom(`
id: callback
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: callback }], to: { then: ask-name } }
  - id: ask-name
    kind: ask
    text: What is your name?
    slot: { kind: text, most: 30 }
    save: name
    known: "{{customer.name}}"
    to: { filled: is-vip, failed: person }
  - id: is-vip
    kind: condition
    if:
      groups:
        - tests:
            - { kind: text, variable: customer.tags, is: one-of, value: [VIP] }
            - { kind: number, variable: customer.fields.visits, is: at-least, value: 10 }
    to: { "yes": vip, "no": confirm }
  - { id: vip, kind: resolve, text: "Your own line is open, {{name}}." }
  - id: confirm
    kind: choice
    text: "We call {{name}}. Right?"
    options: [{ id: "yes", title: "Yes" }, { id: other, title: Another name }]
    to: { "yes": done, other: again, failed: person }
  - { id: again, kind: jump, most: 2, to: { then: ask-name, exceeded: person } }
  - { id: done, kind: resolve, text: "Noted, {{name}}." }
  - { id: person, kind: hand-off, why: The name is not known }
`);

function start(customer: KnownCustomer | undefined) {
  const contact = { id: 'c1', ...(customer === undefined ? {} : { customer }) };
  const { state, next } = step(flow, newFlowState(flow), {
    kind: 'started',
    said: '',
    at: monday10,
    contact,
  });
  return { state, contact, says: next.kind === 'stop' ? next.messages.map(said) : [] };
}

function said({ content }: { readonly content: Parameters<typeof readableText>[0] }): string {
  return readableText(content);
}

const ana: KnownCustomer = { name: 'Ana Ruiz', tags: ['early'], fields: { visits: 12 } };

test('a name that the business keeps is not asked for, and another can be given', () => {
  const known = start(ana);
  expect(known.says[0]).toContain('We call Ana Ruiz. Right?');
  const other = step(flow, known.state, {
    kind: 'said',
    text: 'Another name',
    placed: true,
    at: monday10,
    contact: known.contact,
  });
  expect(other.next.kind === 'stop' ? other.next.messages.map(said) : []).toEqual(['What is your name?']);
});

test('who is not known, or by no name, is asked', () => {
  expect(start(undefined).says).toEqual(['What is your name?']);
  expect(start({ tags: ['vip'], fields: {} }).says).toEqual(['What is your name?']);
  expect(start({ ...ana, name: 'A name that is far too long to be one' }).says).toEqual([
    'What is your name?',
  ]);
});

test('one tag among several, and a field of the business, can be a condition', () => {
  expect(start({ ...ana, tags: ['early', 'vip'] }).says).toEqual(['Your own line is open, Ana Ruiz.']);
  expect(start({ ...ana, tags: ['vip'], fields: { visits: 9 } }).says[0]).toContain('We call Ana Ruiz');
  expect(start({ ...ana, tags: ['vip list'] }).says[0]).toContain('We call Ana Ruiz');
});
