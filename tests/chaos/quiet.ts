import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Stage } from './stage.ts';

const limitMs = 60_000;
const Busy = z.object({ busy: z.coerce.number() });

const busy = `
select (select count(*) from mailboxes where wake_at is not null or lease_node is not null or open_turn is not null
           or handled_seq < next_seq - 1)
     + (select count(*) from outbox where status in ('queued', 'sending', 'retry')
           or (status = 'unknown' and told_at is null))
     + (select count(*) from timers where due_at < $1)
     + (select count(*) from media where status in ('wanted', 'failed') and due_at < now()) as busy`;

/**
 * Waits until nothing is under way at the simulator and nothing waits in the tables, twice in a
 * row. False if that does not come. `look`: done each time.
 */
export async function waitUntilQuiet(stage: Stage, look: () => Promise<void>): Promise<boolean> {
  const { simulator, database } = stage;
  let quiet = 0;
  for (const until = performance.now() + limitMs; performance.now() < until && quiet < 2; await wait(250)) {
    try {
      await look();
      const { waiting, inFlight, retrying } = simulator.control.state().webhooks;
      const { rows } = await database.pool.query(busy, [new Date(simulator.control.clock().nowMs)]);
      const left = waiting + inFlight + retrying + Busy.parse(rows[0]).busy;
      quiet = left === 0 ? quiet + 1 : 0;
    } catch {
      // PostgreSQL is on its way back.
      quiet = 0;
    }
  }
  return quiet === 2;
}
