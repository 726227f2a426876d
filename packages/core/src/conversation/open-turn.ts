import type { Business } from '../business/business.ts';
import { chooseLanguage } from '../language/language.ts';
import { dayMs } from '../schedule/instant.ts';
import { checkText } from '../scope/checks/check-text.ts';
import { topFlow, withoutLapsedFlows } from '../task/open-flows.ts';
import { pinInFlow } from '../task/pin-in-flow.ts';
import { ringFlow } from '../task/run-flow.ts';
import { startBySchedule } from '../task/scheduled-flows.ts';
import { startByEvent, withEventsLeft } from '../task/trigger-flow.ts';
import type { Event } from './event.ts';
import { handOff, withoutQuestions } from './hand-off.ts';
import { TurnId } from './identifiers.ts';
import { withoutPending } from './progress.ts';
import { wordsOfForm } from '../message/form-answers.ts';
import { respondToBasket } from './respond-to-basket.ts';
import { respondToForm } from './respond-to-form.ts';
import { finish } from './reply.ts';
import { respondToChoice, respondToText, respondToUnreadable } from './respond.ts';
import { settleInputs, type Said, type SettledInputs } from './settle-inputs.ts';
import type { ConversationState } from './state.ts';
import type { Moment, Step, Turn } from './turn-state.ts';
import { closeWithPeople, personDrafts, troubleAlarms } from './with-people.ts';
import { withNews } from './tell-news.ts';
import { besidePeople } from './urgent.ts';
import { leftUnclear, unclearQuestion } from './unclear-question.ts';
import { windowClosing } from './window-timer.ts';

type Opening = Extract<Event, { kind: 'turn-began' }>;

/** Looks at a turn's messages for the first time: who may speak, what went wrong, what the customer wants. */
export function openTurn(business: Business, before: ConversationState, opening: Opening): Step {
  const conversation = withLanguageKnown(business, before, opening);
  const settled = settleInputs(opening.inputs);
  switch (opening.owner.kind) {
    case 'agent': {
      const turn = turnOf(business, conversation, opening, settled);
      const current = withoutLapsedFlows(
        business,
        withoutLapsed(business, conversation, opening.at),
        opening.at,
      );
      return asAgent({ business, turn, conversation: current, at: opening.at }, settled);
    }
    case 'people':
    case 'nobody': {
      return withPeople(business, conversation, opening, settled);
    }
  }
}

/** People own the conversation: they answer. Emergencies and stops are looked for all the same. */
function withPeople(
  business: Business,
  conversation: ConversationState,
  opening: Opening,
  settled: SettledInputs,
): Step {
  const close = closeWithPeople(business, opening, settled);
  const moved = close.outcome.kind !== 'ignored';
  const kept = moved ? withoutQuestions(conversation) : conversation;
  const { saidSinceReply: said } = settled;
  const text = writtenIn(said);
  const moment = {
    business,
    turn: turnOf(business, conversation, opening, settled),
    conversation: kept,
    at: opening.at,
  };
  return besidePeople(moment, text, checkText(text), opening.owner, close);
}

/** All words of the customer's. */
function writtenIn(said: Said): string {
  switch (said.kind) {
    case 'text':
    case 'choice':
    case 'order':
      return said.text;
    case 'form':
      return [said.text, wordsOfForm(said.form.answers)].filter((part) => part !== '').join('\n');
    case 'unreadable':
    case 'nothing':
      return '';
  }
}

