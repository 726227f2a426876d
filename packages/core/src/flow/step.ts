import { propertyAsked } from '../catalogue/product-question.ts';
import { shippedLanguage } from '../language/language.ts';
import { answersIn } from '../knowledge/answers-in.ts';
import { withSource } from '../knowledge/passage-source.ts';
import { readOfferId } from './flow-question.ts';
import type { FlowEvent, FlowResult } from './flow-event.ts';
import type { LinkedNode } from './flow.ts';
import { languageFor } from './language-for.ts';
import type { FlowState } from './flow-state.ts';
import { fixedNames } from './flow-values.ts';
import { asksToStartOver } from './flow-words.ts';
import { tellLocalTime, withoutOwnHour } from './local-time-told.ts';
import { lost, withVariable } from './moved.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { runNodes } from './run-nodes.ts';
import { leaving, saying, stop, timerName, withState, writerIn, type Run, type Stepped } from './run.ts';
import { saysYesOrNo } from '../slot/yes-no-slot.ts';
import { readsAsAnswer, repeatQuestion, takeTap, takeText, type AskingPosition } from './take-answer.ts';
import { readToolAnswer } from './tool-answer.ts';
import { plainText } from './write-content.ts';

/** A flow that has not started. It is this version's for good. */
export function newFlowState(ready: ReadyFlow): FlowState {
  const { flow } = ready;
  return {
    schema: 1,
    flow: flow.id,
    version: flow.version,
    position: { kind: 'new' },
    language: flow.languages[0] ?? 'en',
    variables: {},
    given: {},
    answers: [],
    kept: [],
    jumps: {},
    asked: 0,
    said: '',
    read: [],
    outgoing: [],
    grounds: [],
    clearing: [],
  };
}

/**
 * Moves a flow on by one event: what it is then, and what it wants next. Pure: the same events give
 * the same flow. Throws when the state is another flow's or version's, or when a result comes that
 * nothing waits for; whatever a customer or a tool says is dealt with.
 */
export function step(ready: ReadyFlow, state: FlowState, event: FlowEvent): Stepped {
  if (state.flow !== ready.flow.id || state.version !== ready.flow.version)
    throw new Error(
      `The state is of flow "${state.flow}" version ${state.version}, not of "${ready.flow.id}" version ${ready.flow.version}; load the version it started with`,
    );
  const run: Run = { ready, event, state, setTimers: [] };
  switch (event.kind) {
    case 'started':
      return begin(run, event);
    case 'said':
      return say(heard(run, event.language), event);
    case 'tapped':
      return tap(run, event.id);
    case 'form-answered':
      return takeForm(run, event);
    case 'settled':
      return settle(run, event.key, event.result);
    case 'timer':
      return ring(run, event.name);
  }
}

/**
 * The open question again, for the end of an answer to something else; undefined when none is open.
 * Only the message matters: the state stays as it was.
 */
export function openQuestion(
  ready: ReadyFlow,
  state: FlowState,
  event: Pick<FlowEvent, 'at' | 'contact'>,
): Stepped | undefined {
  const { position } = state;
  if (position.kind !== 'asking') return undefined;
  return repeatQuestion({ ready, event, state, setTimers: [] }, position);
}

/** Whether a text can be read as an answer to what the flow asks or waits for, were it meant as one. */
export function holdsAnswer(
  ready: ReadyFlow,
  state: FlowState,
  text: string,
  event: Pick<FlowEvent, 'at' | 'contact'>,
): boolean {
  const { position } = state;
  if (position.kind === 'waiting') return true;
  return position.kind === 'asking' && readsAsAnswer({ ready, event, state, setTimers: [] }, position, text);
}

function begin(run: Run, event: Extract<FlowEvent, { kind: 'started' }>): Stepped {
  const fresh = newFlowState(run.ready);
  const given = Object.fromEntries(
    Object.entries(event.given ?? {}).filter(([name]) => !fixedNames.includes(name)),
  );
  const language = languageFor(run.ready.flow.languages, event.language) ?? fresh.language;
  const { clearing } = leaving(run).state;
  const rest = withoutOwnHour(run, event.said);
  const begun = withState(run, {
    ...fresh,
    clearing,
    asked: run.state.asked,
    said: rest ?? event.said,
    language,
    variables: given,
    given,
  });
  const told = rest === undefined ? begun : tellLocalTime(begun);
  return runNodes(heard(told, event.language), run.ready.first);
}

