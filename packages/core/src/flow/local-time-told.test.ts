import { expect, test } from 'vitest';
import { readyWithSlots } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

const yaml = `
id: visit
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: visit }], to: { then: when } }
  - { id: when, kind: ask, text: "Which day and time?", slot: { kind: when }, save: when, to: { filled: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "{{when}}, at 10:00. Shall I book it?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": end, failed: person }
  - { id: done, kind: resolve, text: Booked }
  - { id: end, kind: end }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const visit = readyWithSlots(yaml);

const told = 'Our times are Dublin time; it is 10:00 here now. Which time here do you mean?';

test('an hour by the customer’s own clocks is never taken: the business’s time is said, and the day kept', () => {
  const { says, state } = talk(visit, ['book me', 'tomorrow 10am my time']);
  expect(says).toEqual([told, 'Dublin time:\ntomorrow, at 10:00. Shall I book it?']);
  expect(state.variables['when']).toBe('tomorrow');
});

test('in the first message, too', () => {
  expect(talk(visit, ['book me for tomorrow at 10am in my time zone']).says[0]).toBe(told);
});

test('where nothing else was said, the time is asked for again', () => {
  const { says, state } = talk(visit, ['book me', '10am my time']);
  expect(says).toEqual([told, 'Which day and time?']);
  expect(state.variables).not.toHaveProperty('when');
});

test('a yes to another hour books nothing', () => {
  const { says } = talk(visit, ['book me', 'tomorrow at 11', 'yes, 10am my time']);
  expect(says[0]).toBe(told);
  expect(says[1]).toMatch(/^Dublin time:\n.*Shall I book it\?$/su);
});

test('who says no such thing reads nothing about clocks', () => {
  expect(talk(visit, ['book me', 'tomorrow at 11']).says).toEqual([
    'tomorrow at 11, at 10:00. Shall I book it?',
  ]);
});
