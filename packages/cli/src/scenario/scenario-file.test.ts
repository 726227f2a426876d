import { expect, test } from 'vitest';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { readScenarioFile } from './scenario-file.ts';

const told = (...steps: readonly string[]): readonly string[] =>
  readScenarioFile(
    'hours.yaml',
    ['scenarios:', '  - name: hours', '    steps:', ...steps.map((step) => `      - { ${step} }`)].join('\n'),
  ).problems.map((problem) => describeProblem(problem));

test.each([
  ['inn: when?, outcome: answered', 'steps[0]: "inn" is nothing that a step can do — did you mean "in"?'],
  [
    'in: when?, outcom: answered',
    'steps[0].outcome: "outcome" is missing — write "outcome:" with answered or',
  ],
  [
    'in: when?, outcome: anwered',
    'steps[0].outcome: "anwered" is not allowed here — did you mean "answered"?',
  ],
  [
    'in: a, outcome: answered, task: 3',
    'steps[0].task: 3 was read as a number, not as text — put it in quotes',
  ],
  [
    'in: a, outcome: answered, out: { contain: [b] }',
    'steps[0].out.contain: there is no such field — did you mean "contains"?',
  ],
  ['desk: taek', 'steps[0].desk: "taek" is no "desk" that there is — did you mean "take"?'],
  [
    'backEnd: broken',
    'steps[0].backEnd: "broken" is not allowed here — use one of: well, slow, failing, down',
  ],
  ['clock: -1', 'steps[0].clock: -1 is too small — give more than 0'],
])('of "%s" the place, what is wrong and what to do are told', (step, wanted) => {
  expect(told(step)[0]).toContain(`hours.yaml:4 scenarios[0].${wanted}`);
});

test('a scenario without a mistake is read', () => {
  expect(told('in: when?, outcome: answered', 'desk: take')).toEqual([]);
});
