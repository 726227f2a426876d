import { shippedLanguage } from '../language/language.ts';
import { guessLanguage } from '../language/guess-language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { dayMs, hourMs } from '../schedule/instant.ts';
import type { TextChecks } from '../scope/checks/check-text.ts';
import { emergencyNumbers } from '../scope/emergency-numbers.ts';
import { businessPhone } from '../scope/paths.ts';
import { cancelDeclined } from '../task/cancel-order.ts';
import { topFlow } from '../task/open-flows.ts';
import { timerName } from '../flow/run.ts';
import type { Draft } from '../message/draft.ts';
import { withoutPromotions } from './consents.ts';
import { handOff, ticketOf, withoutQuestions } from './hand-off.ts';
import { heardIn } from './hear.ts';
import type { Alarm, Close } from './next.ts';
import type { Owner } from './owner.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';
import { windowClosingTimers } from './window-timer.ts';

/**
 * What the checks that nothing can switch off make of a text, before anything else looks at it; undefined
 * leaves it to the rest. Needs no guard, no model and no tool.
 */
export function actOnChecks(moment: Moment, text: string, checks: TextChecks): Step | undefined {
  const emergency = checks.selfHarm ?? checks.danger;
  if (emergency !== undefined) return toEmergency(moment, text, checks);
  if (checks.complaint !== undefined) return toComplaint(heardIn(moment, text, checks.complaint.language));
  if (checks.privacy !== undefined) return toPrivacy(heardIn(moment, text, checks.privacy.language), checks);
  if (checks.person !== undefined) return toPerson(heardIn(moment, text, checks.person.language));
  if (checks.stop !== undefined) return toStop(heardIn(moment, text, checks.stop.language));
  return undefined;
}

export function toPerson(moment: Moment): Step {
  return handOff(moment, moment.conversation, {
    why: 'The customer asked for a person',
    reason: 'asked',
  });
}

/** The fixed text of an emergency, in the customer's own language where we have it. */
function emergencyDraft(before: Moment, text: string, checks: TextChecks): Draft {
  const found = checks.selfHarm ?? checks.danger;
  const own = guessLanguage(text) ?? (found === undefined ? undefined : shippedLanguage(found.language));
  const language = before.conversation.language ?? own ?? before.turn.language;
  const moment = { ...before, turn: { ...before.turn, language } };
  const { emergency: texts } = sentencesIn(language);
  const numbers = emergencyNumbers(moment.business, moment.turn.contactPhone);
  const phone = businessPhone(moment.business);
  const body =
    checks.selfHarm === undefined
      ? texts.danger(numbers.emergency, phone)
      : texts.selfHarm(numbers.crisis, numbers.emergency, phone);
  return agentDraft(moment, { kind: 'handoff' }, body);
}

/** `about` never holds what the customer wrote. */
function emergencyAlarm(contactId: string, checks: TextChecks): Alarm {
  const what = checks.selfHarm === undefined ? 'an emergency' : 'somebody thinking of harming themselves';
  return { kind: 'emergency', about: `Contact ${contactId} wrote something that reads like ${what}` };
}

/** People are alarmed, the task is parked, nothing reminds the customer of it later. */
function toEmergency(moment: Moment, text: string, checks: TextChecks): Step {
  const { conversation } = moment;
  const { secret: _secret, ...turn } = moment.turn;
  const alarmed: Moment = {
    ...moment,
    turn: {
      ...turn,
      notes: [],
      carried: {
        ...turn.carried,
        alarms: [...turn.carried.alarms, withParked(moment, emergencyAlarm(turn.contactId, checks))],
        clearTimers: [...turn.carried.clearTimers, ...nudges(moment)],
      },
    },
  };
  const why = 'The message reads like an emergency';
  return finish(
    alarmed,
    { ...withoutQuestions(conversation), emergencyAt: moment.at, failedInARow: 0, offTopicInARow: 0 },
    {
      drafts: [emergencyDraft(alarmed, text, checks)],
      setTimers: windowClosingTimers(moment.business, moment.at, turn.windowClosesAt),
      handOff: { why, ticket: ticketOf(moment, { reason: 'emergency' }) },
      outcome: { kind: 'handed-off', why },
    },
  );
}

function withParked({ conversation }: Moment, alarm: Alarm): Alarm {
  const task = conversation.pending?.task ?? topFlow(conversation)?.task;
  return task === undefined ? alarm : { ...alarm, about: `${alarm.about}; task "${task}" is parked` };
}

