import { choiceSlot } from '../slot/choice-slot.ts';
import { yesNoSlot } from '../slot/yes-no-slot.ts';
import type { SlotReading, SlotType, SlotValue } from '../slot/slot-type.ts';
import { ask, filled } from './ask-question.ts';
import { offersOf, slotTypeOf, type AskNode, type ChoiceNode } from './flow-question.ts';
import type { FlowPosition } from './flow-state.ts';
import { asksToDrop, asksToSkip, correctionIn, flowWords } from './flow-words.ts';
import { plainWords } from '../slot/plain-words.ts';
import { edge, lost } from './moved.ts';
import { runNodes } from './run-nodes.ts';
import {
  askingIn,
  leaving,
  saying,
  slotContextIn,
  stop,
  withState,
  writerIn,
  type Run,
  type Stepped,
} from './run.ts';

export type AskingPosition = Extract<FlowPosition, { kind: 'asking' }>;

/**
 * What a flow that has asked something does with a text. A sure answer fills the slot; a correction
 * of an earlier answer takes that back; "skip" and "never mind" leave it. What is none of these may be
 * for somebody else, unless it is `placed` here: then a value inside it will do, or it is asked again.
 */
export function takeText(run: Run, position: AskingPosition, text: string, placed: boolean): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  const type = slotTypeOf(askingIn(run), node);
  if (type === undefined) return lost(run, `nothing reads the slot of "${node.id}"`);
  if (node.kind === 'ask' && node.to.skipped !== undefined && skips(run, node, text))
    return runNodes(leaving(run), node.to.skipped);
  if (isOpenText(node) && dropsIt(node, text)) return dropped(run);
  const fresh = position.tries === 0 && !position.which;
  if (fresh && correctionIn(text) !== undefined) {
    const corrected = correct(run, node, text);
    if (corrected !== undefined) return corrected;
  }
  const meant = position.which ? readAnswer(run, choiceSlot(position.offers), text) : undefined;
  const reading = meant?.kind === 'filled' ? meant : readAnswer(run, type, text);
  if (reading.kind === 'filled' && (reading.whole || placed)) return answered(run, node, reading.value);
  if (dropsIt(node, text)) return dropped(run);
  if (fresh && !isOpenText(node)) {
    const corrected = correct(run, node, text);
    if (corrected !== undefined) return corrected;
  }
  if (reading.kind === 'ambiguous')
    return ask(run, node, { tries: position.tries, offers: reading.choices, which: true });
  return placed ? tryAgain(run, position, node) : { state: run.state, next: { kind: 'not-mine' } };
}

/** Whether a text holds a value for the open question. */
export function readsAsAnswer(run: Run, position: AskingPosition, text: string): boolean {
  const node = questionAt(run, position);
  const type = node === undefined ? undefined : slotTypeOf(askingIn(run), node);
  return type !== undefined && readAnswer(run, type, text).kind === 'filled';
}

/** What a flow that has asked something does with a tap on one of its offers. */
export function takeTap(run: Run, position: AskingPosition, place: number | 'skip'): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  if (place === 'skip')
    return node.kind === 'ask' && node.to.skipped !== undefined
      ? runNodes(leaving(run), node.to.skipped)
      : tryAgain(run, position, node);
  const offer = position.offers[place];
  return offer === undefined ? tryAgain(run, position, node) : answered(run, node, offer.value);
}

/** Puts the open question again, counting nothing against the customer. */
export function repeatQuestion(run: Run, position: AskingPosition): Stepped {
  const node = questionAt(run, position);
  if (node === undefined) return lost(run, `question "${position.node}" is not in the flow any more`);
  return ask(run, node, position);
}

function questionAt(run: Run, position: AskingPosition): AskNode | ChoiceNode | undefined {
  const node = run.ready.nodes.get(position.node);
  return node?.kind === 'ask' || node?.kind === 'choice' ? node : undefined;
}

