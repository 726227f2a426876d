import { z } from 'zod';
import type { Queryable } from './database.ts';
import type { TableShape } from './table-shapes.ts';

const rowsAtOnce = 1_000;
const Lines = z.array(z.object({ line: z.string() }));

/**
 * Every row of a table as one line of JSON: an array of its columns as PostgreSQL writes them, which is exact.
 * Inside a transaction of repeatable reads all tables are of one instant.
 */
export async function* readRows(client: Queryable, table: TableShape): AsyncGenerator<readonly string[]> {
  const columns = table.columns.map(({ name }) => `to_json("${name}"::text)`).join(', ');
  await client.query({
    text: `declare backup_rows no scroll cursor for
             select '[' || array_to_string(array(select coalesce(v::text, 'null')
                                                   from unnest(array[${columns}]) with ordinality as u (v, n)
                                                  order by n), ',') || ']' as line
               from "${table.name}"`,
  });
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${rowsAtOnce} from backup_rows` });
    if (rows.length === 0) break;
    yield Lines.parse(rows).map(({ line }) => line);
  }
  await client.query({ text: 'close backup_rows' });
}

/** Makes the transaction read one instant and write nothing. */
export async function freezeReads(client: Queryable): Promise<void> {
  await client.query({ text: 'set transaction isolation level repeatable read read only' });
}
