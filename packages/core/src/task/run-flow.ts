import type { Task } from '../business/business.ts';
import type { Call, CallResult } from '../conversation/call.ts';
import { withConsents } from '../conversation/consents.ts';
import { handOff } from '../conversation/hand-off.ts';
import { afterProgress, withoutPending } from '../conversation/progress.ts';
import { finish } from '../conversation/reply.ts';
import type { ConversationState, OpenFlow } from '../conversation/state.ts';
import type { FlowWaiting, Moment, Step } from '../conversation/turn-state.ts';
import { windowIsOpen } from '../conversation/window-open.ts';
import type { FlowEvent, FlowResult } from '../flow/flow-event.ts';
import type { FlowCall, FlowNext } from '../flow/flow-next.ts';
import { flowWords } from '../flow/flow-words.ts';
import { timerName } from '../flow/run.ts';
import { holdsAnswer, newFlowState, openQuestion, step } from '../flow/step.ts';
import type { FlowValues } from '../flow/flow-values.ts';
import type { ReadyFlow } from '../flow/ready-flow.ts';
import { readableText } from '../message/outbound.ts';
import type { WriteAnswer } from '../model/answer-prompt.ts';
import { judgeWritten } from '../model/judge-written.ts';
import { writeAnswer } from '../model/write-answer.ts';
import { findTask } from '../scope/task-button.ts';
import { saysYesOrNo } from '../slot/yes-no-slot.ts';
import { contactAt } from './contact-at.ts';
import { flowDrafts } from './flow-drafts.ts';
import { afterFlowSearch, wordedAnswer } from './flow-knowledge.ts';
import { barGuess, noteToolAnswer } from './note-tool-answer.ts';
import { newestFlow, readyVersion, topFlow, withFlow } from './open-flows.ts';

/** What a model may write for a flow, in UTF-16 units: a message that is read at a glance. */
const longestWritten = 600;

/** Starts the flow that carries a task out. A text that comes while it asks is an answer to it. `known`: of what the flow is given. */
export function beginFlow(moment: Moment, task: Task, text: string, known: FlowValues = {}): Step {
  const open = topFlow(moment.conversation);
  if (open?.task === task.id && text !== '') {
    const placed = placeInFlow(moment, text);
    if (placed !== undefined) return placed;
  }
  const ready = newestFlow(moment.business, task.flow ?? task.id);
  if (ready === undefined)
    return handOff(moment, moment.conversation, {
      why: `Task "${task.id}" names flow "${task.flow ?? task.id}", which ${moment.business.name} does not have`,
      reason: 'trouble',
      task: task.id,
    });
  const asked = moment.conversation.flowQuestions ?? 0;
  const before = moment.conversation.flows?.find((each) => each.task === task.id)?.state.position;
  const clearing = before !== undefined && 'number' in before ? [timerName(before.number)] : [];
  const state = { ...newFlowState(ready), asked, clearing };
  const conversation = withoutPending(moment.conversation);
  const given = Object.fromEntries(Object.entries(known).filter(([name]) => ready.flow.given.includes(name)));
  const started = { kind: 'started', said: text, given, ...spoken(moment), ...facts(moment) } as const;
  return drive({ ...moment, conversation }, ready, { task: task.id, state, at: moment.at }, started);
}

/**
 * Gives a text to the flow that asks; undefined when it is no sure answer, and may be for somebody
 * else. A bare yes or no is for whoever asked, even where it is no answer.
 */
export function takeIntoFlow(moment: Moment, text: string): Step | undefined {
  return giveText(moment, text, saysYesOrNo(text, moment.turn.language));
}

/** Gives a text that nobody else wants to the flow that asks or waits; undefined when none does. */
export function placeInFlow(moment: Moment, text: string): Step | undefined {
  return giveText(moment, text, true);
}

/**
 * Gives a text that is not the agent's business to the flow that waits, if it can be read as an
 * answer all the same; undefined otherwise, so that nothing counts against the customer.
 */
