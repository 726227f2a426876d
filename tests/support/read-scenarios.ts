import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { readScenarioFile, type ScenarioFile } from '@ambit/cli/scenario/scenario-file';

/** All scenario files of a folder, by name. Throws naming file, line and field of everything that is wrong. */
export function readScenarios(folder: string): readonly ScenarioFile[] {
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => readScenarioFile(file, readFileSync(join(folder, file), 'utf8')));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0)
    throw new Error(problems.map((problem) => describeProblem(problem, folder)).join('\n'));
  return read.flatMap(({ value }) => (value === undefined ? [] : [value]));
}
