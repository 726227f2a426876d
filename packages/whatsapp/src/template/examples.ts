import { z } from 'zod';
import { Named, areDistinct } from '../outbound/bounded-text.ts';

/** Sample values of named variables. */
export const NamedExamples = z
  .array(z.strictObject({ param_name: z.string().regex(/^[a-z_][a-z0-9_]*$/), example: Named }))
  .min(1)
  .refine(
    (all) => areDistinct(all.map(({ param_name }) => param_name)),
    'two samples have the same param_name',
  );

type NamedExample = { param_name: string; example: string };

/**
 * What is wrong with the samples of a text's variables, or undefined. Meta's reviewers need one
 * for each variable, no more.
 */
export function exampleProblem(
  variables: readonly string[],
  positional: readonly string[] | undefined,
  named: readonly NamedExample[] | undefined,
): string | undefined {
  if (positional !== undefined && named !== undefined) return 'has samples both by number and by name';
  if (variables.length === 0)
    return positional === undefined && named === undefined ? undefined : 'has samples but no variables';
  if (named !== undefined) {
    const missing = variables.filter((name) => !named.some(({ param_name }) => param_name === name));
    if (missing.length > 0) return `has no sample for {{${missing.join('}}, {{')}}}`;
    return named.length === variables.length ? undefined : 'has samples for variables that it does not have';
  }
  const given = positional?.length ?? 0;
  return given === variables.length
    ? undefined
    : `has ${given} samples for ${variables.length} variables; each needs one`;
}
