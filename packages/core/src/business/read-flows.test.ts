import { expect, test } from 'vitest';
import { booking } from '../flow/testing/flows.ts';
import { Task } from './business.ts';
import { describeProblem } from './describe-problem.ts';
import { readFlows } from './read-flows.ts';

const task = Task.parse({
  id: 'book-table',
  does: 'flow',
  title: 'booking a table',
  button: 'Book a table',
  examples: { en: ['a table please', 'book a table', 'table for two'] },
});
const around = {
  languages: ['en', 'es'],
  tasks: [task],
  tools: [
    { name: 'free-times', effect: false, inputs: ['day', 'people'], outcomes: ['times'] },
    {
      name: 'book-table',
      effect: true,
      inputs: ['day', 'time', 'people', 'name', 'contactPhone'],
      outcomes: ['booked', 'taken'],
    },
  ],
  templates: [],
  hasKnowledge: true,
};

function read(files: Readonly<Record<string, string>>) {
  const { flows, problems } = readFlows(new Map(Object.entries(files)), around);
  return { flows, problems: problems.map((problem) => describeProblem(problem)) };
}

test('flows are read from their files', () => {
  const { flows, problems } = read({
    'flows/book-table.yaml': booking,
    'tasks/book-table.yaml': 'not a flow',
  });
  expect(problems).toEqual([]);
  expect(flows.map(({ id }) => id)).toEqual(['book-table']);
});

test('what keeps a flow from running is told with the line of its node', () => {
  const broken = booking.replace('tool: free-times', 'tool: free-time');
  expect(read({ 'flows/book-table.yaml': broken }).problems).toEqual([
    'flows/book-table.yaml:26 find-times: there is no tool "free-time" — did you mean "free-times"?',
  ]);
});

test('a task whose flow is missing, and one version in two files, are told', () => {
  expect(read({}).problems).toEqual([
    'tasks book-table: task "book-table" is carried out by flow "book-table", which is not there — add flows/book-table.yaml',
  ]);
  expect(read({ 'flows/a.yaml': booking, 'flows/b.yaml': booking }).problems).toEqual([
    'flows/b.yaml version: version 2 of flow "book-table" is already there — raise the version of the one that changed',
  ]);
});

test('a sub-flow is part of the version that names it', () => {
  const part = `
id: part
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book-table }], to: { then: pass } }
  - { id: pass, kind: hand-off, why: everything }
`;
  const whole = part
    .replace('id: part', 'id: book-table')
    .replace(
      '{ id: pass, kind: hand-off, why: everything }',
      '{ id: pass, kind: sub-flow, flow: part, to: { ended: end } }\n  - { id: end, kind: end }',
    );
  const { flows, problems } = read({ 'flows/part.yaml': part, 'flows/whole.yaml': whole });
  expect(problems).toEqual([]);
  expect(flows[1]?.nodes.map(({ id }) => id)).toContain('pass/pass');
});
