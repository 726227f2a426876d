import { z } from 'zod';
import type { Queryable } from './database.ts';
import type { TableShape } from './table-shapes.ts';

/** Puts rows of a backup into their table. `rows`: each an array of the columns' texts, as the backup has them. */
export async function insertRows(
  client: Queryable,
  table: TableShape,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const { columns } = table;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name, type }) => `u."${name}"::${type}`).join(', ');
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
  await client.query({
    text: `insert into "${table.name}" (${names}) overriding system value
           select ${values} from unnest(${arrays}) as u (${names})`,
    values: columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  });
}

const Constraint = z.object({ table: z.string(), name: z.string(), definition: z.string() });

/** Takes the foreign keys away until all rows are there. Returns how to put them back, which checks them. */
export async function liftForeignKeys(client: Queryable): Promise<() => Promise<void>> {
  const found = await client.query({
    text: `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
             from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`,
  });
  const keys = found.rows.map((row) => Constraint.parse(row));
  for (const { table, name } of keys)
    await client.query({ text: `alter table ${table} drop constraint "${name}"` });
  return async () => {
    for (const { table, name, definition } of keys)
      await client.query({ text: `alter table ${table} add constraint "${name}" ${definition}` });
  };
}

/** Lets identity columns go on after the highest number that was restored. */
export async function raiseIdentities(client: Queryable): Promise<void> {
  const found = await client.query({
    text: `select c.relname as table, a.attname as column
             from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'public'::regnamespace and a.attidentity <> ''`,
  });
  for (const row of found.rows) {
    const { table, column } = z.object({ table: z.string(), column: z.string() }).parse(row);
    await client.query({
      text: `select setval(pg_get_serial_sequence('"${table}"', '${column}'),
                           coalesce((select max("${column}") from "${table}"), 0) + 1, false)`,
    });
  }
}

/**
 * What was on its way when the backup was made may have been sent since: it is unknown, so that no program sends it
 * again, and people are told. Leases of nodes that are no more end.
 */
export async function distrustWhatWasUnderWay(client: Queryable, madeAt: string): Promise<void> {
  await client.query({
    text: `update outbox
              set status = 'unknown', marked_at = now(),
                  error = '{"reason":"restored from a backup; it may have been sent after the backup was made"}'
            where status in ('queued', 'retry', 'sending')`,
  });
  await client.query({
    text: `update mailboxes set lease_until = null, lease_node = null, wake_at = now(), epoch = epoch + 1
            where lease_until is not null`,
  });
  await client.query({
    text: `insert into alarms (kind, about) values ('restored-from-backup', $1)`,
    values: [
      `The database was restored from a backup of ${madeAt}: what came or was sent after that is missing here; look at open conversations on the phone before answering`,
    ],
  });
}

/** The first table with a row in it; undefined when all are empty. */
export async function findFilledTable(
  client: Queryable,
  tables: readonly TableShape[],
): Promise<string | undefined> {
  for (const { name } of tables) {
    const found = await client.query({ text: `select 1 from "${name}" limit 1` });
    if (found.rows.length > 0) return name;
  }
  return undefined;
}
