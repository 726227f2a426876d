/**
 * Something wrong in a business's files. `line` counts from 1; `field` is the path inside a YAML
 * file ("hours.week.monday[0].to") or the column of a CSV file; `fix` says what to do.
 */
export type FileProblem = {
  readonly file: string;
  readonly line?: number;
  readonly field?: string;
  readonly message: string;
  readonly fix: string;
};

/** What one reader made of a file: its value if that could be read, and every problem found. */
export type FileReading<T> = { readonly value: T | undefined; readonly problems: readonly FileProblem[] };

/** "hours.week.monday[0].to" for the path of a value inside a file. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
