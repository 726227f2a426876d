import { z } from 'zod';
import type { InboundContent } from '@ambit/core/message/inbound';
import { timestamp } from './columns.ts';
import { jsonText } from './json-text.ts';
import type { Queryable } from './database.ts';

/** One message for a mailbox. `delayMs`: how long its turn waits for more; 0 wakes it now. */
export type InboundRow = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly at: number;
  readonly content: InboundContent;
  readonly raw: unknown;
  readonly delayMs: number;
};

const counting = `
with incoming as (
  select * from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::jsonb[], $6::jsonb[], $7::int[])
    with ordinality as i (message_id, conversation_id, said_at, content, raw, delay_ms, n)
), fresh as (
  insert into dedupe (channel_id, message_id)
  select $1, message_id from incoming order by message_id
  on conflict do nothing returning message_id
), numbered as (
  select i.*, row_number() over (partition by i.conversation_id order by i.n) - 1 as k
    from incoming i join fresh using (message_id)
), counted as (
  select conversation_id, count(*) as added,
         case when min(delay_ms) = 0 then 0 else (array_agg(delay_ms order by n desc))[1] end as delay_ms
    from numbered group by conversation_id
), locked as (
  select m.conversation_id, c.added, c.delay_ms
    from mailboxes m join counted c using (conversation_id)
   where m.channel_id = $1 order by m.conversation_id for update of m
), raised as (
  update mailboxes m
     set next_seq = m.next_seq + l.added,
         waiting_since = coalesce(m.waiting_since, now()),
         wake_at = case
           when l.delay_ms = 0 then now()
           when m.wake_at <= now() then m.wake_at
           else least(now() + l.delay_ms * interval '1 ms',
                      coalesce(m.waiting_since, now()) + $8 * interval '1 ms') end
    from locked l
   where m.channel_id = $1 and m.conversation_id = l.conversation_id
  returning m.conversation_id, m.next_seq - l.added as base
)`;

/** Names the files of new messages as wanted, in the very statement that keeps the messages. */
const wanting = `, wanted as (
  insert into media (channel_id, media_id, conversation_id, message_id)
  select $1, n.content->>'mediaId', n.conversation_id, n.message_id
    from numbered n join raised r using (conversation_id)
   where n.content->>'mediaId' is not null order by 2
  on conflict do nothing
)`;

const keeping = `
insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content, raw)
select $1, n.conversation_id, r.base + n.k, n.message_id, n.said_at, n.content, n.raw
  from numbered n join raised r using (conversation_id)
returning message_id`;

const statements = {
  plain: { name: 'insert-inbound', text: `${counting}${keeping}` },
  withMedia: { name: 'insert-inbound-with-media', text: `${counting}${wanting}${keeping}` },
} as const;

/**
 * Puts messages of one channel into their mailboxes, in the order given, in one statement: drops
 * the ids known already, raises each conversation's sequence under its mailbox row, and sets when
 * the turn wakes. Files the messages carry are wanted from then on; without any, the statement does
 * not touch their table.
 *
 * Sequence numbers come from the mailbox row and never from a global identity: identities commit
 * out of order, and a reader that follows them loses messages.
 * `rows`: no message id twice. `longestWaitMs`: the cap of the debounce.
 * Returns the ids that were new.
 */
export async function insertInbound(
  client: Queryable,
  channelId: string,
  rows: readonly InboundRow[],
  longestWaitMs: number,
): Promise<ReadonlySet<string>> {
  const inserted = await client.query({
    ...(rows.some((row) => mediaIdOf(row.content) !== undefined) ? statements.withMedia : statements.plain),
    values: [
      channelId,
      rows.map((row) => row.messageId),
      rows.map((row) => row.conversationId),
      rows.map((row) => timestamp(row.at)),
      rows.map((row) => jsonText(row.content)),
      rows.map((row) => (row.raw === undefined ? null : jsonText(row.raw))),
      rows.map((row) => row.delayMs),
      longestWaitMs,
    ],
  });
  return new Set(inserted.rows.map((row) => z.object({ message_id: z.string() }).parse(row).message_id));
}

function mediaIdOf(content: InboundContent): string | undefined {
  return content.kind === 'media' || content.kind === 'sticker' ? content.mediaId : undefined;
}
