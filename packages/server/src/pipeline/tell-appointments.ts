import type { AppointmentNews } from '@ambit/core/appointment/appointment-news';
import type { AppointmentOwner } from '@ambit/core/appointment/may-see';
import { minutesAhead, type ReminderSettings } from '@ambit/core/appointment/reminder-settings';
import type { Resource } from '@ambit/core/appointment/resource';
import type { Instant } from '@ambit/core/schedule/instant';
import { raiseAlarm } from '../db/alarms.ts';
import { dueReminders, findTalkPlace, recordNews, type TalkPlace } from '../db/appointment-news.ts';
import { passOnOffers, takeOffersToTell, type KeptOffer } from '../db/appointments-offer.ts';
import { lockAppointmentById, readAllResources, type StoredAppointment } from '../db/appointments.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations } from './wake-conversation.ts';
import { whyNotTold } from './why-not-told.ts';

const mostAtOnce = 50;

/** Tells customers of their appointments without being asked. */
export type AppointmentTeller = {
  /** Passes on offers that ran out, tells new ones, and reminds. Returns how many conversations it woke. */
  tellDue(): Promise<number>;
  /** Tells of an appointment that people changed in a calendar, in the transaction of the change. */
  tellChange(
    client: Queryable,
    about: 'moved' | 'cancelled',
    appointment: StoredAppointment,
    resource: Resource,
  ): Promise<void>;
};

type Telling = {
  readonly key: string;
  readonly news: AppointmentNews;
  readonly owner: AppointmentOwner;
  readonly appointmentId?: string;
  readonly waitingId?: string;
};

/**
 * Every news becomes a message of its conversation's mailbox, so that it obeys the conversation's order and the
 * policy; it is recorded in the same transaction, so that nobody is told twice. Free-form messages go only inside
 * the service window: outside it goes the business's template for reminders to who agreed to it, else nothing, and
 * the reason is recorded.
 */
export function createAppointmentTeller(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<EngineSettings, 'longestDebounceMs' | 'offerKeptMs'>;
  /** How the business reminds, as it is published now. */
  readonly reminders?: () => Promise<ReminderSettings | undefined>;
}): AppointmentTeller {
  const { database, clock, log, settings, reminders = () => Promise.resolve(undefined) } = needs;

  async function tell(
    client: Queryable,
    telling: Telling,
    template = false,
  ): Promise<'queued' | 'not-sent' | 'known'> {
    const { key, news, owner, ...about } = telling;
    const now = clock.now();
    const place = await findTalkPlace(client, owner);
    const why = whyNotTold(place, now, template);
    const outcome = why === undefined ? ({ kind: 'queued' } as const) : ({ kind: 'not-sent', why } as const);
    if (!(await recordNews(client, { key, about: news.about, ...about, outcome }, now))) return 'known';
    if (why !== undefined || place === undefined) {
      log.info('appointment.not-told', { key, about: news.about, why });
      if (news.about === 'moved' || news.about === 'cancelled')
        await alarmPeople(client, telling, why, place);
      return 'not-sent';
    }
    const { channelId, conversationId } = place;
    const content = { kind: 'appointment-news', news } as const;
    const message = { channelId, conversationId, messageId: `news:${key}`, at: now, content };
    await wakeConversations(client, [message], settings);
    return 'queued';
  }

  function tellOffer(client: Queryable, offer: KeptOffer, resource: Resource): Promise<boolean> {
    return tell(client, {
      key: `offer:${offer.waitingId}:${offer.start}`,
      news: { ...newsOf('offer', offer, resource), keptUntil: offer.endsAt },
      owner: offer,
      waitingId: offer.waitingId,
    }).then((told) => told === 'queued');
  }

  async function remind(resources: readonly Resource[]): Promise<number> {
    let reminded = 0;
    const settled = await reminders();
    const before = (settled?.before ?? []).map(minutesAhead);
    const template = settled?.template !== undefined;
    for (const due of await dueReminders(database, clock.now(), mostAtOnce, before)) {
      const told = await database.transaction(async (client) => {
        const found = await lockAppointmentById(client, due.appointmentId);
        const resource = resources.find(({ resourceId }) => resourceId === found?.resourceId);
        // Moved or called off since it was looked for.
        if (found === undefined || resource === undefined) return 'known';
        if (found.status !== 'booked' || found.start !== due.start) return 'known';
        const { name, reference, appointmentId, owner } = found;
        const news = {
          ...newsOf('reminder', found, resource),
          reference,
          ...(name === undefined ? {} : { name }),
        };
        return tell(client, { key: due.key, news, owner, appointmentId }, template);
      });
      if (told === 'queued') reminded += 1;
    }
    return reminded;
  }

  return {
    async tellDue() {
      const now = clock.now();
      await passOnOffers(database, now);
      const offered = await takeOffersToTell(database, now, settings.offerKeptMs, mostAtOnce, tellOffer);
      return offered.length + (await remind(await readAllResources(database)));
    },
    async tellChange(client, about, appointment, resource) {
      await tell(client, {
        key: `${about}:${appointment.appointmentId}:${appointment.sequence}`,
        news: newsOf(about, appointment, resource),
        owner: appointment.owner,
        appointmentId: appointment.appointmentId,
      });
    },
  };
}

function newsOf(
  about: AppointmentNews['about'],
  { service, start }: { readonly service: string; readonly start: Instant },
  resource: Resource,
): AppointmentNews {
  return { about, service, resource: resource.name, startsAt: start, timeZone: resource.hours.timeZone };
}

/** What people changed in a calendar has to reach the customer; the alarm names the appointment by its id alone. */
async function alarmPeople(
  client: Queryable,
  { news, appointmentId }: Telling,
  why: string | undefined,
  place: TalkPlace | undefined,
): Promise<void> {
  await raiseAlarm(client, {
    kind: 'appointment-untold',
    about: `The customer of appointment ${appointmentId ?? ''} has not been told that it was ${news.about} in the calendar: ${why ?? ''}`,
    ...(place === undefined ? {} : { channelId: place.channelId, conversationId: place.conversationId }),
  });
}
