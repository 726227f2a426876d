import type { Business } from '../business/business.ts';
import type { RoutingRule, Ticket, TicketPriority, TicketReason } from './ticket.ts';

/** The team of a business that declares none. */
export const onlyTeam = 'support';

/** What is known of a hand-off. `queue`: the team that a flow asks for. */
export type HandOffFacts = {
  readonly reason: TicketReason;
  readonly topic?: string;
  readonly language?: string;
  readonly queue?: string;
};

const usual: Readonly<Record<TicketReason, TicketPriority>> = {
  emergency: 'urgent',
  complaint: 'urgent',
  privacy: 'high',
  trouble: 'high',
  asked: 'normal',
  unanswered: 'normal',
  flow: 'normal',
};

/**
 * Sorts a hand-off. A team that a flow asks for comes first, then the first rule that fits and names one, then the
 * first team. Priority: the first rule that fits and names one, but never below what the reason itself demands of an
 * emergency or a complaint.
 */
export function routeTicket(
  { teams, routing }: Pick<Business, 'teams' | 'routing'>,
  { reason, topic, language, queue }: HandOffFacts,
): Ticket {
  const fitting = routing.filter((rule) => fits(rule, { reason, topic, language }));
  const asked = teams.length === 0 || teams.some(({ id }) => id === queue) ? queue : undefined;
  const team = asked ?? fitting.find((rule) => rule.team !== undefined)?.team ?? teams[0]?.id ?? onlyTeam;
  const ruled = fitting.find((rule) => rule.priority !== undefined)?.priority;
  const priority = usual[reason] === 'urgent' ? 'urgent' : (ruled ?? usual[reason]);
  return {
    reason,
    priority,
    team,
    ...(topic === undefined ? {} : { topic }),
    ...(language === undefined ? {} : { language }),
  };
}

function fits(
  { topics, reasons, languages }: RoutingRule,
  ticket: { reason: TicketReason; topic: string | undefined; language: string | undefined },
): boolean {
  return (
    (topics === undefined || (ticket.topic !== undefined && topics.includes(ticket.topic))) &&
    (reasons === undefined || reasons.includes(ticket.reason)) &&
    (languages === undefined || (ticket.language !== undefined && languages.includes(ticket.language)))
  );
}
