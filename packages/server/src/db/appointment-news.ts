import { z } from 'zod';
import type { AppointmentNews } from '@ambit/core/appointment/appointment-news';
import type { AppointmentOwner } from '@ambit/core/appointment/may-see';
import type { Instant } from '@ambit/core/schedule/instant';
import { countColumn, instantColumn, optionalColumn, timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

/** What became of one news. `key` names it: it is recorded, and told, once. */
export type NewsRecord = {
  readonly key: string;
  readonly about: AppointmentNews['about'];
  readonly appointmentId?: string;
  readonly waitingId?: string;
  readonly outcome: { readonly kind: 'queued' } | { readonly kind: 'not-sent'; readonly why: string };
};

/** Records a news. False when it is recorded already. */
export async function recordNews(client: Queryable, news: NewsRecord, at: Instant): Promise<boolean> {
  const recorded = await client.query({
    text: `insert into appointment_news (news_key, about, appointment_id, waiting_id, outcome, why, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (news_key) do nothing returning news_key`,
    values: [
      news.key,
      news.about,
      news.appointmentId ?? null,
      news.waitingId ?? null,
      news.outcome.kind,
      news.outcome.kind === 'not-sent' ? news.outcome.why : null,
      timestamp(at),
    ],
  });
  return recorded.rows.length === 1;
}

const TalkRow = z
  .object({
    channel_id: z.string(),
    conversation_id: z.string(),
    window_closes_at: optionalColumn(instantColumn),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    windowClosesAt: row.window_closes_at,
  }));

/** Where somebody can be written to. `windowClosesAt`: undefined when their service window never opened. */
export type TalkPlace = z.output<typeof TalkRow>;

/**
 * The conversation of somebody who has an appointment or waits for one: that of their contact, else of their
 * BSUID, else of their phone, unless that has gone to somebody with another BSUID; of several, the one whose service window is open longest.
 */
export async function findTalkPlace(
  client: Queryable,
  { contactId, bsuid, phone }: AppointmentOwner,
): Promise<TalkPlace | undefined> {
  const found = await client.query({
    name: 'find-talk-place',
    text: `select v.channel_id, v.conversation_id, v.window_closes_at
             from conversations v
             join (select channel_id, conversation_id, 1 as rank from conversations where contact_id = $1::uuid
                   union all
                   select channel_id, conversation_id, 2 from identities where kind = 'bsuid' and value = $2
                   union all
                   select channel_id, conversation_id, 3 from identities where kind = 'phone' and value = $3) w
               on w.channel_id = v.channel_id and w.conversation_id = v.conversation_id
            where w.rank < 3 or $2::text is null or v.bsuid is null or v.bsuid = $2
            order by w.rank, v.window_closes_at desc nulls last limit 1`,
    values: [z.uuid().safeParse(contactId).success ? contactId : null, bsuid ?? null, phone ?? null],
  });
  return found.rows[0] === undefined ? undefined : TalkRow.parse(found.rows[0]);
}

const DueRow = z
  .object({ appointment_id: z.string(), starts_ms: countColumn })
  .transform((row) => ({ appointmentId: row.appointment_id, start: row.starts_ms }));

/**
 * Appointments whose customers are to be reminded now. Who booked after the time of the reminder knows
 * already; a moved appointment is reminded of again.
 */
export async function dueReminders(
  client: Queryable,
  now: Instant,
  most: number,
): Promise<readonly { readonly appointmentId: string; readonly start: Instant }[]> {
  const due = await client.query({
    name: 'due-reminders',
    text: `select a.appointment_id, (extract(epoch from a.starts_at) * 1000)::bigint as starts_ms
             from appointments a join resources r using (resource_id),
                  lateral (select a.starts_at - (r.record->>'remindMinutes')::int * interval '1 minute' as at) remind
            where a.status = 'booked' and a.starts_at > $1 and remind.at <= $1 and a.changed_at < remind.at
              and not exists (select 1 from appointment_news n
                               where n.news_key = 'reminder:' || a.appointment_id || ':'
                                                  || (extract(epoch from a.starts_at) * 1000)::bigint)
            order by a.starts_at limit $2`,
    values: [timestamp(now), most],
  });
  return due.rows.map((row) => DueRow.parse(row));
}
