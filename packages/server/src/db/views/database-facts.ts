import { z } from 'zod';
import { countColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';

const Facts = z
  .object({
    version: z.coerce.number(),
    fsync: z.string(),
    full_page_writes: z.string(),
    synchronous_commit: z.string(),
    limit: z.coerce.number(),
    used: countColumn,
    now_ms: z.coerce.number(),
    bytes: countColumn,
    replica: z.boolean(),
  })
  .transform((row) => ({
    version: row.version,
    fsync: row.fsync === 'on',
    fullPageWrites: row.full_page_writes === 'on',
    synchronousCommit: row.synchronous_commit,
    connections: { limit: row.limit, used: row.used },
    nowMs: row.now_ms,
    bytes: row.bytes,
    isReplica: row.replica,
  }));

/** What the server says of itself. `version`: such as 180004. `synchronousCommit`: "off" loses what was acknowledged. */
export type DatabaseFacts = z.output<typeof Facts>;

/** Reads what decides whether acknowledged messages survive, and whether there is room for more callers. */
export async function readDatabaseFacts(client: Queryable): Promise<DatabaseFacts> {
  const found = await client.query({
    text: `select current_setting('server_version_num') as version, current_setting('fsync') as fsync,
                  current_setting('full_page_writes') as full_page_writes,
                  current_setting('synchronous_commit') as synchronous_commit,
                  current_setting('max_connections')::int
                    - current_setting('superuser_reserved_connections')::int as limit,
                  (select count(*) from pg_stat_activity where backend_type = 'client backend') as used,
                  extract(epoch from clock_timestamp()) * 1000 as now_ms,
                  pg_database_size(current_database()) as bytes, pg_is_in_recovery() as replica`,
  });
  return Facts.parse(found.rows[0]);
}
