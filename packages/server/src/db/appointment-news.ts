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
    agrees: z.boolean(),
  })
  .transform((row) => ({
    channelId: row.channel_id,
    conversationId: row.conversation_id,
    windowClosesAt: row.window_closes_at,
    agrees: row.agrees,
  }));

/**
 * Where somebody can be written to. `windowClosesAt`: undefined when their service window never opened; `agrees`: to
 * notices outside it.
 */
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
    text: `select v.channel_id, v.conversation_id, v.window_closes_at,
                  (v.state -> 'consents' -> 'utility') is not null as agrees
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

/** Whether a contact has agreed to notices outside the service window. */
export async function agreesToNotices(client: Queryable, contactId: string): Promise<boolean> {
  if (!z.uuid().safeParse(contactId).success) return false;
  const found = await client.query({
    name: 'agrees-to-notices',
    text: `select 1 from conversations where contact_id = $1::uuid and state -> 'consents' -> 'utility' is not null`,
    values: [contactId],
  });
  return found.rows.length > 0;
}

const DueRow = z
  .object({ appointment_id: z.string(), starts_ms: countColumn, news_key: z.string() })
  .transform((row) => ({ appointmentId: row.appointment_id, start: row.starts_ms, key: row.news_key }));

/**
 * Appointments whose customers are to be reminded now. `before`: how many minutes before the start, for what says
 * nothing of its own; of several that are due only the last is told. Who booked after the time of the reminder
 * knows already; a moved appointment is reminded of again. `key`: what the news is recorded under.
 */
export async function dueReminders(
  client: Queryable,
  now: Instant,
  most: number,
  before: readonly number[],
): Promise<readonly { readonly appointmentId: string; readonly start: Instant; readonly key: string }[]> {
  const due = await client.query({
    name: 'due-reminders',
    text: `select d.appointment_id, d.starts_ms, d.news_key
             from (select distinct on (a.appointment_id) a.appointment_id, a.starts_at, a.changed_at, remind.at,
                          (extract(epoch from a.starts_at) * 1000)::bigint as starts_ms,
                          'reminder:' || a.appointment_id || ':' || (extract(epoch from a.starts_at) * 1000)::bigint
                            || remind.which as news_key
                     from appointments a join resources r using (resource_id),
                          lateral (select a.starts_at - ahead.minutes * interval '1 minute' as at, ahead.which
                                     from (select (r.record->>'remindMinutes')::int as minutes, '' as which
                                            where r.record ? 'remindMinutes'
                                           union all
                                           select minutes, ':' || minutes from unnest($3::int[]) minutes
                                            where not r.record ? 'remindMinutes') ahead) remind
                    where a.status = 'booked' and a.starts_at > $1 and remind.at <= $1
                    order by a.appointment_id, remind.at desc) d
            where d.changed_at < d.at
              and not exists (select 1 from appointment_news n where n.news_key = d.news_key)
            order by d.starts_at limit $2`,
    values: [timestamp(now), most, [...before]],
  });
  return due.rows.map((row) => DueRow.parse(row));
}
