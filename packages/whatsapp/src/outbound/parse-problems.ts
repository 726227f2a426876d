import type { z } from 'zod';

type Issues = readonly z.core.$ZodIssue[];

/** What is wrong, one text each: the field, then the limit it breaks; never what the field holds. */
export function problemsOf(issues: Issues, above: readonly PropertyKey[] = []): readonly string[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      // The alternative with the fewest complaints tells what to mend.
      const closest = issue.errors.reduce((best, next) => (next.length < best.length ? next : best));
      return problemsOf(closest, path);
    }
    return [path.length === 0 ? issue.message : `${path.map(String).join('.')}: ${issue.message}`];
  });
}
