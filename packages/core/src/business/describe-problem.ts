import type { FileProblem } from './file-problem.ts';

/**
 * One line for a terminal: "businesses/shop/business.yaml:12 hours.week.monday[0].to: what is
 * wrong — what to do". `folder` is put before the file's own path; the file "." is the folder.
 */
export function describeProblem(problem: FileProblem, folder?: string): string {
  const root = folder?.replace(/\/+$/, '');
  const path = root === undefined ? problem.file : `${root}/${problem.file}`;
  const file = root !== undefined && problem.file === '.' ? root : path;
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const field = problem.field === undefined || problem.field === '' ? '' : ` ${problem.field}`;
  return `${file}${line}${field}: ${problem.message} — ${problem.fix}`;
}
