import type { Queryable } from './database.ts';

/**
 * Forgets a bounded number of message ids older than 8 days: Meta repeats webhooks for up to 7.
 * Source: Cloud API docs, webhooks overview ("7 days"), read 2026-11-21.
 */
export async function purgeDedupe(client: Queryable): Promise<void> {
  await client.query({
    name: 'purge-dedupe',
    text: `delete from dedupe where ctid in (
             select ctid from dedupe where received_at < now() - interval '8 days' limit 1000)`,
  });
}
