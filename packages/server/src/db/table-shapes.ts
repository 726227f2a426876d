import { z } from 'zod';
import type { Queryable } from './database.ts';

/** A table and its columns as a backup keeps them. */
export const TableShape = z.object({
  name: z.string().regex(/^[a-z_]+$/),
  columns: z.array(
    z.object({ name: z.string().regex(/^[a-z0-9_]+$/), type: z.string().regex(/^[a-z0-9_ ,()[\]]+$/) }),
  ),
});
export type TableShape = z.infer<typeof TableShape>;

const ShapeRow = z.object({ name: z.string(), columns: TableShape.shape.columns });

/**
 * The tables of the schema but for what the migrations keep of themselves, who turns which loop just now, and meanings,
 * which are made anew. Transaction ids are left out: they mean nothing in another cluster, and are given anew by their
 * default.
 */
export async function readTableShapes(client: Queryable): Promise<readonly TableShape[]> {
  const found = await client.query({
    text: `select c.relname as name,
                  json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                           order by a.attnum) as columns
             from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and c.relname not in ('schema_migrations', 'schema_lock', 'loop_leases')
              and not starts_with(c.relname, 'meaning_')
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
            group by c.oid, c.relname order by c.oid`,
  });
  return found.rows.map((row) => TableShape.parse(ShapeRow.parse(row)));
}
