import type { Queryable } from './database.ts';
import { jsonText, storableText } from './json-text.ts';

/** Keeps what Meta sent and no conversation takes. */
export async function storeUnrouted(
  client: Queryable,
  items: readonly { reason: string; field?: string; address?: string; body: unknown }[],
): Promise<void> {
  await client.query({
    name: 'store-unrouted',
    text: `insert into unrouted (reason, field, address, body)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])`,
    values: [
      items.map((item) => item.reason),
      items.map((item) => (item.field === undefined ? null : storableText(item.field))),
      items.map((item) => (item.address === undefined ? null : storableText(item.address))),
      items.map((item) => jsonText(item.body)),
    ],
  });
}