export function fillFlow(moment: Moment, text: string): Step | undefined {
  return holdsForFlow(moment, text) ? placeInFlow(moment, text) : undefined;
}

/** Whether a text can be read as an answer to what the flow that asked last asks or waits for. */
export function holdsForFlow(moment: Moment, text: string): boolean {
  const open = flowAskedLast(moment.conversation);
  if (open === undefined) return false;
  const ready = readyVersion(moment.business, open.state.flow, open.state.version);
  return ready !== undefined && holdsAnswer(ready, open.state, text, facts(moment));
}

/**
 * Gives a few words that are not the agent's business to the flow that has asked, which then asks again: a name
 * where a time is wanted is a wrong answer rather than a request.
 */
export function askFlowAgain(moment: Moment, text: string): Step | undefined {
  const open = flowAskedLast(moment.conversation);
  if (open?.state.position.kind !== 'asking' || !isBare(text)) return undefined;
  return placeInFlow(moment, text);
}

/** Puts the question of the flow that has asked again, counting nothing against the customer. */
export function repeatFlowQuestion(moment: Moment): Step | undefined {
  const open = flowAskedLast(moment.conversation);
  const ready =
    open === undefined ? undefined : readyVersion(moment.business, open.state.flow, open.state.version);
  if (open === undefined || ready === undefined) return undefined;
  const asked = openQuestion(ready, open.state, facts(moment));
  return asked === undefined || asked.next.kind === 'not-mine'
    ? undefined
    : taken(moment, ready, open, asked.state, asked.next);
}

/** So few words that they ask for nothing by themselves. */
function isBare(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words.length <= 3 && han <= 6 && /\p{L}/u.test(text) && !/[?？؟](?:\s|$)/u.test(text);
}

/** Whether a flow, rather than a built-in task, asked last. */
function flowAskedLast({ flows, pending }: ConversationState): OpenFlow | undefined {
  const open = flows?.at(-1);
  if (open === undefined || (pending?.askedAt ?? -1) > open.at) return undefined;
  return open;
}

function giveText(moment: Moment, text: string, placed: boolean): Step | undefined {
  const open = flowAskedLast(moment.conversation);
  if (open === undefined) return undefined;
  return give(moment, open, { kind: 'said', text, placed, ...heard(moment), ...facts(moment) });
}

/** Gives a tap to the flow that asks, or starts the flow that the button triggers; undefined when the button is none of theirs. */
export function tapInFlow(moment: Moment, id: string): Step | undefined {
  const open = topFlow(moment.conversation);
  const answered =
    open === undefined ? undefined : give(moment, open, { kind: 'tapped', id, ...facts(moment) });
  if (answered !== undefined) return answered;
  const task = moment.business.agent.tasks.find(({ does, id: name, flow = name }) => {
    const ready = does === 'flow' ? newestFlow(moment.business, flow) : undefined;
    return ready !== undefined && isTriggeredBy(ready, id);
  });
  return task === undefined ? undefined : beginFlow(moment, task, '');
}

function isTriggeredBy({ nodes, first }: ReadyFlow, button: string): boolean {
  const start = nodes.get(first);
  return (
    start?.kind === 'start' &&
    start.triggers.some((trigger) => trigger.kind === 'button' && trigger.id === button)
  );
}

/** Gives the answers of a form to the flow that sent it and waits for them; undefined when none does. */
export function giveForm(
  moment: Moment,
  { token, answers }: { readonly token: string; readonly answers: FlowValues },
): Step | undefined {
  const open = topFlow(moment.conversation);
  return open === undefined
    ? undefined
    : give(moment, open, { kind: 'form-answered', token, answers: { ...answers }, ...facts(moment) });
}

/** Gives timers to the flow that waits; undefined when none of them is its. */
export function ringFlow(moment: Moment, timers: readonly string[]): Step | undefined {
  const open = topFlow(moment.conversation);
  const position = open?.state.position;
  if (open === undefined || position === undefined || !('number' in position)) return undefined;
  const name = timerName(position.number);
  if (!timers.includes(name)) return undefined;
  return give(moment, open, { kind: 'timer', name, ...facts(moment) });
}

