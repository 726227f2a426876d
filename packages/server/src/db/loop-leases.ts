import type { Queryable } from './database.ts';

/** Takes, or renews, the lease of a loop. False: another node turns it now. */
export async function takeLoopLease(
  client: Queryable,
  name: string,
  holder: string,
  leaseMs: number,
): Promise<boolean> {
  const taken = await client.query({
    name: 'take-loop-lease',
    text: `insert into loop_leases (name, holder, leased_until) values ($1, $2, now() + $3 * interval '1 ms')
           on conflict (name) do update set holder = excluded.holder, leased_until = excluded.leased_until
             where loop_leases.leased_until < now() or loop_leases.holder = excluded.holder
           returning name`,
    values: [name, holder, leaseMs],
  });
  return taken.rows.length === 1;
}

/** Gives back what a stopping node holds, so that another one need not wait. */
export async function releaseLoopLeases(client: Queryable, holder: string): Promise<void> {
  await client.query({ text: 'delete from loop_leases where holder = $1', values: [holder] });
}
