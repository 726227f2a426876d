import { expect, test } from 'vitest';
import { describeProblem } from '../business/describe-problem.ts';
import { parseFlow } from './parse-flow.ts';
import { booking } from './testing/flows.ts';

function problems(yaml: string): readonly string[] {
  const parsed = parseFlow('flows/book.yaml', yaml);
  return parsed.kind === 'problems' ? parsed.problems.map((problem) => describeProblem(problem)) : [];
}

test('a flow is read from YAML and knows the lines of its nodes', () => {
  const parsed = parseFlow('flows/book.yaml', booking);
  expect(parsed).toMatchObject({ kind: 'parsed', flow: { id: 'book-table', version: 2 } });
  expect(parsed.kind === 'parsed' && parsed.lineOf('ask-people')).toBe(8);
});

test('an edge to a node that is not there is found at its line, with the likely node', () => {
  expect(problems(booking.replace('filled: ask-day', 'filled: ask-dya'))).toEqual([
    'flows/book.yaml:14 nodes[1].to.filled: there is no node "ask-dya" — did you mean "ask-day"?',
  ]);
});

test.each([
  ['kind: number, least', 'kind: nmuber, least', 'flows/book.yaml:12 nodes[1].slot'],
  [
    'save: people',
    'sav: people',
    'flows/book.yaml:13 nodes[1].sav: there is no such field — did you mean "save"?',
  ],
  [
    'id: ask-day',
    'id: ask-people',
    'flows/book.yaml:15 nodes[2].id: "ask-people" is already the id of another node',
  ],
  [
    'version: 2',
    'version: two',
    'flows/book.yaml:4 version: this is the text "two" — write a number instead',
  ],
  ['  - id: ask-people', ' - id: ask-people', 'flows/book.yaml:8: this is not valid YAML'],
  ['en: "Which day?", ', 'en: [], ', 'flows/book.yaml:17 nodes[2].text: '],
])('"%s" written as "%s" is a problem', (right, wrong, said) => {
  expect(problems(booking.replace(right, wrong)).some((problem) => problem.startsWith(said))).toBe(true);
});
