import { z } from 'zod';
import { countColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';

const Depth = z
  .object({
    queued: countColumn,
    retry: countColumn,
    sending: countColumn,
    unknown: countColumn,
    waiting: countColumn,
    overdue: countColumn,
    leased: countColumn,
    alarms: countColumn,
  })
  .transform(({ queued, retry, sending, unknown, waiting, overdue, leased, alarms }) => ({
    outbox: { queued, retry, sending, unknown },
    mailboxes: { waiting, overdue, leased },
    alarmsOpen: alarms,
  }));

/**
 * How much is not over: every count reads a partial index of what is unfinished, never the whole.
 * `overdueAfterMs`: how long a due mailbox may wait for a worker.
 */
export async function readEngineDepth(
  client: Queryable,
  overdueAfterMs: number,
): Promise<z.output<typeof Depth>> {
  const counted = await client.query({
    name: 'engine-depth',
    text: `with unfinished as (
             select status, count(*) as n from outbox
              where status in ('queued', 'retry', 'sending', 'unknown') group by status
           ), boxes as (
             select count(*) filter (where lease_until is null or lease_until <= now()) as waiting,
                    count(*) filter (where wake_at < now() - $1 * interval '1 ms'
                                       and (lease_until is null or lease_until < now())) as overdue
               from mailboxes where wake_at is not null
           )
           select coalesce((select n from unfinished where status = 'queued'), 0) as queued,
                  coalesce((select n from unfinished where status = 'retry'), 0) as retry,
                  coalesce((select n from unfinished where status = 'sending'), 0) as sending,
                  coalesce((select n from unfinished where status = 'unknown'), 0) as unknown,
                  waiting, overdue,
                  (select count(*) from mailboxes where wake_at is not null and lease_node is not null and lease_until > now()) as leased,
                  (select count(*) from alarms where cleared_at is null) as alarms
             from boxes`,
    values: [overdueAfterMs],
  });
  return Depth.parse(counted.rows[0]);
}
