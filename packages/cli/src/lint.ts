import { styleText } from 'node:util';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { readEnvironment } from './environment.ts';
import { lintFolder, type LintedFolder, type LintProblem } from './lint-folder.ts';

/**
 * `ambit lint`: says what is wrong with the files of businesses, the one of AMBIT_BUSINESS when none is
 * named. Returns the exit code: 1 if a start would refuse one of them.
 */
export async function lint({
  folders,
  json,
}: {
  readonly folders: readonly string[];
  readonly json: boolean;
}): Promise<number> {
  const linted: LintedFolder[] = [];
  for (const folder of folders.length === 0 ? [readEnvironment().business] : folders)
    linted.push(await lintFolder(folder));
  const all = linted.flatMap(({ problems }) => problems);
  const [blocking, warnings] = [count(all, 'blocking'), count(all, 'warning')];
  const isSound = blocking === 0;
  if (json) {
    const report = { ok: isSound, blocking, warnings, folders: linted };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else process.stdout.write(`${linted.map(paragraphOf).join('\n\n')}\n`);
  return isSound ? 0 : 1;
}

function paragraphOf({ folder, problems }: LintedFolder): string {
  const lines = problems.map((problem) => {
    const colour = problem.severity === 'blocking' ? 'red' : 'yellow';
    const mark = problem.severity === 'blocking' ? '✗' : '!';
    return `${styleText(colour, mark)} ${describeProblem(problem, folder)}`;
  });
  return [...lines, summaryOf(folder, problems)].join('\n');
}

function summaryOf(folder: string, problems: readonly LintProblem[]): string {
  const [blocking, warnings] = [count(problems, 'blocking'), count(problems, 'warning')];
  const asides =
    warnings === 0 ? '' : `${blocking === 0 ? ', but for ' : ' and '}${plural(warnings, 'warning')}`;
  return blocking === 0
    ? `${styleText('green', '✓')} ${folder}: nothing keeps it from starting${asides}`
    : `${styleText('red', '✗')} ${folder}: ${plural(blocking, 'problem')}${asides}; it would not start`;
}

function count(problems: readonly LintProblem[], severity: LintProblem['severity']): number {
  return problems.filter((each) => each.severity === severity).length;
}

function plural(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? '' : 's'}`;
}
