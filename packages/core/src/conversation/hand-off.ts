import type { Business } from '../business/business.ts';
import type { Instant } from '../schedule/instant.ts';
import { describeLocalTime } from '../schedule/local-time.ts';
import { isOpenAt, opensNextAt } from '../schedule/opening-hours.ts';
import { zoneCity } from '../schedule/zone-city.ts';
import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { pathOutsideChat } from '../scope/paths.ts';
import { topFlow, withoutFlows } from '../task/open-flows.ts';
import { routeTicket } from '../ticket/route-ticket.ts';
import type { Ticket, TicketReason } from '../ticket/ticket.ts';
import type { ConversationState } from './state.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';
import { unclearQuestion } from './unclear-question.ts';
import { windowClosingTimers } from './window-timer.ts';

/**
 * Gives the conversation to people and tells the customer so, always in the same turn.
 * `why` is for the desk. `lead`: what to say first, such as what went wrong. `queue`: the team asked for.
 * `told`: false only when the customer said nothing that a message would answer.
 */
export function handOff(
  moment: Moment,
  conversation: ConversationState,
  request: {
    readonly why: string;
    readonly reason?: TicketReason;
    readonly lead?: string;
    readonly task?: string;
    readonly queue?: string;
    readonly told?: boolean;
  },
): Step {
  const body = [request.lead, handOffMessage(moment.business, moment.at, moment.turn.language)]
    .filter((part) => part !== undefined)
    .join(' ');
  return finish(moment, afterHandOff(conversation), {
    drafts: request.told === false ? [] : [agentDraft(moment, { kind: 'handoff' }, body)],
    setTimers: windowClosingTimers(moment.business, moment.at, moment.turn.windowClosesAt),
    handOff: { why: request.why, ticket: ticketOf(moment, request) },
    ...unclearQuestion(moment),
    outcome: {
      kind: 'handed-off',
      why: request.why,
      ...(request.task === undefined ? {} : { task: request.task }),
    },
  });
}

/** How people sort what they get now. What is said of no task is about the one that was under way. */
export function ticketOf(
  { business, conversation, turn }: Moment,
  about: { readonly reason?: TicketReason; readonly task?: string; readonly queue?: string },
): Ticket {
  const topic = about.task ?? conversation.pending?.task ?? topFlow(conversation)?.task;
  return routeTicket(business, {
    reason: about.reason ?? 'unanswered',
    language: turn.language,
    ...(topic === undefined ? {} : { topic }),
    ...(about.queue === undefined ? {} : { queue: about.queue }),
  });
}

/** What the customer hears: a person takes over now, or when people are back and what works until then. */
export function handOffMessage(business: Business, at: Instant, language: Language): string {
  const { person } = sentencesIn(language);
  if (isOpenAt(business.hours, at)) return person.passing;
  const path = pathOutsideChat(business, language);
  const meanwhile = path === undefined ? '' : ` ${person.meanwhile(path)}`;
  const opensAt = opensNextAt(business.hours, at);
  if (opensAt === undefined) return `${person.awayUnknown}${meanwhile}`;
  const { timeZone } = business.hours;
  const when = describeLocalTime(opensAt, timeZone, at, language);
  return `${person.away(when, zoneName(timeZone, language, person.zone))}${meanwhile}`;
}

/** "Europe/Dublin" is "Dublin time". */
function zoneName(timeZone: string, language: Language, worded: (city: string) => string): string {
  const city = zoneCity(timeZone, language);
  return city === undefined ? (timeZone.split('/').at(-1) ?? timeZone) : worded(city);
}

/** People start afresh: no question of the agent's is left open, nothing counts as its failure. */
function afterHandOff(conversation: ConversationState): ConversationState {
  const { quietUntil: _quiet, ...rest } = withoutQuestions(conversation);
  return { ...rest, failedInARow: 0, offTopicInARow: 0, chitChatInARow: 0 };
}

/** The conversation with nothing asked of the customer any more. */
export function withoutQuestions(conversation: ConversationState): ConversationState {
  const {
    pending: _pending,
    unclear: _unclear,
    unclearLanguage: _language,
    likeliest: _likeliest,
    offeredPerson: _offered,
    ...rest
  } = conversation;
  return withoutFlows(rest);
}
