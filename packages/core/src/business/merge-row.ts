/** A row of a table by the names of its fields; what is empty is left out. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * What a row becomes when its file is read again. `changed`: which fields that changes. `kept`: where file and table
 * both changed since the file was last read, and the table's value stayed.
 */
export type MergedRow = {
  readonly row: Row;
  readonly changed: readonly string[];
  readonly kept: readonly string[];
};

/**
 * Brings what changed in a file into a row that has lived on since: orders were changed in chats, stock was sold.
 * A field counts as changed in the file when it says something else than the last time it was read; only then may
 * the row change, and not where the row has changed as well.
 * `base`: what the file said then. `file`: what it says now, only of the columns it has.
 * `counted`: fields where the file's difference is added to what is there. `businessOnly`: fields that no customer
 * changes, where the file always counts.
 */
export function mergeRow(
  { base, stored, file }: { readonly base: Row; readonly stored: Row; readonly file: Row },
  {
    counted = [],
    businessOnly = [],
  }: { readonly counted?: readonly string[]; readonly businessOnly?: readonly string[] } = {},
): MergedRow {
  const row: Record<string, unknown> = { ...stored };
  const changed: string[] = [];
  const kept: string[] = [];
  for (const [field, said] of Object.entries(file)) {
    const [was, is] = [base[field], stored[field]];
    if (saysTheSame(said, is) || saysTheSame(said, was)) continue;
    const difference = counted.includes(field) ? differenceOf(was, said) : undefined;
    if (difference !== undefined && typeof is === 'number') row[field] = Math.max(0, is + difference);
    else if (saysTheSame(is, was) || businessOnly.includes(field)) row[field] = said;
    else {
      kept.push(field);
      continue;
    }
    if (!saysTheSame(row[field], is)) changed.push(field);
  }
  return { row, changed, kept };
}

function differenceOf(was: unknown, is: unknown): number | undefined {
  return typeof was === 'number' && typeof is === 'number' ? is - was : undefined;
}

/** Whether two values say the same; the order of keys says nothing, and neither does what is left out. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, plain(each)]),
  );
}
