import type { Business } from '@ambit/core/business/business';
import type { Close } from '@ambit/core/conversation/next';
import type { Owner } from '@ambit/core/conversation/owner';
import { isFromCustomer, type Inbound } from '@ambit/core/message/inbound';
import { routeTicket } from '@ambit/core/ticket/route-ticket';
import type { Instant } from '@ambit/core/schedule/instant';

/** Whether everything the customer said was said too long before the turn opened to be answered by itself. */
export function isStale(inputs: readonly Inbound[], openedAt: Instant, staleAfterMs: number): boolean {
  const said = inputs.filter((input) => isFromCustomer(input.content));
  return said.length > 0 && said.every((input) => openedAt - input.at > staleAfterMs);
}

/**
 * Closes a turn without the agent: the conversation goes to people and an alarm says why. No
 * message is sent; nothing is known to be right to say.
 */
export function handToPeople(options: {
  why: string;
  kind: string;
  outcome: 'handed-off' | 'failed';
  owner: Owner;
  business: Pick<Business, 'teams' | 'routing'>;
}): Close {
  const { why, kind, outcome, owner, business } = options;
  return {
    kind: 'close',
    drafts: [],
    setTimers: [],
    clearTimers: [],
    ...(owner.kind === 'agent'
      ? { handOff: { why, ticket: routeTicket(business, { reason: 'trouble' }) } }
      : {}),
    alarms: [{ kind, about: why }],
    hide: [],
    outcome: { kind: outcome, why },
  };
}
