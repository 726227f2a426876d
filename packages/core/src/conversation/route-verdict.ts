import type { Business, Task } from '../business/business.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { findTask } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import { answersIn } from '../knowledge/answers-in.ts';
import {
  afterRetrieval,
  answersSurely,
  askFollowUp,
  askPerhaps,
  type RetrievalResult,
} from '../task/answer-from-knowledge.ts';
import { asksAboutShown } from '../task/asks-about-shown.ts';
import { asksWhereOrder } from '../task/asks-where-order.ts';
import { beginTask } from '../task/begin-task.ts';
import { bookingMatter } from '../task/booking-matter.ts';
import { orderMatter } from '../task/order-matter.ts';
import { orderJustShown } from '../task/order-requested.ts';
import { askAgain } from '../task/questions.ts';
import { looksForProduct, restBelongs } from '../task/shopping-said.ts';
import { afterReadOrder, askIfOrder, takeShown } from '../task/read-order.ts';
import { askFlowAgain, fillFlow, holdsForFlow, placeInFlow } from '../task/run-flow.ts';
import { topFlow } from '../task/open-flows.ts';
import { startByAd } from '../task/trigger-flow.ts';
import type { Call, CallResult } from './call.ts';
import { clarify } from './clarify.ts';
import { declineInsult, declineOffTopic, withBoundary } from './decline.ts';
import { taskChoice, verdictAfterChoice } from './grey-zone.ts';
import { judgedIn } from './hear.ts';
import { fillSlotLoosely } from './pending-slot.ts';
import { closeWithThanks, smallTalk } from './small-talk.ts';
import type { Caution, Moment, Step, Waiting } from './turn-state.ts';
import { toPerson } from './urgent.ts';

/**
 * Does what the scope guard said with a text; a text outside the agent's tasks gets no answer.
 * `caution`: what the checks found in it.
 */
export function routeVerdict(before: Moment, text: string, verdict: Verdict, caution?: Caution): Step {
  // What a check was written in is surer than what such a text sounds like.
  if (caution !== undefined && before.turn.heard !== undefined)
    return routeWithCaution(before, text, verdict, caution);
  const moment = judgedIn(before, text, verdict.language);
  if (caution !== undefined) return routeWithCaution(moment, text, verdict, caution);
  return (
    takeShown(moment, text, verdict) ??
    askIfOrder(moment, text, verdict) ??
    routeAsJudged(moment, text, verdict)
  );
}

function routeAsJudged(moment: Moment, text: string, verdict: Verdict): Step {
  const inFlow = routeToOrder(moment, text, verdict) ?? routeIntoFlow(moment, text, verdict);
  if (inFlow !== undefined) return inFlow;
  const booking = bookingMatter(moment, text, verdict);
  if (booking !== undefined) return beginTask(moment, booking, text);
  return (
    routeByAd(moment, text, verdict) ?? askFollowUp(moment, text, verdict) ?? routeZone(moment, text, verdict)
  );
}

/** Goes on once it is known whether a text is an order of what is sold. */
export function afterOrderRead(
  moment: Moment,
  waiting: Extract<Waiting, { kind: 'read-order' }>,
  result: CallResult,
): Step {
  return afterReadOrder(moment, waiting, result) ?? routeAsJudged(moment, waiting.text, waiting.verdict);
}

/** Goes on once it is known whether an unplaced text goes on from the last question. */
export function afterFollowUp(
  moment: Moment,
  waiting: Extract<Waiting, { kind: 'follow-up' }>,
  call: Extract<Call, { kind: 'retrieve' }>,
  result: RetrievalResult,
): Step {
  return result.kind === 'retrieved' && answersIn(result.passages).length > 0
    ? afterRetrieval(moment, waiting.task, call, result)
    : routeZone(moment, waiting.text, waiting.verdict);
}

/** Goes on once it is known whether an unplaced text has a sure answer. */
export function afterPerhapsQuestion(
  moment: Moment,
  waiting: Extract<Waiting, { kind: 'perhaps-question' }>,
  call: Extract<Call, { kind: 'retrieve' }>,
  result: RetrievalResult,
): Step {
  const { task, text, verdict } = waiting;
  if (result.kind === 'retrieved' && answersSurely(result.passages, task === verdict.task))
    return afterRetrieval(moment, task, call, result);
  return placeInFlow(moment, text) ?? leftUnclear(moment, text, verdict);
}

/** Goes on once a model has said what an unclear text is about, or has not. */
export function afterTaskChoice(
  moment: Moment,
  call: Extract<Call, { kind: 'choose-task' }>,
  waiting: Extract<Waiting, { kind: 'task-choice' }>,
  result: CallResult,
): Step {
  const verdict = verdictAfterChoice(waiting.verdict, call.tasks, result);
  return verdict.zone === 'clarify'
    ? askWhich(moment, waiting.text, verdict)
    : routeZone(moment, waiting.text, verdict);
}

/** Business is served whatever stands beside it; what is left of such a text otherwise is refused. */
function routeWithCaution(moment: Moment, text: string, verdict: Verdict, caution: Caution): Step {
  switch (verdict.zone) {
    case 'accept':
    case 'mixed': {
      const calm = caution.insulting ? withBoundary(moment) : moment;
      const part = verdict.zone === 'mixed' ? (verdict.part ?? text) : text;
      // That insults get no answer is said already.
      const cut = verdict.zone === 'mixed' && !caution.insulting;
      const told = caution.instructed || cut ? withoutTheRest(calm) : calm;
      return beginTask(told, acceptedTask(moment.business, verdict), part);
    }
    case 'clarify':
    case 'refuse':
    case 'chit-chat':
    case 'closing':
      return caution.insulting ? declineInsult(moment) : declineOffTopic(moment);
    case 'person':
      return toPerson(moment);
  }
}

