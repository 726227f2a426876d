import { z } from 'zod';
import type { Queryable } from './database.ts';

const Granted = z.object({ granted: z.number() }).optional();

/**
 * Leases up to `wanted` sends of a number's throughput to this node; the bucket holds one second's
 * worth. Returns how many were granted, possibly 0.
 * Source of the rate: Cloud API docs, "Throughput" (80 messages a second, 1,000 when upgraded).
 */
export async function leaseBudget(client: Queryable, channelId: string, wanted: number): Promise<number> {
  const leased = await client.query({
    name: 'lease-budget',
    text: `with refilled as (
             select channel_id, least(rate_per_second, tokens
                      + extract(epoch from (clock_timestamp() - refilled_at)) * rate_per_second) as tokens
               from number_budgets where channel_id = $1 for update)
           update number_budgets b
              set tokens = r.tokens - least($2, floor(r.tokens)), refilled_at = clock_timestamp()
             from refilled r where b.channel_id = r.channel_id
           returning least($2, floor(r.tokens))::float8 as granted`,
    values: [channelId, wanted],
  });
  return Granted.parse(leased.rows[0])?.granted ?? 0;
}

/** Empties a number's bucket and lets it refill from `delayMs` on: Meta said it sends too fast. */
export async function emptyBudget(client: Queryable, channelId: string, delayMs: number): Promise<void> {
  await client.query({
    text: `update number_budgets set tokens = 0, refilled_at = clock_timestamp() + $2 * interval '1 ms'
            where channel_id = $1`,
    values: [channelId, delayMs],
  });
}
