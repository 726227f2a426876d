import { z } from 'zod';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Instant } from '../schedule/instant.ts';
import { describeLocalTime } from '../schedule/local-time.ts';

/**
 * What a customer is told of an appointment without having asked: that it is near, that people moved or
 * called it off in the calendar, or that a time they wait for is free. `startsAt`, `keptUntil`: instants, ms.
 * `name`: whom it is booked for.
 */
export const AppointmentNews = z.object({
  about: z.enum(['reminder', 'moved', 'cancelled', 'offer']),
  service: z.string(),
  resource: z.string(),
  startsAt: z.number(),
  timeZone: z.string(),
  /** Of an offer: nobody else can book the time until then. */
  keptUntil: z.number().optional(),
  name: z.string().optional(),
  reference: z.string().optional(),
});
export type AppointmentNews = z.infer<typeof AppointmentNews>;

/** The news as the customer reads them. `at`: now. */
export function newsText(news: AppointmentNews, at: Instant, language: Language): string {
  const { timeZone } = news;
  const when = describeLocalTime(news.startsAt, timeZone, at, language);
  const what = news.service === news.resource ? news.service : `${news.service}, ${news.resource}`;
  const { appointment } = sentencesIn(language);
  switch (news.about) {
    case 'reminder':
      return appointment.reminder(what, when);
    case 'moved':
      return appointment.moved(what, when);
    case 'cancelled':
      return appointment.cancelled(what, when);
    case 'offer': {
      const until = news.keptUntil ?? news.startsAt;
      return appointment.offer(what, when, describeLocalTime(until, timeZone, at, language));
    }
  }
}

/** What the variables of a reminder's template stand for. `at`: now. */
export function newsValues(
  news: AppointmentNews,
  business: string,
  at: Instant,
  language: Language,
): Readonly<Record<string, string>> {
  const { service, resource, name, reference, startsAt, timeZone } = news;
  const when = describeLocalTime(startsAt, timeZone, at, language);
  return { service, resource, business, when, name: name ?? '', reference: reference ?? '' };
}