/** Gives a flow what came of its call; what a model wrote, only once it has passed the checks. */
export function afterFlowCall(moment: Moment, waiting: FlowWaiting, call: Call, result: CallResult): Step {
  const { task } = waiting;
  const settled: FlowWaiting = { kind: 'flow', task };
  if (call.kind === 'retrieve' && result.kind === 'retrieved') {
    const next = afterFlowSearch(moment, task, call.text, result);
    return next.kind === 'ask'
      ? asking(moment, task, next.call, next.found)
      : settleFlow(next.moment, settled, result);
  }
  if (call.kind !== 'write-answer') return settleFlow(moment, settled, result);
  const written = judgeWritten(moment, call, result);
  if (waiting.found !== undefined) {
    if (written.kind === 'again') return asking(moment, task, written.call, waiting.found);
    return settleFlow(moment, settled, wordedAnswer(moment, waiting.found, written));
  }
  switch (written.kind) {
    case 'good':
      return settleFlow(moment, waiting, { kind: 'phrased', text: written.text });
    case 'again':
      return asking(moment, waiting.task, written.call);
    case 'bad':
      return settleFlow(moment, waiting, { kind: 'not-phrased', because: 'failed', why: written.why });
    case 'hand-off':
      return settleFlow(moment, waiting, { kind: 'not-phrased', because: 'person-wanted', why: written.why });
  }
}

function settleFlow(moment: Moment, waiting: FlowWaiting, result: FlowResult): Step {
  const open = moment.conversation.flows?.find(({ task }) => task === waiting.task);
  const ready =
    open === undefined ? undefined : readyVersion(moment.business, open.state.flow, open.state.version);
  if (open === undefined || ready === undefined)
    throw new Error(
      `Turn "${moment.turn.turn}" waits for a call of task "${waiting.task}", which is in no flow`,
    );
  const key = moment.turn.made.at(-1) ?? '';
  const noted = noteToolAnswer(moment, waiting.task, result);
  if (noted.kind === 'over') return noted.step;
  return drive(noted.moment, ready, open, { kind: 'settled', key, result, ...facts(moment) });
}

function give(moment: Moment, open: OpenFlow, event: FlowEvent): Step | undefined {
  const ready = readyVersion(moment.business, open.state.flow, open.state.version);
  if (ready === undefined) return undefined;
  const { state, next } = step(ready, open.state, event);
  return next.kind === 'not-mine' ? undefined : taken(moment, ready, open, state, next, event.kind);
}

function drive(moment: Moment, ready: ReadyFlow, open: OpenFlow, event: FlowEvent): Step {
  const { state, next } = step(ready, open.state, event);
  if (next.kind === 'not-mine')
    throw new Error(`Flow "${open.state.flow}" did not take its own ${event.kind}`);
  return taken(moment, ready, open, state, next);
}

function taken(
  moment: Moment,
  ready: ReadyFlow,
  open: OpenFlow,
  state: OpenFlow['state'],
  next: Exclude<FlowNext, { kind: 'not-mine' }>,
  by?: FlowEvent['kind'],
): Step {
  const conversation = withFlow(moment.conversation, { task: open.task, state, at: moment.at });
  if (next.kind === 'stop') return stopped({ ...moment, conversation }, open.task, next, by);
  const there = { ...moment, conversation };
  if (next.call.kind !== 'ask-model') return asking(there, open.task, next.call);
  const call = modelCall(there, open.task, next.call);
  if (call !== undefined) return asking(there, open.task, call);
  const result = { kind: 'not-phrased', because: 'no-model', why: 'no model takes part' } as const;
  const settled = { kind: 'settled', key: 'no-model', result, ...facts(moment) } as const;
  return drive(there, ready, { ...open, state, at: moment.at }, settled);
}