/** The timers of flows, which would write to the customer by themselves. */
function nudges({ conversation }: Moment): readonly string[] {
  return (conversation.flows ?? []).flatMap(({ state }) =>
    'number' in state.position ? [timerName(state.position.number)] : [],
  );
}

/** A threat or an angry complaint is for people, at once and before others. */
function toComplaint(moment: Moment): Step {
  const { turn } = moment;
  const alarm = {
    kind: 'complaint',
    about: `Contact ${turn.contactId} complains or threatens; answer them first`,
  };
  const alarmed = { ...turn, carried: { ...turn.carried, alarms: [...turn.carried.alarms, alarm] } };
  return handOff({ ...moment, turn: alarmed }, moment.conversation, {
    lead: sentencesIn(turn.language).complaint,
    why: 'The customer complains or threatens',
    reason: 'complaint',
  });
}

/** A customer's own data is for people, before others; whoever wants it gone wants no promotions either. */
function toPrivacy(moment: Moment, checks: TextChecks): Step {
  const { turn, conversation, at } = moment;
  const stops = checks.stop !== undefined && conversation.stoppedAt === undefined;
  const alarms = stops ? [...turn.carried.alarms, stopAlarm(turn.contactId)] : turn.carried.alarms;
  const told = { ...moment, turn: { ...turn, carried: { ...turn.carried, alarms } } };
  return handOff(told, stops ? withoutPromotions(conversation, at) : conversation, {
    lead: sentencesIn(turn.language).privacy,
    why: 'The customer asks about their own data: to see it, to change it or to have it deleted',
    reason: 'privacy',
  });
}

/** No more promotions: recorded, told to people who keep lists, confirmed once. Source: WA-OPT-002. */
function toStop(moment: Moment): Step {
  const { turn, conversation, at } = moment;
  if (conversation.stoppedAt !== undefined && at - conversation.stoppedAt < dayMs)
    return finish(moment, conversation, { outcome: { kind: 'ignored', rule: 'already-stopped' } });
  const told: Moment = {
    ...moment,
    conversation: withoutPromotions(conversation, at),
    turn: {
      ...turn,
      carried: { ...turn.carried, alarms: [...turn.carried.alarms, stopAlarm(turn.contactId)] },
    },
  };
  const confirmation = sentencesIn(turn.language).stopped(moment.business.name);
  // "Stop" to "Shall I cancel it?" is a no as well.
  if (conversation.pending?.kind === 'confirm-cancel')
    return cancelDeclined(
      { ...told, turn: { ...told.turn, notes: [...turn.notes, confirmation] } },
      { ...conversation.pending, left: undefined },
    );
  return finish(told, told.conversation, {
    drafts: [agentDraft(told, { kind: 'chit-chat' }, confirmation)],
    outcome: { kind: 'answered' },
  });
}

/**
 * What the checks add while people, or nobody, own the conversation. The agent is silent, but people are
 * alarmed at once, and until one of them has taken it, an emergency gets its fixed text.
 */
export function besidePeople(
  moment: Moment,
  text: string,
  checks: TextChecks,
  owner: Owner,
  close: Close,
): Extract<Step, { kind: 'finish' }> {
  const { turn, conversation, at } = moment;
  const emergency = checks.selfHarm ?? checks.danger;
  if (emergency !== undefined) {
    const alarms = [...close.alarms, emergencyAlarm(turn.contactId, checks)];
    const known = { ...conversation, emergencyAt: at };
    const taken = owner.kind !== 'people' || owner.person !== undefined;
    const toldLately = conversation.emergencyAt !== undefined && at - conversation.emergencyAt < hourMs;
    if (taken || toldLately) return { kind: 'finish', conversation: known, close: { ...close, alarms } };
    return {
      kind: 'finish',
      conversation: known,
      close: {
        ...close,
        alarms,
        drafts: [...close.drafts, emergencyDraft(moment, text, checks)],
        outcome: { kind: 'answered' },
      },
    };
  }
  if (checks.stop !== undefined && conversation.stoppedAt === undefined)
    return {
      kind: 'finish',
      conversation: withoutPromotions(conversation, at),
      close: { ...close, alarms: [...close.alarms, stopAlarm(turn.contactId)] },
    };
  return { kind: 'finish', conversation, close };
}

function stopAlarm(contactId: string): Alarm {
  return {
    kind: 'opt-out',
    about: `Contact ${contactId} wants no more promotions; take them off every list`,
  };
}
