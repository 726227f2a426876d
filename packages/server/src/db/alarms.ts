import type { Queryable } from './database.ts';

/** Raises an alarm once: while one of the same kind about the same thing is open, nothing is added. */
export async function raiseAlarm(
  client: Queryable,
  alarm: { kind: string; about: string; channelId?: string; conversationId?: string },
): Promise<void> {
  await client.query({
    text: `insert into alarms (kind, about, channel_id, conversation_id)
           select $1::text, $2::text, $3::text, $4::uuid
            where not exists (select 1 from alarms where cleared_at is null and kind = $1::text
                                and channel_id is not distinct from $3::text
                                and conversation_id is not distinct from $4::uuid)`,
    values: [alarm.kind, alarm.about, alarm.channelId ?? null, alarm.conversationId ?? null],
  });
}