/** What a turn knows from its opening on. */
export function turnOf(
  business: Business,
  conversation: ConversationState,
  opening: Opening,
  settled: SettledInputs,
): Turn {
  const replied = settled.personReplies.length > 0;
  return {
    turn: TurnId.parse(opening.turn),
    contactId: opening.contactId,
    ...(opening.contactPhone === undefined ? {} : { contactPhone: opening.contactPhone }),
    ...(opening.customer === undefined ? {} : { customer: opening.customer }),
    ownerVersion: opening.ownerVersion,
    ...(opening.windowClosesAt === undefined ? {} : { windowClosesAt: opening.windowClosesAt }),
    carried: {
      drafts: personDrafts(settled, opening.ownerVersion),
      alarms: troubleAlarms(settled),
      hide: settled.hide,
      clearTimers: replied ? [windowClosing] : [],
    },
    notes: [],
    made: [],
    ...(settled.ad === undefined ? {} : { ad: settled.ad }),
    language: chooseLanguage(business.languages, undefined, conversation.language).language,
  };
}

function asAgent(before: Moment, settled: SettledInputs): Step {
  const moment = withNews(before, settled.news);
  // What came before a person's reply was answered by that person.
  const said = settled.saidSinceReply;
  const [trouble] = settled.troubles;
  if (trouble !== undefined)
    return handOff(moment, moment.conversation, {
      why: trouble.about,
      reason: 'trouble',
      told: said.kind !== 'nothing',
    });
  const pinned =
    said.kind === 'unreadable' && settled.pin !== undefined ? pinInFlow(moment, settled.pin) : undefined;
  if (pinned !== undefined) return pinned;
  if (said.kind !== 'nothing') return respond(withEventsLeft(moment, settled.events), said);
  const rung = ringFlow(withEventsLeft(moment, settled.events), settled.timers);
  return (
    rung ??
    startByEvent(moment, settled.events) ??
    startBySchedule(moment, settled.timers) ??
    noteLeftUnclear(moment, settled.timers) ??
    respond(moment, said)
  );
}

/** Notes for people what a customer was asked back about and said no more of. */
function noteLeftUnclear(moment: Moment, timers: readonly string[]): Step | undefined {
  if (!timers.includes(leftUnclear) || moment.conversation.unclear === undefined) return undefined;
  return finish(moment, moment.conversation, {
    outcome: { kind: 'ignored', rule: leftUnclear },
    ...unclearQuestion(moment),
  });
}

function respond(moment: Moment, said: Said): Step {
  switch (said.kind) {
    case 'text':
      return respondToText(moment, said.text, said.unreadable);
    case 'choice':
      return respondToChoice(moment, said.choice, said.text);
    case 'order':
      return respondToBasket(moment, said.items, said.text);
    case 'form':
      return respondToForm(moment, said.form, said.text);
    case 'unreadable':
      return respondToUnreadable(moment, said.unreadable);
    case 'nothing':
      if (said.rule === 'sticker' && asks(moment.conversation))
        return respondToUnreadable(moment, ['sticker']);
      return finish(moment, moment.conversation, {
        outcome:
          moment.turn.carried.drafts.length > 0 ? { kind: 'answered' } : { kind: 'ignored', rule: said.rule },
      });
  }
}

/** Whether a sticker would be the answer to a question. */
function asks(conversation: ConversationState): boolean {
  return conversation.pending !== undefined || topFlow(conversation) !== undefined;
}

/** Until the customer has written enough to tell, they are answered in the language the business knows of them. */
function withLanguageKnown(
  business: Business,
  conversation: ConversationState,
  { customer }: Opening,
): ConversationState {
  if (conversation.language !== undefined || customer?.language === undefined) return conversation;
  const { language, foreign } = chooseLanguage(business.languages, customer.language, undefined);
  return foreign === undefined ? { ...conversation, language } : conversation;
}

/** A question asked more than a day ago, or for a task the business no longer has, is not open any more. */
function withoutLapsed(business: Business, conversation: ConversationState, at: number): ConversationState {
  const { pending } = conversation;
  if (pending === undefined) return conversation;
  const known = business.agent.tasks.some((task) => task.id === pending.task);
  const old = pending.askedAt !== undefined && at - pending.askedAt >= dayMs;
  return known && !old ? conversation : withoutPending(conversation);
}
