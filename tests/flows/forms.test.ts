import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

const task = `id: join-tour
does: flow
title: places on our tours
button: Join a tour
examples:
  en: [I want to join the harbour tour, book me on the tour, a place on the tour please, sign up for the tour]
`;
const flow = `id: join-tour
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: join-tour }, { kind: button, id: join-tour-now }], to: { then: form } }
  - id: form
    kind: message
    say: { kind: form, text: Please fill this in., open: Your details, form: "987654321", screen: DETAILS }
    to: { then: filled }
  - { id: filled, kind: wait, minutes: 600, save: details, to: { replied: have, timed-out: end } }
  - id: have
    kind: condition
    if: { groups: [{ tests: [{ kind: set, variable: details.name }] }] }
    to: { "yes": done, "no": person }
  - { id: done, kind: resolve, text: "{{details.name}}, {{details.places|number}} places: noted." }
  - { id: person, kind: hand-off, why: "No form: {{details}}" }
  - { id: end, kind: end }
`;
const screens = {
  version: '7.0',
  screens: [
    {
      id: 'DETAILS',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextInput', name: 'name', label: 'Name', required: true },
          { type: 'Footer', label: 'Send', 'on-click-action': { name: 'complete', payload: {} } },
        ],
      },
    },
  ],
};

let home: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-forms-'));
  const folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  await mkdir(join(folder, 'flows'), { recursive: true });
  await writeFile(join(folder, 'tasks/join-tour.yaml'), task);
  await writeFile(join(folder, 'flows/join-tour.yaml'), flow);
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  stack.simulator.control.addFlow({
    id: '987654321',
    name: 'details',
    status: 'PUBLISHED',
    categories: ['OTHER'],
    json: screens,
  });
  for (const [id, phone] of [
    ['ana', '15552002001'],
    ['ben', '15552002002'],
    ['cleo', '15552002003'],
  ] as const)
    stack.simulator.control.addCustomer({ id, name: id, phone, userId: `US.${phone}` });
});
afterAll(async () => {
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

/** Fills in the form that the customer's phone shows, as it would be sent. */
function fillIn(customer: string, response: Record<string, unknown>, token?: string): string {
  const shown = stack.simulator.control
    .conversation(customer)
    ?.messages.findLast((each) => each.from === 'business' && each.bubble.kind === 'flow');
  const sent = shown?.bubble.kind === 'flow' ? shown.bubble.flowToken : '';
  const done = stack.simulator.control.act([
    { customer, action: { kind: 'flow-reply', response, flowToken: token ?? sent, body: 'Sent' } },
  ]);
  if (done.kind !== 'done' || done.wamids[0] === undefined) throw new Error(`nothing was sent: ${done.kind}`);
  return done.wamids[0];
}

test('what is filled into a form goes on in its flow, typed as it was sent', async () => {
  await stack.settled(stack.say('ana', 'I want to join the harbour tour'));
  expect(stack.phoneOf('ana').join('\n')).toContain('Please fill this in.');
  const trace = await stack.settled(fillIn('ana', { name: 'Ana Ruiz', places: 3, tours: ['harbour'] }));
  expect(trace.outcome).toMatchObject({ kind: 'answered' });
  expect(stack.phoneOf('ana').at(-1)).toContain('Ana Ruiz, 3 places: noted.');
  const { conversations } = await stack.client.conversations();
  const place = conversations.find(({ contact }) => contact.name === 'ana') ?? conversations[0];
  if (place === undefined) throw new Error('there is no conversation');
  const { timeline } = await stack.client.conversation(place);
  const filled = timeline.find(({ kind }) => kind === 'form-answers')?.text ?? '';
  expect(filled.split('\n').toSorted()).toEqual(['name: Ana Ruiz', 'places: 3', 'tours: harbour']);
});

test('an emergency in a field of a form is heard before anything is done with it', async () => {
  await stack.settled(stack.say('ben', 'I want to join the harbour tour'));
  const trace = await stack.settled(fillIn('ben', { name: 'Ben', note: 'help, my house is on fire' }));
  expect(trace.outcome.kind).toBe('handed-off');
  expect(stack.phoneOf('ben').at(-1)).toContain('911');
  expect(stack.phoneOf('ben').at(-1)).not.toContain('noted');
});

test('a form that no task waits for goes to people, with what was filled in', async () => {
  const trace = await stack.settled(
    fillIn('cleo', { name: 'Cleo', card: '4111 1111 1111 1111' }, 'old:form'),
  );
  expect(trace.outcome).toMatchObject({ kind: 'handed-off' });
  expect(JSON.stringify(trace.outcome)).toContain('name: Cleo');
  expect(JSON.stringify(trace.outcome)).not.toContain('4111');
});
