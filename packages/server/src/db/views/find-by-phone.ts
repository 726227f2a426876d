import { z } from 'zod';
import type { Queryable } from '../database.ts';
import type { Place } from './conversation-facts.ts';

const Row = z.object({ channel_id: z.string(), conversation_id: z.string() });

/** The conversation of whoever has this phone now, the one with the latest message first; `channelId`: only there. */
export async function findByPhone(
  client: Queryable,
  phone: string,
  channelId: string | undefined,
): Promise<Place | undefined> {
  const found = await client.query({
    text: `select i.channel_id, i.conversation_id
             from identities i join conversations v using (channel_id, conversation_id)
            where i.kind = 'phone' and i.value = $1 and ($2::text is null or i.channel_id = $2)
            order by v.window_closes_at desc nulls last, i.channel_id limit 1`,
    values: [phone, channelId ?? null],
  });
  const row = Row.optional().parse(found.rows[0]);
  return row === undefined ? undefined : { channelId: row.channel_id, conversationId: row.conversation_id };
}
