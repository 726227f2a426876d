/** A row that lived on where its file says something else. `fields`: which stayed; none: the file no longer has it. */
export type KeptRow = { readonly row: string; readonly fields: readonly string[] };

/** What reading a file again came to, in rows of one table. */
export type TableChanges = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly kept: readonly KeptRow[];
};

/**
 * `replace`: rows that an earlier file brought and this one has not are removed; `formerly`: only of these keys.
 * `onRows`: told how many are done.
 */
export type ImportOptions = {
  readonly replace: boolean;
  readonly formerly?: ReadonlySet<string>;
  readonly onRows: (done: number) => Promise<void>;
};

/** Rows are written so many at a time. */
export const rowsAtOnce = 500;

/** Only the fields whose columns a file has; `fieldOf` names the field of a column. */
export function givenFields(
  row: object,
  columns: readonly string[] | undefined,
  fieldOf: (column: string) => readonly string[],
): Readonly<Record<string, unknown>> {
  if (columns === undefined) return { ...row };
  const given = new Set(columns.flatMap(fieldOf));
  return Object.fromEntries(Object.entries(row).filter(([field]) => given.has(field)));
}
