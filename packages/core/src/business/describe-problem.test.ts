import { expect, test } from 'vitest';
import { describeProblem } from './describe-problem.ts';

test('a problem is one line: file, line, field, what is wrong, what to do', () => {
  const problem = {
    file: 'business.yaml',
    line: 12,
    field: 'hours.week.monday[0].to',
    message: 'wrong',
    fix: 'right',
  };
  expect(describeProblem(problem, 'businesses/shop/')).toBe(
    'businesses/shop/business.yaml:12 hours.week.monday[0].to: wrong — right',
  );
});

test('what is not known is left out', () => {
  expect(describeProblem({ file: 'tasks', message: 'there is no task', fix: 'add one' })).toBe(
    'tasks: there is no task — add one',
  );
});
