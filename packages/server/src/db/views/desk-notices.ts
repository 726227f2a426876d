import { z } from 'zod';
import { countColumn, instantColumn, optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';

const AlarmRow = z
  .object({
    alarm_id: z.coerce.string(),
    kind: z.string(),
    about: z.string(),
    channel_id: optionalColumn(z.string()),
    conversation_id: optionalColumn(z.string()),
    contact_name: optionalColumn(z.string()),
    raised_at: instantColumn,
  })
  .transform((row) => ({
    alarmId: row.alarm_id,
    kind: row.kind,
    about: row.about,
    ...(row.channel_id === undefined ? {} : { channelId: row.channel_id }),
    ...(row.conversation_id === undefined ? {} : { conversationId: row.conversation_id }),
    ...(row.contact_name === undefined ? {} : { contactName: row.contact_name }),
    raisedAt: row.raised_at,
  }));

/** The open alarms, newest first, 200 at most. */
export async function listOpenAlarms(client: Queryable) {
  const found = await client.query({
    text: `select a.alarm_id, a.kind, a.about, a.channel_id, a.conversation_id, a.raised_at,
                  coalesce(c.profile_name, c.username, v.phone) as contact_name
             from alarms a
             left join conversations v using (channel_id, conversation_id)
             left join contacts c using (contact_id)
            where a.cleared_at is null order by a.raised_at desc, a.alarm_id desc limit 200`,
  });
  return found.rows.map((row) => AlarmRow.parse(row));
}

/** Clears one alarm. False when there is no such alarm; one that is cleared already stays so. */
export async function clearAlarm(client: Queryable, alarmId: string): Promise<boolean> {
  const cleared = await client.query({
    text: 'update alarms set cleared_at = coalesce(cleared_at, now()) where alarm_id = $1 returning alarm_id',
    values: [alarmId],
  });
  return cleared.rows.length === 1;
}

const UnroutedRow = z
  .object({
    unrouted_id: z.coerce.string(),
    reason: z.string(),
    field: optionalColumn(z.string()),
    address: optionalColumn(z.string()),
    received_at: instantColumn,
  })
  .transform((row) => ({
    unroutedId: row.unrouted_id,
    reason: row.reason,
    ...(row.field === undefined ? {} : { field: row.field }),
    ...(row.address === undefined ? {} : { address: row.address }),
    receivedAt: row.received_at,
  }));

/** What no conversation took: how much, and the newest 50. */
export async function listUnrouted(client: Queryable) {
  const counted = await client.query({ text: 'select count(*) as count from unrouted' });
  const found = await client.query({
    text: `select unrouted_id, reason, field, address, received_at from unrouted
            order by unrouted_id desc limit 50`,
  });
  return {
    count: z.object({ count: countColumn }).parse(counted.rows[0]).count,
    newest: found.rows.map((row) => UnroutedRow.parse(row)),
  };
}

const CountsRow = z.object({
  waiting: countColumn,
  overdue: countColumn,
  queued: countColumn,
  sending: countColumn,
  unknown: countColumn,
});

/** How much is under way. `overdue`: messages without an outcome that came more than a minute ago. */
export async function countWork(client: Queryable) {
  const counted = await client.query({
    text: `with boxes as (
             select channel_id, conversation_id, handled_seq, next_seq - 1 - handled_seq as n
               from mailboxes where next_seq - 1 > handled_seq
           ), sends as (
             select status, count(*) as n from outbox
              where status in ('queued', 'retry', 'sending', 'unknown') group by status
           )
           select (select coalesce(sum(n), 0) from boxes) as waiting,
                  (select count(*) from boxes b join inbox i using (channel_id, conversation_id)
                    where i.seq > b.handled_seq and i.received_at < now() - interval '1 minute') as overdue,
                  (select coalesce(sum(n), 0) from sends where status in ('queued', 'retry')) as queued,
                  (select coalesce(sum(n), 0) from sends where status = 'sending') as sending,
                  (select coalesce(sum(n), 0) from sends where status = 'unknown') as unknown`,
  });
  return CountsRow.parse(counted.rows[0]);
}