function readAnswer(run: Run, type: SlotType, text: string): SlotReading {
  const whole = type.read(text, run.state.language, slotContextIn(run));
  const rest = whole.kind === 'not-this' && type.name !== 'yes-no' ? correctionIn(text) : undefined;
  return rest === undefined ? whole : type.read(rest, run.state.language, slotContextIn(run));
}

function answered(run: Run, node: AskNode | ChoiceNode, value: SlotValue): Stepped {
  const left = leaving(run);
  if (node.kind === 'ask') return runNodes(filled(left, node, value), node.to.filled);
  const moved = edge(left, node.to, typeof value === 'string' ? value : JSON.stringify(value), node.id);
  return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
}

function tryAgain(run: Run, position: AskingPosition, node: AskNode | ChoiceNode): Stepped {
  const tries = position.tries + 1;
  if (tries <= node.retries) {
    const offers = position.which ? offersOf(askingIn(run), node) : position.offers;
    return ask(run, node, { tries, offers, which: false });
  }
  const left = leaving(run);
  if (node.kind === 'ask') return runNodes(left, node.to.failed);
  const moved = edge(left, node.to, 'failed', node.id);
  return moved.kind === 'go' ? runNodes(moved.run, moved.to) : moved.stepped;
}

/** "No, Friday": the latest earlier answer of which the rest is another value is taken back, and the flow goes on from there. */
function correct(run: Run, open: AskNode | ChoiceNode, text: string): Stepped | undefined {
  const led = correctionIn(text);
  const said = led ?? text;
  const { answers } = run.state;
  for (let index = answers.length - 1; index >= 0; index -= 1) {
    const answer = answers[index];
    const node = answer === undefined ? undefined : run.ready.nodes.get(answer.node);
    if (answer === undefined || node?.kind !== 'ask' || node.id === open.id) continue;
    const type = slotTypeOf(askingIn(run), node);
    if (type === undefined || !type.findsInside) continue;
    const reading = type.read(said, run.state.language, slotContextIn(run));
    // In an open answer ("actually, I live at 5 Main Street") a value inside means nothing.
    const enough = reading.kind === 'filled' && (reading.whole || (led !== undefined && !isOpenText(open)));
    if (reading.kind !== 'filled' || !enough) continue;
    if (JSON.stringify(reading.value) === JSON.stringify(answer.value)) continue;
    const later = answers.slice(index + 1).filter(({ node: id }) => {
      const after = run.ready.nodes.get(id);
      return after?.kind === 'ask' && after.slot.kind !== 'yes-no';
    });
    const back = withState(leaving(run), { answers: answers.slice(0, index), kept: later });
    return runNodes(filled(back, node, reading.value), node.to.filled);
  }
  return undefined;
}

/** "Skip", the title of the button that says so, or a "no" where that is no answer. */
function skips(run: Run, node: AskNode, text: string): boolean {
  if (asksToSkip(text) || (node.slot.kind !== 'yes-no' && saysNo(text))) return true;
  return node.skip !== undefined && plainWords(writerIn(run)(node.skip)) === plainWords(text);
}

/** "Never mind" where "no" is no answer. */
function dropsIt(node: AskNode | ChoiceNode, text: string): boolean {
  if (!asksToDrop(text)) return false;
  const noIsAnswer = node.kind === 'choice' && node.options.some(({ id }) => id === 'no');
  return !(noIsAnswer && saysNo(text));
}

function saysNo(text: string): boolean {
  const reading = yesNoSlot.read(text, '', { at: 0, timeZone: 'UTC', country: '', currency: '' });
  return reading.kind === 'filled' && reading.value === false;
}

function dropped(run: Run): Stepped {
  const body = flowWords(run.state.language).dropped;
  return stop(saying(leaving(run), { kind: 'text', body }), { kind: 'dropped' });
}

/** Anything at all is an answer here. */
function isOpenText(node: AskNode | ChoiceNode): boolean {
  return node.kind === 'ask' && node.slot.kind === 'text';
}
