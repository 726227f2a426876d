import { readFileSync } from 'node:fs';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { readYaml } from '@ambit/core/business/read-yaml';
import type { z } from 'zod';

/** Reads a YAML file by its schema. Throws, naming every problem, if it does not fit. */
export function readTestYaml<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  const { value, problems } = readYaml(path, readFileSync(path, 'utf8'), schema);
  if (value === undefined || problems.length > 0)
    throw new Error(problems.map((problem) => describeProblem(problem)).join('\n'));
  return value;
}
