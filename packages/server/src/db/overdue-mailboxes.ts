import { z } from 'zod';
import type { Queryable } from './database.ts';

/** How many conversations have had a message waiting for a turn for longer than `afterMs`. */
export async function countOverdueMailboxes(client: Queryable, afterMs: number): Promise<number> {
  const counted = await client.query({
    name: 'count-overdue',
    text: `select count(*)::int as overdue from mailboxes m
            where m.wake_at < now() - $1 * interval '1 ms'
              and (m.lease_until is null or m.lease_until < now() - $1 * interval '1 ms')`,
    values: [afterMs],
  });
  return z.object({ overdue: z.number() }).parse(counted.rows[0]).overdue;
}
