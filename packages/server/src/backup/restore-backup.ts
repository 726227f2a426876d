import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Database, Queryable } from '../db/database.ts';
import { migrate, readAppliedMigrations } from '../db/migrate.ts';
import {
  distrustWhatWasUnderWay,
  findFilledTable,
  insertRows,
  liftForeignKeys,
  raiseIdentities,
} from '../db/restore-rows.ts';
import { readTableShapes, type TableShape } from '../db/table-shapes.ts';
import { End, Header, RowLine, TableBegins } from './backup-lines.ts';

const rowsAtOnce = 500;

/** What was restored. */
export type Restored = { readonly rows: number; readonly madeAt: string };

/**
 * Restores a backup into an empty database, in one transaction, then brings the schema up to this program.
 * `checkSecrets`: throws if what the restored channels keep cannot be opened; then nothing is restored.
 * Throws, leaving the database without a row, for a file that is damaged, cut short or of a newer program.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  checkSecrets: (client: Queryable) => Promise<void>,
): Promise<Restored> {
  const lines = readLines(file);
  try {
    const first = await lines.next();
    const header = parseHeader(file, first);
    const headerText = first.done === true ? '' : first.value.text;
    await migrate(database, header.migrations);
    const rows = await database.transaction(async (client) => {
      await checkTarget(client, header);
      const replaceKeys = await liftForeignKeys(client);
      const count = await restoreRows(client, file, { header, headerText }, lines);
      await replaceKeys();
      await raiseIdentities(client);
      await distrustWhatWasUnderWay(client, header.madeAt);
      await checkSecrets(client);
      return count;
    });
    await migrate(database);
    return { rows, madeAt: header.madeAt };
  } finally {
    await lines.return(undefined);
  }
}

function parseHeader(file: string, first: IteratorResult<Line, unknown>): Header {
  const header = first.done === true ? undefined : Header.safeParse(first.value.json);
  if (header?.success !== true) throw new Error(`${file} is no backup of Ambit's`);
  return header.data;
}

async function checkTarget(client: Queryable, header: Header): Promise<void> {
  const tables = await readTableShapes(client);
  const filled = await findFilledTable(client, tables);
  if (filled !== undefined)
    throw new Error(
      `The database is not empty (there are rows in ${filled}); a backup is restored into an empty one: set AMBIT_HOME to a new folder, or DATABASE_URL to an empty database`,
    );
  const applied = await readAppliedMigrations(client);
  if (applied.length !== header.migrations.length || JSON.stringify(tables) !== JSON.stringify(header.tables))
    throw new Error(
      'The tables of the database differ from those of the backup; restore into a database that Ambit has never used',
    );
}

async function restoreRows(
  client: Queryable,
  file: string,
  { header, headerText }: { header: Header; headerText: string },
  lines: AsyncGenerator<Line, void>,
): Promise<number> {
  const shapes = new Map(header.tables.map((table) => [table.name, table]));
  const hash = createHash('sha256').update(`${headerText}\n`);
  let table: TableShape | undefined;
  let held: (string | null)[][] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    if (table !== undefined && held.length > 0) await insertRows(client, table, held);
    held = [];
  };
  for await (const { text, json } of lines) {
    const end = End.safeParse(json);
    if (end.success) {
      await flush();
      const isWhole = end.data.rows === count && end.data.sha256 === hash.digest('hex');
      if (!isWhole) throw new Error(damaged(file, 'its checksum does not fit'));
      return count;
    }
    hash.update(`${text}\n`);
    const begins = TableBegins.safeParse(json);
    if (begins.success) {
      await flush();
      table = shapes.get(begins.data.table);
      continue;
    }
    const row = RowLine.safeParse(json);
    if (!row.success || table === undefined || row.data.length !== table.columns.length)
      throw new Error(damaged(file, `line ${count} is no row`));
    held.push(row.data);
    count += 1;
    if (held.length >= rowsAtOnce) await flush();
  }
  throw new Error(damaged(file, 'it ends too early'));
}

type Line = { readonly text: string; readonly json: unknown };

async function* readLines(file: string): AsyncGenerator<Line, void> {
  const unzipped = createGunzip();
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined);
  pipeline(createReadStream(file), unzipped, (error) => {
    if (error !== null && error !== undefined) broken.reject(error);
  });
  const reader = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  const lines = reader[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([lines.next(), broken.promise]);
      if (next.done === true) return;
      yield { text: next.value, json: parseLine(file, next.value) };
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw new Error(`There is no file ${file}`, { cause });
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_'))
      throw new Error(damaged(file, cause.message), { cause });
    throw cause;
  } finally {
    reader.close();
    unzipped.destroy();
  }
}

function parseLine(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(damaged(file, 'a line is not JSON'), { cause });
  }
}

function damaged(file: string, why: string): string {
  return `The backup ${file} is damaged: ${why}; nothing was restored, use another backup`;
}
