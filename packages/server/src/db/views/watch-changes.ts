import { z } from 'zod';
import type { Queryable } from '../database.ts';
import type { Place } from './conversation-facts.ts';

const Cursor = z.object({ cursor: z.string() });
const PlaceRow = z
  .object({ channel_id: z.string(), conversation_id: z.string() })
  .transform((row): Place => ({ channelId: row.channel_id, conversationId: row.conversation_id }));

/** Where the timeline stands now: every transaction before this one has ended. */
export async function timelineCursor(client: Queryable): Promise<string> {
  const now = await client.query({ text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as cursor' });
  return Cursor.parse(now.rows[0]).cursor;
}

/**
 * Conversations whose timeline grew since the cursor, and the next cursor. Only transactions older
 * than all that still run are read, so that one which commits late is never passed over.
 */
export async function grownSince(
  client: Queryable,
  cursor: string,
): Promise<{ grown: readonly Place[]; cursor: string }> {
  const found = await client.query({
    name: 'timeline-grown',
    text: `with horizon as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
           select h.xmin::text as cursor,
                  (select coalesce(jsonb_agg(jsonb_build_object(
                            'channel_id', g.channel_id, 'conversation_id', g.conversation_id)), '[]')
                     from (select distinct m.channel_id, m.conversation_id from messages m
                            where m.xid >= $1::text::xid8 and m.xid < h.xmin limit 500) g) as grown
             from horizon h`,
    values: [cursor],
  });
  const row = Cursor.extend({ grown: z.array(PlaceRow) }).parse(found.rows[0]);
  return { grown: row.grown, cursor: row.cursor };
}

const MarkRow = z.object({ channel_id: z.string(), conversation_id: z.string(), mark: z.string() });

/** One value that changes when anything visible of a conversation does. */
export type ConversationMark = Place & { readonly mark: string };

/**
 * Marks of the conversations in motion: those with messages waiting or a turn running, and the 60
 * with the newest activity. It looks at owner, window, mailbox, how far the last 12 messages got, and
 * which files have been copied.
 */
export async function markConversations(client: Queryable): Promise<readonly ConversationMark[]> {
  const found = await client.query({
    name: 'mark-conversations',
    text: `with busy as (
             (select channel_id, conversation_id from conversations order by last_activity_at desc limit 60)
             union
             (select channel_id, conversation_id from mailboxes where wake_at is not null limit 100)
             union
             (select channel_id, conversation_id from mailboxes where wake_at is not null and lease_node is not null limit 100)
           )
           select b.channel_id, b.conversation_id,
                  md5(concat_ws(' ', v.owner_version, v.window_closes_at, m.next_seq, m.handled_seq, m.open_turn, s.sends,
                                f.settled)) as mark
             from busy b
             join conversations v using (channel_id, conversation_id)
             join mailboxes m using (channel_id, conversation_id)
             left join lateral (
               select string_agg(concat_ws(',', o.outbox_id, o.status, o.delivery_rank, o.attempts, o.pricing), ' ') as sends
                 from (select l.outbox_id from messages l
                        where l.channel_id = b.channel_id and l.conversation_id = b.conversation_id
                        order by l.position desc limit 12) l
                 join outbox o on o.channel_id = b.channel_id and o.outbox_id = l.outbox_id) s on true
             left join lateral (
               select count(*) as settled from media f
                where f.channel_id = b.channel_id and f.conversation_id = b.conversation_id
                  and f.settled_at is not null) f on true`,
  });
  return found.rows.map((raw) => {
    const row = MarkRow.parse(raw);
    return { channelId: row.channel_id, conversationId: row.conversation_id, mark: row.mark };
  });
}

/** One value that changes when alarms, unrouted webhooks, paused numbers or the published business do. */
export async function markDesk(client: Queryable): Promise<string> {
  const found = await client.query({
    name: 'mark-desk',
    text: `select concat_ws(' ',
             (select string_agg(alarm_id::text, ',' order by alarm_id)
                from (select alarm_id from alarms where cleared_at is null order by raised_at desc limit 200) a),
             (select max(unrouted_id) from unrouted), (select max(version) from business_versions),
             (select string_agg(channel_id || coalesce(paused_why, ''), ',' order by channel_id) from channels)) as mark`,
  });
  return z.object({ mark: z.string() }).parse(found.rows[0]).mark;
}
