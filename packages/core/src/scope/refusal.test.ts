import { expect, test } from 'vitest';
import type { Business } from '../business/business.ts';
import { shop } from '../conversation/testing/run-turn.ts';
import { pathOutsideChat } from './paths.ts';
import { refusal, taskTitles } from './refusal.ts';

test('a refusal names the business, its limits, a person and another path', () => {
  const { body, buttons } = refusal(shop, 'en');
  expect(body).toContain('I can only help with Fern & Oak: where your order is, cancelling an order, or');
  expect(body).toContain('I can pass you to a person, or you can write to care@fernoak.example');
  expect(buttons.at(-1)).toEqual({ id: 'person', title: 'Talk to a person' });
});

test('it stays within 600 characters, however many tasks there are', () => {
  const [first] = shop.agent.tasks;
  const tasks = Array.from({ length: 25 }, (_, index) => ({
    ...(first ?? fail()),
    id: `t${index}`,
    title: 'a rather long description of something the agent does',
  }));
  const busy: Business = { ...shop, agent: { ...shop.agent, tasks } };
  expect(refusal(busy, 'en').body.length).toBeLessThanOrEqual(600);
  expect(taskTitles(busy, 'en')).toMatch(/, and more$/u);
});

test('a path that works at any hour comes before the telephone', () => {
  const escalation: Business['escalation'] = [
    { kind: 'phone', number: '+353 1 555 0100' },
    { kind: 'web', url: 'https://fernoak.example/help' },
  ];
  expect(pathOutsideChat({ ...shop, escalation }, 'en')).toBe('go to https://fernoak.example/help');
  expect(pathOutsideChat({ ...shop, escalation: [{ kind: 'in-chat-person' }] }, 'en')).toBeUndefined();
});

function fail(): never {
  throw new Error('The shop has a task');
}

test('a task that hands over to people does not repeat the button for a person', () => {
  const [first, ...rest] = shop.agent.tasks;
  if (first === undefined) throw new Error('the shop has a task');
  const person = { ...first, id: 'human', button: 'Talk to a person', buttons: {} };
  const { buttons } = refusal({ ...shop, agent: { ...shop.agent, tasks: [first, person, ...rest] } }, 'en');
  expect(new Set(buttons.map(({ title }) => title)).size).toBe(3);
  expect(buttons.at(-1)).toEqual({ id: 'person', title: 'Talk to a person' });
});
