import type { CatalogueReport } from '@ambit/sdk/catalogue-drift';
import { connectDesk } from '../files/connect-desk.ts';

/** `ambit catalogue drift`: how the catalogue differs from Meta's. Returns the exit code: 0 when it does not. */
export async function showCatalogueDrift(json: boolean): Promise<number> {
  const report = await connectDesk().client.catalogueDrift({ read: 'now' });
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${describe(report).join('\n')}\n`);
  return report.status === 'same' || report.status === 'no-catalogue' ? 0 : 1;
}

function describe({ status, catalogues }: CatalogueReport): readonly string[] {
  if (status === 'no-catalogue') return ['No task names a catalogue at Meta, and none is connected.'];
  return catalogues.flatMap(({ catalogueId, readAt, trouble, drift }) => {
    const unread = trouble === undefined ? [] : [`Catalogue ${catalogueId} cannot be read: ${trouble}`];
    if (readAt === undefined) return unread;
    if (drift.length === 0) return [...unread, `Catalogue ${catalogueId} says what the business says.`];
    const rows = drift.map(({ retailerId, kind, here, there }) => [retailerId, kind, here, there]);
    return [
      ...unread,
      `Catalogue ${catalogueId}: ${drift.length} differences`,
      ...table([['product', 'what', 'here', 'at Meta'], ...rows]),
    ];
  });
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
}