function say(run: Run, { text, placed }: Extract<FlowEvent, { kind: 'said' }>): Stepped {
  const { position } = run.state;
  if (position.kind !== 'asking' && position.kind !== 'waiting') return unmoved(run);
  if (asksToStartOver(text)) return startOver(run);
  if (position.kind === 'asking')
    return askedForTime(run, position, text, placed) ?? takeText(run, position, text, placed);
  // Whoever waits for anything at all takes only what is for nobody else.
  const node = run.ready.nodes.get(position.node);
  const listens = node?.kind === 'wait' && node.hears !== undefined;
  if (!placed && !(node?.kind === 'wait' && hears(run, node, text))) return unmoved(run);
  // Nothing was asked here that a yes or no answers.
  if (listens && saysYesOrNo(text, run.state.language)) return unmoved(run);
  if (node?.kind !== 'wait') return lost(run, `wait "${position.node}" is not in the flow any more`);
  const left = leaving(run);
  return runNodes(node.save === undefined ? left : withVariable(left, node.save, text), node.to.replied);
}

/** What is said by other clocks where a time is asked for or to be agreed to: the day counts, the hour is asked for. */
function askedForTime(
  run: Run,
  position: AskingPosition,
  text: string,
  placed: boolean,
): Stepped | undefined {
  const node = run.ready.nodes.get(position.node);
  const wantsTime =
    node?.kind === 'choice' ||
    (node?.kind === 'ask' && (node.slot.kind === 'when' || node.slot.kind === 'date')) ||
    (node?.kind === 'pick' && node.refine !== undefined);
  const rest = wantsTime ? withoutOwnHour(run, text) : undefined;
  if (rest === undefined) return undefined;
  const told = tellLocalTime(run);
  // A yes beside another hour agrees to nothing.
  return node?.kind !== 'choice' && rest !== '' && readsAsAnswer(told, position, rest)
    ? takeText(told, position, rest, placed)
    : repeatQuestion(told, position);
}

/** Whether a text asks about the very product that the flow has shown last. */
function hears(run: Run, { hears: wanted }: Extract<LinkedNode, { kind: 'wait' }>, text: string): boolean {
  const about = wanted === undefined ? undefined : run.state.variables[wanted.about];
  return typeof about === 'string' && about !== '' && propertyAsked(text) !== undefined;
}

/** What the flow was given stays; what the customer said is forgotten. */
function startOver(run: Run): Stepped {
  const { clearing } = leaving(run).state;
  const again = withState(run, {
    ...newFlowState(run.ready),
    clearing,
    asked: run.state.asked,
    language: run.state.language,
    variables: run.state.given,
    given: run.state.given,
  });
  return runNodes(again, run.ready.first);
}

function tap(run: Run, id: string): Stepped {
  const { position } = run.state;
  const tapped = readOfferId(id);
  if (tapped === undefined || position.kind !== 'asking') return unmoved(run);
  // A button of an earlier question must never answer this one.
  return tapped.number === position.number
    ? takeTap(run, position, tapped.place)
    : repeatQuestion(run, position);
}

function takeForm(run: Run, event: Extract<FlowEvent, { kind: 'form-answered' }>): Stepped {
  const { position } = run.state;
  const node = position.kind === 'waiting' ? run.ready.nodes.get(position.node) : undefined;
  if (node?.kind !== 'wait' || !event.token.startsWith(`${run.state.flow}:`)) return unmoved(run);
  const left = leaving(run);
  return runNodes(
    node.save === undefined ? left : withVariable(left, node.save, event.answers),
    node.to.replied,
  );
}

