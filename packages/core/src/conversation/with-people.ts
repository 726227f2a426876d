import type { Business } from '../business/business.ts';
import type { Draft } from '../message/draft.ts';
import { splitText } from '../message/split-text.ts';
import type { Event } from './event.ts';
import type { Alarm, Close } from './next.ts';
import type { Outcome } from './outcome.ts';
import { longestText } from './reply.ts';
import type { SettledInputs } from './settle-inputs.ts';
import { newsAlarms } from './tell-news.ts';
import { windowClosing, windowClosingTimers } from './window-timer.ts';

type Opening = Extract<Event, { kind: 'turn-began' }>;

/**
 * How a turn ends while people, or nobody, own the conversation: what a person wrote goes out, the
 * agent is silent, and the clock runs for a customer who waits.
 */
export function closeWithPeople(business: Business, opening: Opening, settled: SettledInputs): Close {
  const drafts = personDrafts(settled, opening.ownerVersion);
  return {
    kind: 'close',
    drafts,
    setTimers: settled.waits ? windowClosingTimers(business, opening.at, opening.windowClosesAt) : [],
    clearTimers: drafts.length > 0 && !settled.waits ? [windowClosing] : [],
    alarms: [
      ...troubleAlarms(settled),
      ...eventAlarms(opening, settled),
      ...waitingAlarms(opening, settled),
      ...newsAlarms(opening.contactId, settled.news, 'people have this conversation'),
    ],
    hide: settled.hide,
    outcome: outcome(drafts, settled),
  };
}

/** What people at the desk wrote, in order, cut to what one message holds; blank replies are left out. */
export function personDrafts(settled: SettledInputs, ownerVersion: number): readonly Draft[] {
  return settled.personReplies.flatMap(({ person, body }) =>
    splitText(body, longestText).map((piece): Draft => ({
      author: 'person',
      reason: { kind: 'person', person },
      content: { kind: 'text', body: piece },
      ownerVersion,
      priority: 'reply',
    })),
  );
}

export function troubleAlarms(settled: SettledInputs): readonly Alarm[] {
  return settled.troubles.map(({ kind, about }) => ({ kind, about }));
}

/** Nobody but the person who has the conversation can tell the customer now. */
function eventAlarms({ contactId }: Opening, settled: SettledInputs): readonly Alarm[] {
  return settled.events.map(({ event }) => ({
    kind: 'event-left',
    about: `"${event}" came while people have the conversation with contact ${contactId}`,
  }));
}

function waitingAlarms(opening: Opening, settled: SettledInputs): readonly Alarm[] {
  // A reply, or a new message that sets the clock again, in the same range overtakes the timer.
  if (opening.owner.kind !== 'people' || !settled.timers.includes(windowClosing)) return [];
  if (settled.personReplies.length > 0 || settled.waits) return [];
  const with_ = opening.owner.person === undefined ? 'a person' : opening.owner.person;
  return [
    {
      kind: windowClosing,
      about: `Contact ${opening.contactId} still waits for an answer from ${with_}; ${closing(opening)}`,
    },
  ];
}

function closing(opening: Opening): string {
  if (opening.windowClosesAt === undefined) return 'the service window is closed';
  const minutes = Math.round((opening.windowClosesAt - opening.at) / 60_000);
  return minutes > 0 ? `the service window closes in ${minutes} minutes` : 'the service window has closed';
}

function outcome(drafts: readonly Draft[], settled: SettledInputs): Outcome {
  if (drafts.length > 0 && !settled.waits) return { kind: 'answered' };
  if (settled.customerSpoke || settled.troubles.length > 0 || drafts.length > 0)
    return { kind: 'with-person' };
  return { kind: 'ignored', rule: settled.said.kind === 'nothing' ? settled.said.rule : 'empty-text' };
}
