import { createHash } from 'node:crypto';
import { freezeReads, readRows } from '../db/backup-rows.ts';
import type { Database } from '../db/database.ts';
import { readAppliedMigrations } from '../db/migrate.ts';
import { readTableShapes } from '../db/table-shapes.ts';
import type { Header } from './backup-lines.ts';

/**
 * Writes all rows of one instant, while the engine goes on. `write`: takes text, and resolves when there is room for
 * more. Resolves with the number of rows. Neither the secret key nor customers' files are among them.
 */
export function writeBackup(
  database: Database,
  madeAt: string,
  write: (text: string) => Promise<void>,
): Promise<number> {
  let begun = false;
  return database.transaction(async (client) => {
    // What was written cannot be taken back, so this transaction is not tried again.
    if (begun) throw new Error('The backup was interrupted by the database; try again');
    begun = true;
    await freezeReads(client);
    const hash = createHash('sha256');
    const put = async (text: string): Promise<void> => {
      hash.update(text);
      await write(text);
    };
    const tables = [...(await readTableShapes(client))];
    const migrations = [...(await readAppliedMigrations(client))];
    const header: Header = { ambit: 'backup', format: 1, madeAt, migrations, tables };
    await put(`${JSON.stringify(header)}\n`);
    let count = 0;
    for (const table of tables) {
      await put(`${JSON.stringify({ table: table.name })}\n`);
      for await (const lines of readRows(client, table)) {
        count += lines.length;
        await put(`${lines.join('\n')}\n`);
      }
    }
    await write(`${JSON.stringify({ end: true, rows: count, sha256: hash.digest('hex') })}\n`);
    return count;
  });
}