function ring(run: Run, name: string): Stepped {
  const { position } = run.state;
  const waited = position.kind === 'asking' || position.kind === 'waiting';
  // The customer was quicker than the timer.
  if (!waited || timerName(position.number) !== name) return unmoved(run);
  const node = run.ready.nodes.get(position.node);
  const target =
    node?.kind === 'wait'
      ? node.to['timed-out']
      : node?.kind === 'ask' || node?.kind === 'choice' || node?.kind === 'pick'
        ? node.to['silent']
        : undefined;
  return target === undefined ? unmoved(run) : runNodes(run, target);
}

function settle(run: Run, key: string, result: FlowResult): Stepped {
  const { position } = run.state;
  const node = position.kind === 'calling' ? run.ready.nodes.get(position.node) : undefined;
  if (node === undefined)
    throw new Error(`Flow "${run.state.flow}" waits for no call, but got the result of "${key}"`);
  const known = withState(run, { grounds: [...run.state.grounds, key] });
  switch (node.kind) {
    case 'tool':
      return afterTool(known, node, result);
    case 'knowledge':
      return afterKnowledge(run, node, result);
    case 'model': {
      if (result.kind === 'not-phrased' && leavesToPerson(node, result.because))
        return stop(run, { kind: 'handed-off', why: `"${node.id}" was not written: ${result.why}` });
      const text = result.kind === 'phrased' ? result.text : writerIn(run)(node.otherwise);
      const content = plainText(text.trim());
      if (content === undefined) return lost(run, `model step "${node.id}" has nothing to say`);
      return runNodes(saying(result.kind === 'phrased' ? known : run, content), node.to.then);
    }
    case 'start':
    case 'message':
    case 'ask':
    case 'choice':
    case 'pick':
    case 'condition':
    case 'set':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'split':
    case 'consent':
    case 'hand-off':
    case 'resolve':
    case 'end':
      throw new Error(`Node "${node.id}" of flow "${run.state.flow}" is a ${node.kind}, which makes no call`);
  }
}

function leavesToPerson(
  { failing }: Extract<LinkedNode, { kind: 'model' }>,
  because: Extract<FlowResult, { kind: 'not-phrased' }>['because'],
): boolean {
  return because === 'person-wanted' || (because === 'failed' && failing === 'hand-off');
}

function afterTool(run: Run, node: Extract<LinkedNode, { kind: 'tool' }>, result: FlowResult): Stepped {
  const answer = readToolAnswer(node, result);
  switch (answer.kind) {
    case 'answered': {
      const saved = node.save === undefined ? run : withVariable(run, node.save, answer.output);
      return runNodes(saved, answer.to);
    }
    case 'failed':
      return answer.to === undefined ? lost(run, answer.why) : runNodes(run, answer.to);
    case 'in-doubt':
      return answer.to === undefined
        ? lost(run, `${answer.why}; look before doing it again`)
        : runNodes(run, answer.to);
  }
}

function afterKnowledge(
  run: Run,
  node: Extract<LinkedNode, { kind: 'knowledge' }>,
  result: FlowResult,
): Stepped {
  const answer = knowledgeAnswer(result);
  if (answer === 'failed') return runNodes(run, node.to.failed);
  const language = shippedLanguage(run.state.language) ?? 'en';
  const content =
    answer === undefined ? undefined : plainText(withSource(answer.text, answer.source, language));
  if (answer === undefined || content === undefined) return runNodes(run, node.to.unknown);
  const message = { content, grounds: [...answer.grounds], asks: false };
  return runNodes(withState(run, { outgoing: [...run.state.outgoing, message] }), node.to.answered);
}

/** The nearest passage, or what a model made of the nearest; undefined when nothing is close. */
function knowledgeAnswer(result: FlowResult) {
  if (result.kind === 'answer-phrased') return result;
  if (result.kind !== 'retrieved') return 'failed' as const;
  const [best] = answersIn(result.passages);
  return best === undefined ? undefined : { text: best.body.trim(), source: best, grounds: [best.passageId] };
}

function heard(run: Run, language: string | undefined): Run {
  return language === undefined ? run : withState(run, { heard: language });
}

/** Nothing here is this flow's. */
function unmoved(run: Run): Stepped {
  return { state: run.state, next: { kind: 'not-mine' } };
}
