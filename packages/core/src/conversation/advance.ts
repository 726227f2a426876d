import type { Business } from '../business/business.ts';
import { afterPhrasing, afterRetrieval } from '../task/answer-from-knowledge.ts';
import { afterCancellation, afterLookUpForCancel } from '../task/cancel-order.ts';
import { contactAt } from '../task/contact-at.ts';
import { withOpenQuestion } from '../task/open-flow-question.ts';
import { afterLookUpForStatus } from '../task/order-status.ts';
import { afterOwnOrders } from '../task/own-orders.ts';
import { afterFlowCall } from '../task/run-flow.ts';
import { afterOneOfSeveral } from '../task/several-questions.ts';
import type { Call, CallResult } from './call.ts';
import { callKey } from './call-key.ts';
import type { Event } from './event.ts';
import { handOff } from './hand-off.ts';
import { afterTranscript, openHearing } from './voice-notes.ts';
import type { Next } from './next.ts';
import {
  afterFollowUp,
  afterPerhapsQuestion,
  afterOrderRead,
  afterTaskChoice,
  routeVerdict,
} from './route-verdict.ts';
import type { ConversationState } from './state.ts';
import type { Moment, Stage, Step, TurnState, Waiting } from './turn-state.ts';

/** A turn that has not begun, in a conversation that remembers this much. */
export function beginState(conversation: ConversationState): TurnState {
  return { conversation, stage: { kind: 'not-begun' } };
}

/**
 * Moves a turn on by one event: what it is then, and what it wants next. Pure; the same events give
 * the same turn. An event that cannot happen at this stage throws and says what came instead of what.
 */
export function advance(
  business: Business,
  state: TurnState,
  event: Event,
): { readonly state: TurnState; readonly next: Next } {
  const { stage } = state;
  switch (stage.kind) {
    case 'not-begun': {
      if (event.kind !== 'turn-began')
        throw new Error(
          `A turn that has not begun was given the result of call "${event.key}"; begin it first`,
        );
      const step = openHearing(business, state.conversation, event);
      return take(withOpenQuestion(business, step, contactAt(event.at, event)));
    }
    case 'waiting': {
      const settled = resultFor(stage, event);
      const moment = { business, turn: stage.turn, conversation: state.conversation, at: settled.at };
      const step = carryOn(moment, stage.waiting, stage.call, settled.result);
      return take(withOpenQuestion(business, step, contactAt(settled.at, stage.turn)));
    }
    case 'closed':
      throw new Error(`A closed turn was given another event (${named(event)}); open a new turn for it`);
  }
}

function resultFor(
  stage: Extract<Stage, { kind: 'waiting' }>,
  event: Event,
): Extract<Event, { kind: 'settled' }> {
  if (event.kind !== 'settled')
    throw new Error(`Turn "${stage.turn.turn}" waits for call "${stage.key}" but was begun again`);
  if (event.key !== stage.key)
    throw new Error(
      `Turn "${stage.turn.turn}" waits for call "${stage.key}" but got the result of "${event.key}"`,
    );
  return event;
}

function carryOn(moment: Moment, waiting: Waiting, call: Call, result: CallResult): Step {
  switch (waiting.kind) {
    case 'verdict':
      if (result.kind === 'judged')
        return routeVerdict(moment, waiting.text, result.verdict, waiting.caution);
      if (failed(result)) return guardFailed(moment, result.why);
      throw impossible(moment, waiting, result);
    case 'transcript':
      if (call.kind === 'transcribe') return afterTranscript(moment, waiting, call, result);
      throw impossible(moment, waiting, result);
    case 'task-choice':
      if (call.kind === 'choose-task') return afterTaskChoice(moment, call, waiting, result);
      throw impossible(moment, waiting, result);
    case 'passages':
      if (call.kind === 'retrieve' && (result.kind === 'retrieved' || failed(result)))
        return waiting.several === undefined
          ? afterRetrieval(moment, waiting.task, call, result)
          : afterOneOfSeveral(moment, waiting.task, waiting.several, call, result);
      throw impossible(moment, waiting, result);
    case 'follow-up':
      if (call.kind === 'retrieve' && (result.kind === 'retrieved' || failed(result)))
        return afterFollowUp(moment, waiting, call, result);
      throw impossible(moment, waiting, result);
    case 'perhaps-question':
      if (call.kind === 'retrieve' && (result.kind === 'retrieved' || failed(result)))
        return afterPerhapsQuestion(moment, waiting, call, result);
      throw impossible(moment, waiting, result);
    case 'phrasing':
      if (call.kind === 'write-answer') return afterPhrasing(moment, waiting, call, result);
      throw impossible(moment, waiting, result);
    case 'order-for-status':
      if (result.kind === 'tool-answered' || failed(result))
        return afterLookUpForStatus(moment, waiting, result);
      throw impossible(moment, waiting, result);
    case 'order-for-cancel':
      if (result.kind === 'tool-answered' || failed(result))
        return afterLookUpForCancel(moment, waiting, result);
      throw impossible(moment, waiting, result);
    case 'own-orders':
      if (result.kind === 'tool-answered' || failed(result)) return afterOwnOrders(moment, waiting, result);
      throw impossible(moment, waiting, result);
    case 'read-order':
      if (result.kind === 'tool-answered' || failed(result)) return afterOrderRead(moment, waiting, result);
      throw impossible(moment, waiting, result);
    case 'cancellation':
      if (result.kind === 'tool-answered' || failed(result))
        return afterCancellation(moment, waiting, result);
      throw impossible(moment, waiting, result);
    case 'flow':
      return afterFlowCall(moment, waiting, call, result);
  }
}

/** Without a verdict the agent does nothing by itself: it fails closed, towards a person. */
function guardFailed(moment: Moment, why: string): Step {
  return handOff(moment, moment.conversation, {
    why: `The scope guard did not answer: ${why}`,
    reason: 'trouble',
  });
}

function take(step: Step): { readonly state: TurnState; readonly next: Next } {
  if (step.kind === 'finish')
    return { state: { conversation: step.conversation, stage: { kind: 'closed' } }, next: step.close };
  const { turn, call, waiting, conversation } = step;
  const first = callKey(turn.turn, call, 0);
  const prefix = first.slice(0, -1);
  const key = callKey(turn.turn, call, turn.made.filter((made) => made.startsWith(prefix)).length);
  return {
    state: {
      conversation,
      stage: { kind: 'waiting', turn: { ...turn, made: [...turn.made, key] }, waiting, call, key },
    },
    next: { kind: 'await', call, key },
  };
}

type FailedResult = Extract<CallResult, { kind: 'tool-failed' | 'in-doubt' }>;

function failed(result: CallResult): result is FailedResult {
  return result.kind === 'tool-failed' || result.kind === 'in-doubt';
}

function impossible(moment: Moment, waiting: Waiting, result: CallResult): Error {
  return new Error(
    `Turn "${moment.turn.turn}" waits for ${waiting.kind} but its call came back as ${result.kind}`,
  );
}

function named(event: Event): string {
  return event.kind === 'settled' ? `result of call "${event.key}"` : `beginning of turn "${event.turn}"`;
}