function routeZone(moment: Moment, text: string, verdict: Verdict): Step {
  const { business } = moment;
  switch (verdict.zone) {
    case 'accept':
      return beginTask(moment, acceptedTask(business, verdict), text);
    case 'mixed': {
      const task = acceptedTask(business, verdict);
      if (restBelongs(moment, task, text, verdict.part)) return beginTask(moment, task, text);
      return beginTask(withoutTheRest(moment), task, verdict.part ?? text);
    }
    case 'clarify': {
      const guide = looksForProduct(moment, text, verdict);
      if (guide !== undefined) return beginTask(moment, guide, text);
      const filled = fillSlotLoosely(moment, text);
      if (filled !== undefined) return filled;
      const perhaps = askPerhaps(moment, text, verdict);
      if (perhaps !== undefined) return perhaps;
      return leftUnclear(moment, text, verdict);
    }
    case 'refuse':
      return fillSlotLoosely(moment, text) ?? declineOffTopic(moment);
    case 'chit-chat':
      return smallTalk(moment);
    case 'closing':
      return closeWithThanks(moment);
    case 'person':
      return toPerson(moment);
  }
}

/** What the guard could not place and the knowledge has no sure answer to. */
function leftUnclear(moment: Moment, text: string, verdict: Verdict): Step {
  const { business, conversation } = moment;
  if (conversation.pending !== undefined) return askAgain(moment, conversation.pending);
  const about = orderMatter(moment, text, verdict);
  if (about !== undefined) return beginTask(moment, about, text);
  const call = taskChoice(moment, verdict, likeliest(business, verdict), text);
  if (call === undefined) return askWhich(moment, text, verdict);
  return {
    kind: 'call',
    turn: moment.turn,
    call,
    waiting: { kind: 'task-choice', text, verdict },
    conversation,
  };
}

function askWhich(moment: Moment, text: string, verdict: Verdict): Step {
  return clarify(
    moment,
    sentencesIn(moment.turn.language).clarify.which,
    likeliest(moment.business, verdict),
    text,
  );
}

/** Where an order is, asked in so many words, is told whatever the guard makes of it and whatever is under way. */
function routeToOrder(moment: Moment, text: string, { zone }: Verdict): Step | undefined {
  const asks = asksWhereOrder(text) || (orderJustShown(moment) !== undefined && asksAboutShown(text));
  if ((zone !== 'clarify' && zone !== 'refuse') || !asks) return undefined;
  const task = moment.business.agent.tasks.find(({ does }) => does === 'order-status');
  return task === undefined ? undefined : beginTask(moment, task, text);
}

/** Says beside the answer that the rest of the message gets none. */
function withoutTheRest(moment: Moment): Moment {
  const note = sentencesIn(moment.turn.language).scope.restDeclined;
  return { ...moment, turn: { ...moment.turn, notes: [...moment.turn.notes, note] } };
}

/** What of the verdicts is for the flow that asks or waits: its own task, and what nobody can place. */
function routeIntoFlow(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  switch (verdict.zone) {
    case 'accept':
    case 'mixed':
      return undefined;
    case 'clarify':
      return asksBeside(moment, text, verdict) ?? placeInFlow(moment, text);
    case 'refuse':
      return fillFlow(moment, text) ?? askFlowAgain(moment, text);
    case 'chit-chat':
    case 'closing':
      return fillFlow(moment, text);
    case 'person':
      return undefined;
  }
}

/** Looks for a sure answer to what is written to a flow that asks, and is no answer to it but may be a question. */
function asksBeside(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  const asking = topFlow(moment.conversation)?.state.position.kind === 'asking';
  return asking && mayAsk(text) && !holdsForFlow(moment, text)
    ? askPerhaps(moment, text, verdict)
    : undefined;
}

/** A word or two that no question mark follows are a wrong answer rather than a question. */
function mayAsk(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return /[?？؟]/u.test(text) || text.trim().split(/\s+/u).length >= 3 || han >= 4;
}

/** What an ad has somebody write ("I want to know more") says little, and is about the ad. */
function routeByAd(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  const vague = verdict.zone === 'clarify' || verdict.zone === 'chit-chat';
  return vague ? startByAd(moment, text) : undefined;
}

function acceptedTask(business: Business, verdict: Verdict): Task {
  const task = verdict.task === undefined ? undefined : findTask(business, verdict.task);
  if (task === undefined)
    throw new Error(
      `The scope guard accepted task "${verdict.task ?? '(none)'}", which ${business.name} does not have`,
    );
  return task;
}

function likeliest(business: Business, verdict: Verdict): readonly Task[] {
  const ids = [
    ...(verdict.task === undefined ? [] : [verdict.task]),
    ...verdict.runnersUp.map(({ task }) => task),
  ];
  const tasks = [...new Set(ids)].map((id) => findTask(business, id)).filter((task) => task !== undefined);
  return tasks.length === 0 ? business.agent.tasks : tasks;
}
