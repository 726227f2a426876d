import type { Queryable } from './database.ts';

/** Takes a test event of the doctor's out of what no conversation took. False: it was not stored. */
export async function takeDoctorEvent(client: Queryable, field: string): Promise<boolean> {
  const taken = await client.query({
    text: 'delete from unrouted where field = $1 returning unrouted_id',
    values: [field],
  });
  return taken.rows.length > 0;
}
