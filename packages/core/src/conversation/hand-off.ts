import type { Business } from '../business/business.ts';
import type { Instant } from '../schedule/instant.ts';
import { describeLocalTime } from '../schedule/local-time.ts';
import { isOpenAt, opensNextAt } from '../schedule/opening-hours.ts';
import { pathOutsideChat } from '../scope/refusal.ts';
import { withoutFlows } from '../task/open-flows.ts';
import type { ConversationState } from './state.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';
import { windowClosingTimers } from './window-timer.ts';

/** The team that takes hand-offs; a business has one until it declares more. */
const defaultQueue = 'support';

/**
 * Gives the conversation to people and tells the customer so, always in the same turn.
 * `why` is for the desk. `lead`: what to say first, such as what went wrong.
 * `told`: false only when the customer said nothing that a message would answer.
 */
export function handOff(
  moment: Moment,
  conversation: ConversationState,
  request: { readonly why: string; readonly lead?: string; readonly task?: string; readonly told?: boolean },
): Step {
  const body = [request.lead, handOffMessage(moment.business, moment.at)]
    .filter((part) => part !== undefined)
    .join(' ');
  return finish(moment, afterHandOff(conversation), {
    drafts: request.told === false ? [] : [agentDraft(moment, { kind: 'handoff' }, body)],
    setTimers: windowClosingTimers(moment.business, moment.at, moment.turn.windowClosesAt),
    handOff: { why: request.why, queue: defaultQueue },
    outcome: {
      kind: 'handed-off',
      why: request.why,
      ...(request.task === undefined ? {} : { task: request.task }),
    },
  });
}

/** What the customer hears: a person takes over now, or when people are back and what works until then. */
export function handOffMessage(business: Business, at: Instant): string {
  if (isOpenAt(business.hours, at)) return "I'm passing you to our team; a person will reply here.";
  const path = pathOutsideChat(business);
  const meanwhile = path === undefined ? '' : ` In the meantime you can ${path}.`;
  const opensAt = opensNextAt(business.hours, at);
  if (opensAt === undefined)
    return `I've passed this to our team. They are away at the moment, and I don't know yet when they are back.${meanwhile}`;
  const when = describeLocalTime(opensAt, business.hours.timeZone, at);
  return `I've passed this to our team. They are away now and back ${when} (${zoneName(business.hours.timeZone)}); a person will reply here then.${meanwhile}`;
}

/** "Europe/Dublin" is "Dublin time". */
function zoneName(timeZone: string): string {
  const city = timeZone.split('/').at(-1) ?? timeZone;
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') ? `${city.replaceAll('_', ' ')} time` : city;
}

/** People start afresh: no question of the agent's is left open, nothing counts as its failure. */
function afterHandOff(conversation: ConversationState): ConversationState {
  return { ...withoutQuestions(conversation), failedInARow: 0, offTopicInARow: 0, chitChatInARow: 0 };
}

/** The conversation with nothing asked of the customer any more. */
export function withoutQuestions(conversation: ConversationState): ConversationState {
  const { pending: _pending, unclear: _unclear, offeredPerson: _offered, ...rest } = conversation;
  return withoutFlows(rest);
}
