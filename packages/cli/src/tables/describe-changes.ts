import type { TableChanges } from '@ambit/sdk/table-import';

const mostNamed = 20;

/** "+3 ~2 −1 (added, changed, removed), unchanged: 40", in rows. */
export function countRows({ added, changed, removed, unchanged }: TableChanges): string {
  return `+${added} ~${changed} −${removed} (added, changed, removed), unchanged: ${unchanged}`;
}

/** Which rows lived on where the file says something else, a line each. */
export function describeKept({ kept }: TableChanges): readonly string[] {
  const lines = kept
    .slice(0, mostNamed)
    .map(({ row, fields }) =>
      fields.length === 0
        ? `  kept: ${row}, which the file no longer has, but customers use`
        : `  kept: ${row} (${fields.join(', ')}), which changed in the chat and in the file`,
    );
  return kept.length > mostNamed ? [...lines, `  … and ${kept.length - mostNamed} more`] : lines;
}
