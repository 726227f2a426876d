import { newsText, newsValues, type AppointmentNews } from '../appointment/appointment-news.ts';
import { orderNewsText, type OrderNews } from '../order/order-news.ts';
import type { Language } from '../language/language.ts';
import type { Draft } from '../message/draft.ts';
import { fillTemplate } from '../template/fill-template.ts';
import { agreesTo } from './consents.ts';
import { minuteMs, type Instant } from '../schedule/instant.ts';
import { taskButton } from '../scope/task-button.ts';
import { bookingTask } from '../task/booking-task.ts';
import type { Alarm } from './next.ts';
import { agentDraft, personButton } from './reply.ts';
import type { ConversationState } from './state.ts';
import type { Moment } from './turn-state.ts';

/** A message must leave so long before the service window closes. Source: the window margin of the policy packs. */
const marginMs = minuteMs;

/** What a customer is told without having asked. */
export type News = AppointmentNews | OrderNews;

/**
 * The turn with what is to be told of appointments and orders, in one message that goes out whatever else the turn
 * says. Where the service window is closed only a template may go: the business's reminder, to who agreed to be
 * written to then. Of all else nothing is said, and people are told why.
 */
export function withNews(moment: Moment, news: readonly News[]): Moment {
  if (news.length === 0) return moment;
  const { turn, conversation, business, at } = moment;
  const { carried } = turn;
  if (turn.windowClosesAt === undefined || turn.windowClosesAt - at <= marginMs) {
    const why = 'the service window is closed and only a template may go';
    const sent = news.map((each) => reminderDraft(moment, each));
    const untold = news.filter((_each, place) => sent[place] === undefined);
    const alarms = [...carried.alarms, ...newsAlarms(turn.contactId, untold, why)];
    const drafts = [...carried.drafts, ...sent.filter((draft) => draft !== undefined)];
    return { ...moment, turn: { ...turn, carried: { ...carried, drafts, alarms } } };
  }
  const books = news.some(({ about }) => about === 'moved' || about === 'cancelled' || about === 'offer')
    ? bookingTask(business)
    : undefined;
  const buttons = [
    ...(books === undefined ? [] : [taskButton(books, turn.language)]),
    personButton(turn.language),
  ];
  const body = news.map((each) => textOf(each, at, turn.language)).join('\n\n');
  const draft = agentDraft(
    moment,
    { kind: 'answer', task: books?.id ?? (news.some(isOfOrder) ? 'orders' : 'appointments'), grounds: [] },
    body,
    buttons,
  );
  return {
    ...moment,
    turn: { ...turn, carried: { ...carried, drafts: [...carried.drafts, draft] } },
    conversation:
      books === undefined
        ? { ...conversation, offeredPerson: true }
        : withOffered(conversation, books.id, news, at),
  };
}

/** A reminder as the business's template; undefined for anything else, and for who did not agree to it. */
function reminderDraft(moment: Moment, news: News): Draft | undefined {
  const { business, conversation, at, turn } = moment;
  if (isOfOrder(news) || news.about !== 'reminder' || !agreesTo(conversation, 'utility')) return undefined;
  const name = business.appointments?.reminders?.template;
  const template = business.templates.find((each) => each.name === name);
  if (template === undefined) return undefined;
  const content = fillTemplate(template, turn.language, newsValues(news, business.name, at, turn.language));
  if (content === undefined) return undefined;
  const task = bookingTask(business)?.id ?? 'appointments';
  const draft = agentDraft(moment, { kind: 'answer', task, grounds: [] }, content.shown ?? '');
  return { ...draft, content, priority: 'notice' };
}

/** Remembers what a plain "yes" would take up: the last time that is offered, for as long as it is kept. */
function withOffered(
  conversation: ConversationState,
  task: string,
  news: readonly News[],
  at: Instant,
): ConversationState {
  const last = news.at(-1);
  if (last?.about !== 'offer') return conversation;
  return { ...conversation, offered: { task, at, until: last.keptUntil ?? last.startsAt } };
}

/** For people, who have to tell the customer themselves. Says nothing of what the appointment is for. */
export function newsAlarms(contactId: string, news: readonly News[], why: string): readonly Alarm[] {
  return news.flatMap((each) => {
    // How an order is paid is said whenever it is asked for.
    if (isOfOrder(each)) return [];
    const { about, startsAt } = each;
    return [
      {
        kind: 'appointment-untold',
        about: `Contact ${contactId} has not been told (${about}) of the appointment at ${isoMinute(startsAt)}: ${why}`,
      },
    ];
  });
}

function textOf(news: News, at: Instant, language: Language): string {
  return isOfOrder(news) ? orderNewsText(news, language) : newsText(news, at, language);
}

function isOfOrder(news: News): news is OrderNews {
  return news.about === 'paid' || news.about === 'refunded';
}

function isoMinute(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