function asking(moment: Moment, task: string, call: Call, found?: FlowWaiting['found']): Step {
  const barred = barGuess(moment, task, call);
  if (barred !== undefined) return barred;
  const { turn, conversation } = moment;
  return {
    kind: 'call',
    turn,
    call,
    waiting: { kind: 'flow', task, ...(found === undefined ? {} : { found }) },
    conversation,
  };
}

function modelCall(
  moment: Moment,
  task: string,
  { instructions, sees, said, otherwise, language }: Extract<FlowCall, { kind: 'ask-model' }>,
): WriteAnswer | undefined {
  const known = findTask(moment.business, task);
  if (known === undefined) return undefined;
  const evidence = Object.entries(sees).map(([name, text]) => ({ name, text }));
  const asked = {
    instructions,
    language,
    question: said,
    evidence,
    reviewed: otherwise,
    most: longestWritten,
  };
  return writeAnswer(moment, known, asked);
}

function stopped(
  moment: Moment,
  task: string,
  next: Extract<FlowNext, { kind: 'stop' }>,
  by?: FlowEvent['kind'],
): Step {
  const { carried } = moment.turn;
  const clearTimers = [...carried.clearTimers, ...next.clearTimers];
  const turn = { ...moment.turn, carried: { ...carried, clearTimers } };
  const conversation = withConsents(
    afterProgress(moment.conversation),
    next.consents,
    moment.at,
    `flow of task "${task}" in turn ${turn.turn}`,
  );
  const told = { ...moment, turn, conversation };
  const { stop } = next;
  if (stop.kind === 'handed-off') return handedOff(told, task, next, stop);
  // A flow may end without a word of its author's, but a customer who wrote is never left without one.
  const silent = next.messages.length === 0 && by !== 'timer' && turn.unasked !== true;
  const body = flowWords(moment.turn.language).dropped;
  const drafts = flowDrafts(
    told,
    task,
    silent ? [{ content: { kind: 'text', body }, grounds: [], asks: false }] : next.messages,
  );
  return finish(told, told.conversation, {
    drafts,
    setTimers: next.setTimers,
    outcome: stop.kind === 'asking' ? { kind: 'clarified', task } : { kind: 'answered', task },
  });
}

/** What the flow said before stands above the hand-off; what has buttons goes out before it. */
function handedOff(
  moment: Moment,
  task: string,
  next: Extract<FlowNext, { kind: 'stop' }>,
  stop: Extract<Extract<FlowNext, { kind: 'stop' }>['stop'], { kind: 'handed-off' }>,
): Step {
  const plain = next.messages.every(({ content }) => content.kind === 'text');
  const said = plain ? next.messages.map(({ content }) => readableText(content)) : [];
  const lead = [...said, ...(stop.lead === undefined ? [] : [stop.lead])].join('\n\n');
  const given = handOff(moment, moment.conversation, {
    why: stop.why,
    reason: 'flow',
    task,
    // A customer who has not written for a day cannot be told; people see why.
    told: windowIsOpen(moment),
    ...(lead === '' ? {} : { lead }),
    ...(stop.queue === undefined ? {} : { queue: stop.queue }),
  });
  if (given.kind !== 'finish') return given;
  const before = plain ? [] : flowDrafts(moment, task, next.messages);
  const { close } = given;
  return {
    ...given,
    close: {
      ...close,
      drafts: [...before, ...close.drafts],
    },
  };
}

function facts(moment: Moment): Pick<FlowEvent, 'at' | 'contact'> {
  return contactAt(moment.at, moment.turn);
}

/** A tap says nothing of the language: whoever tapped speaks what they spoke before. */
function spoken(moment: Moment): { readonly language?: string } {
  const language = moment.turn.heard ?? moment.conversation.language;
  return language === undefined ? {} : { language };
}

function heard(moment: Moment): { readonly language?: string } {
  const { heard: language } = moment.turn;
  return language === undefined ? {} : { language };
}
